import * as fc from 'fast-check';
import { type Answer, answerText, daysBetween, isDay, OWNERS, readAnswer } from '../../lib/domain/acknowledgement';

const text = fc.stringMatching(/^[\w ,.'(]{1,40}$/u);
const day = fc.constantFrom('2026-11-24', '2027-03-31');
const answer: fc.Arbitrary<Answer> = fc.record(
  {
    reason: text,
    substitute: fc.record({ control: text, test: fc.stringMatching(/^test\/[\w/.-]{1,20}$/u) }),
    owner: fc.constantFrom(...OWNERS),
    since: day,
    until: day,
  },
  { requiredKeys: ['reason', 'owner', 'since'] },
);

describe('an answer to a rule', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(answer, (written) => expect(readAnswer(answerText(written))).toEqual(written)));
  });

  it.each([
    { name: 'has nothing but a reason where nobody wrote more', text: 'so it is' },
    { name: 'has no owner without a day', text: 'so it is; owner: platform' },
    { name: 'has no day that is none', text: 'so it is; owner: platform; since: yesterday' },
  ])('$name', ({ text: reason }) => {
    expect(readAnswer(reason)).toEqual({ reason });
  });
});

describe('a day', () => {
  it.each([
    { text: '2026-11-24', is: true },
    { text: '2028-02-29', is: true },
    { text: '2026-02-29', is: false },
    { text: '2026-13-01', is: false },
    { text: '26-11-24', is: false },
    { text: '', is: false },
  ])("'$text' is one: $is", ({ text: written, is }) => {
    expect(isDay(written)).toBe(is);
  });

  it('is as far from another as the calendar says', () => {
    expect([daysBetween('2026-11-24', '2026-11-24'), daysBetween('2026-02-27', '2026-03-01')]).toEqual([0, 2]);
  });
});
