import { comparison } from '../../tools/evidence/comparison';
import { type EvidenceEntries, readEntries } from '../../tools/evidence/entries';
import { inFolder } from '../support/folder';

const NOTHING: EvidenceEntries = {
  findings: new Map(),
  acknowledgements: new Map(),
  exceptions: new Map(),
  policies: new Map(),
  sizes: [{ name: 'Eu-ServiceControl-1', size: 9383, limit: 10240 }],
};
const acknowledging = (...entries: readonly (readonly [what: string, says: string, whole?: string])[]) => ({
  ...NOTHING,
  acknowledgements: new Map(
    entries.map(([what, says, whole]) => [what, { says, ...(whole !== undefined && { whole }) }]),
  ),
});
/** The lines about acknowledgements. */
const linesOf = (before: EvidenceEntries, after: EvidenceEntries) =>
  comparison(before, after)
    .split('\n')
    .filter((line) => /Acknowledgements|^\| (?:<code>S|new|gone|changed|and )/u.test(line));

describe('what changes for reviewers', () => {
  it.each([
    {
      name: 'is nothing where all is as it was',
      before: acknowledging(['S1 on Media', 'so it is']),
      after: acknowledging(['S1 on Media', 'so it is']),
      lines: ['**Acknowledgements:** 1 → 1, unchanged'],
    },
    {
      name: 'is what is new',
      before: NOTHING,
      after: acknowledging(['S1 on Media', 'so it is']),
      lines: ['### Acknowledgements: 0 → 1', '| new | what it says |', '| <code>S1 on Media</code> | so it is |'],
    },
    {
      name: 'is what is gone',
      before: acknowledging(['S1 on Media', 'so it is']),
      after: NOTHING,
      lines: ['### Acknowledgements: 1 → 0', '| gone | what it says |', '| <code>S1 on Media</code> | so it is |'],
    },
    {
      name: 'is what is said otherwise',
      before: acknowledging(['S1 on Media', 'so it is']),
      after: acknowledging(['S1 on Media', 'so it was']),
      lines: [
        '### Acknowledgements: 1 → 1',
        '| changed | what it says |',
        '| <code>S1 on Media</code> | so it was<br>was: so it is |',
      ],
    },
    {
      name: 'is what is otherwise, though the same is said of it',
      before: acknowledging(['S1 on Media', 'so it is', '{"Effect":"Deny"}']),
      after: acknowledging(['S1 on Media', 'so it is', '{"Effect":"Allow"}']),
      lines: ['### Acknowledgements: 1 → 1', '| changed | what it says |', '| <code>S1 on Media</code> | so it is |'],
    },
    {
      name: 'is told as text, whatever a branch has written there',
      before: NOTHING,
      after: acknowledging(['S1 on `Media`', 'ask @everyone | <img src="x">\n[here](https://example.org)']),
      lines: [
        '### Acknowledgements: 0 → 1',
        '| new | what it says |',
        '| <code>S1 on &#96;Media&#96;</code> | ask &#64;everyone &#124; &#60;img src="x"&#62; &#91;here&#93;(https://example.org) |',
      ],
    },
  ])('$name', ({ before, after, lines }) => {
    expect(linesOf(before, after)).toEqual(lines);
  });

  it('is counted where there is nothing to compare with', () => {
    const text = comparison(undefined, acknowledging(['S1 on Media', 'so it is']));
    expect(text).toContain('The base branch has no evidence to compare with.');
    expect(text).toContain('**Acknowledgements:** 1\n');
  });

  it('fits into a comment, however much there is', () => {
    const many = Array.from({ length: 5000 }, (_, index) => [`S1 on Media${index}`, 'x'.repeat(5000)] as const);
    const all = { ...acknowledging(...many), findings: acknowledging(...many).acknowledgements };
    const text = comparison(NOTHING, { ...all, exceptions: all.findings, policies: all.findings });
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('| and 4970 more | |');
  });

  it('has the room that each policy has left, and where its size has changed', () => {
    const after = { ...NOTHING, sizes: [{ name: 'Eu-ServiceControl-1', size: 9400, limit: 10240 }] };
    expect(comparison(NOTHING, after)).toContain('| <code>Eu-ServiceControl-1</code> | 9383 → 9400 | 10240 | 840 |');
    expect(comparison(NOTHING, after)).toContain('the least room is 840 characters');
  });
});

describe('a folder of evidence', () => {
  const row = { rule: 'S1', place: '<cell>-Data/Media', description: 'no logs', in: { Eu: {}, International: {} } };
  const finding = {
    channel: 's3-bucket-replication',
    stack: 'Eu-Data',
    logicalId: 'Media',
    path: 'Role',
    message: 'it leaves',
  };
  const files = {
    'nag/nag.json': {
      packs: [
        {
          open: [row],
          acknowledged: [
            { ...row, rule: 'S2', answer: { reason: 'so it is', owner: 'platform', since: '2026-11-24' } },
          ],
        },
      ],
      flaws: [{ kind: 'stale-acknowledgement', id: 'A::S3', at: 'Eu-Data/Media', message: 'nothing is found' }],
    },
    'residency.json': {
      findings: [finding],
      excepted: [{ ...finding, exception: { reason: 'accepted', owner: 'security', expires: '2027-03-31' } }],
    },
    'policies/manifest.json': [
      {
        kind: 'scp',
        name: 'Eu-SCP',
        file: 'Eu-SCP.json',
        size: 10,
        limit: 20,
        statements: [{ sid: 'Nothing', because: 'it leaves' }],
      },
      { kind: 'ai-opt-out', name: 'Eu-Ai', file: 'Eu-Ai.json', size: 3, limit: 20, statements: [] },
    ],
    'policies/Eu-SCP.json': { Statement: [{ Sid: 'Nothing', Effect: 'Deny' }] },
    'policies/Eu-Ai.json': { services: {} },
  };

  it('is read as what is compared', () => {
    const { findings, acknowledgements, exceptions, policies, sizes } = inFolder(files, readEntries);
    const said = (entries: EvidenceEntries['findings']) => [...entries].map(([what, { says }]) => `${what}: ${says}`);
    expect({
      findings: said(findings),
      acknowledgements: said(acknowledgements),
      exceptions: said(exceptions),
      policies: said(policies),
      sizes,
    }).toEqual({
      findings: [
        'S1 on <cell>-Data/Media in Eu and International: no logs',
        'stale-acknowledgement A::S3 on Eu-Data/Media: nothing is found',
        's3-bucket-replication on Eu-Data/Media at Role: it leaves',
      ],
      acknowledgements: ['S2 on <cell>-Data/Media in Eu and International: so it is (platform, since 2026-11-24)'],
      exceptions: ['s3-bucket-replication on Eu-Data/Media at Role: accepted (security, until 2027-03-31)'],
      policies: ['Eu-SCP: scp', 'Eu-SCP Nothing: it leaves', 'Eu-Ai: ai-opt-out'],
      sizes: [
        { name: 'Eu-SCP', size: 10, limit: 20 },
        { name: 'Eu-Ai', size: 3, limit: 20 },
      ],
    });
  });

  it('differs where a statement does, though its reason does not', () => {
    const other = { ...files, 'policies/Eu-SCP.json': { Statement: [{ Sid: 'Nothing', Effect: 'Allow' }] } };
    const text = comparison(inFolder(files, readEntries), inFolder(other, readEntries));
    expect(text).toContain(
      '### Policies: 3 → 3\n\n| changed | what it says |\n| --- | --- |\n| <code>Eu-SCP Nothing</code> | it leaves |',
    );
  });
});
