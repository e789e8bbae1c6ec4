import { cellOf } from '../../lib/app/cell';
import { termsOf } from '../../lib/app/terms/texts';
import { COUNTRIES } from '../../lib/domain/countries';
import { JURISDICTION_IDS } from '../../lib/domain/jurisdictions';
import { countryList } from '../../lib/web/country-list';
import { blocksOf } from '../../lib/web/markdown';
import { receiptIn, receiptText, sinceThen } from '../../lib/web/move-receipt';

describe('the list of countries', () => {
  it('has each country that somebody can live in, once, in the order of their names', () => {
    const list = countryList();
    const names = list.map(({ name }) => name);
    expect(list.map(({ code }) => code).toSorted()).toEqual(COUNTRIES.toSorted());
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')));
  });
});

describe('the little of Markdown that terms are written in', () => {
  it('is headings, paragraphs, lists and tables', () => {
    const text =
      '# One\n\nTwo\nlines.\n\nOf these:\n- first\n- second,\n  longer\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n';
    expect(blocksOf(text)).toEqual([
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'paragraph', text: 'Two lines.' },
      { kind: 'paragraph', text: 'Of these:' },
      { kind: 'list', items: ['first', 'second, longer'] },
      { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
    ]);
  });

  it.each(JURISDICTION_IDS)('loses no word of the terms of %s', async (jurisdiction) => {
    const { text } = termsOf(cellOf(jurisdiction));
    const shown = blocksOf(text).flatMap((block) => {
      if (block.kind === 'list') return block.items;
      return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [block.text];
    });
    const wordsOf = (part: string) => part.match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(shown.flatMap(wordsOf)).toEqual(wordsOf(text));
  });
});

describe('the receipt of a move', () => {
  const receipt = {
    importId: '3a51bdfb-1b3d-4a1e-8046-f91e919066e6',
    from: 'eu',
    to: 'international',
    sha256: 'a'.repeat(64),
    counts: { profiles: 1, logs: 1, messages: 2, media: 0 },
    completedAt: '2026-11-24T12:00:00.000Z',
  } as const;

  it('is read as it was written', () => {
    expect(receiptIn(receiptText(receipt))).toEqual({
      from: 'eu',
      to: 'international',
      sha256: receipt.sha256,
      counts: { logs: 1, messages: 2 },
    });
  });

  it.each([
    { name: 'no JSON', text: 'receipt' },
    { name: 'another document', text: JSON.stringify({ from: 'eu', to: 'international', sha256: receipt.sha256 }) },
    { name: 'of a home that there is none of', text: receiptText({ ...receipt, to: 'atlantis' as 'eu' }) },
    { name: 'without a hash', text: receiptText({ ...receipt, sha256: 'none' }) },
    { name: 'without what it counts', text: receiptText({ ...receipt, counts: undefined as never }) },
  ])('is not taken when it is $name', ({ text }) => {
    expect(receiptIn(text)).toBeUndefined();
  });

  it.each([
    { name: 'as much as then', now: { logs: 1, messages: 2 }, compared: 'same' },
    { name: 'one message more', now: { logs: 1, messages: 3 }, compared: 'wroteSince' },
    { name: 'one log more', now: { logs: 2, messages: 2 }, compared: 'wroteSince' },
    { name: 'what nobody can count until terms are accepted', now: 'locked', compared: 'notCompared' },
    { name: 'nothing any more', now: 'erased', compared: 'same' },
  ] as const)('tells whether the old home has $name', ({ now, compared }) => {
    expect(sinceThen(receipt, now)).toBe(compared);
  });
});
