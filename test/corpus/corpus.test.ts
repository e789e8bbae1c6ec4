import { judgeAll } from './judge';
import open from './open.json';
import { casesOf, readCorpus } from './read-corpus';

const corpus = readCorpus();

/** Cases that the engine does not judge as labelled yet; `npm run corpus` says how far it is off. */
const OPEN: readonly string[] = open;

describe('the corpus', () => {
  it('gives each case a name of its own', () => {
    const ids = corpus.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('labels each case in full', () => {
    const lacking = corpus.filter(({ id, style, channel, verdict, where, why, files }) => {
      const texts = [id, style, channel, verdict, why];
      return texts.some((text) => typeof text !== 'string' || text === '') || where.length === 0 || hasSlots(files);
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('lists as open only what is a case', () => {
    expect(OPEN.filter((id) => !corpus.some((one) => one.id === id))).toEqual([]);
  });

  it('has about as many violations as clean cases', () => {
    const violations = corpus.filter(({ verdict }) => verdict === 'violation').length;
    expect(Math.abs(violations / corpus.length - 0.5)).toBeLessThan(0.05);
  });

  it('is judged as labelled, but for what is open or disputed', () => {
    const asked = corpus.filter(({ id, disputed }) => disputed === undefined && !OPEN.includes(id));
    const wrong = judgeAll(asked)
      .filter(({ result }) => result === 'missed' || result === 'alarm')
      .map(({ labelled: { id, why }, result, said }) => ({ id, result, why, said }));
    expect(wrong).toEqual([]);
  });
});

describe('casesOf', () => {
  it('fills the slots of a family, and lets a case say more', () => {
    const family = `
- channel: c
  where: [A]
  template: |
    Resources: { A: { Type: <<type>>, <<more>> } }
  cases:
    - { id: one, style: s, verdict: clean, why: w, fill: { type: T } }
    - { id: two, style: s, verdict: violation, why: w, as: json, region: us-east-1, fill: { type: T, more: 'Condition: C' } }
`;
    const shared = { area: 'area', style: 's', channel: 'c', where: ['A'], why: 'w' };
    expect(casesOf('area', family)).toEqual([
      {
        ...shared,
        id: 'one',
        region: 'eu-central-1',
        allowedRegions: ['eu-central-1'],
        verdict: 'clean',
        files: { 'template.yaml': 'Resources: { A: { Type: T,  } }\n' },
        input: 'template.yaml',
      },
      {
        ...shared,
        id: 'two',
        region: 'us-east-1',
        allowedRegions: ['us-east-1'],
        verdict: 'violation',
        files: { 'template.json': JSON.stringify({ Resources: { A: { Type: 'T', Condition: 'C' } } }, null, 1) },
        input: 'template.json',
      },
    ]);
  });
});

const hasSlots = (files: Readonly<Record<string, string>>) =>
  Object.values(files).some((text) => /<<[a-z]+>>/u.test(text));
