import path from 'node:path';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { type Channel, isCovered } from '../../lib/catalogue/channel';
import { stalePages } from '../../lib/cli/docs';
import { check } from '../../lib/controls/proactive/check';
import type { Finding } from '../../lib/domain/finding';
import { counting } from '../../lib/reporting/report';
import KNOWN_WAYS_OUT from '../fixtures/known-ways-out.json';
import { inFolder, manifestOf } from '../support/folder';
import { findingsIn, unprovenRules } from '../support/review';

const covered = CHANNELS.flatMap((channel) =>
  isCovered(channel.proactive) ? [{ channel, proactive: channel.proactive }] : [],
);

describe('the catalogue', () => {
  it('gives each id and alias to one channel', () => {
    const ids = CHANNELS.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('writes ids in kebab case, and names no channel after what it demands', () => {
    expect(CHANNELS.map(({ id }) => id).filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id))).toEqual([]);
    expect(
      CHANNELS.map(({ title }) => title).filter((title) => /\b(?:ensure|check|should|must)\b|\.$/i.test(title)),
    ).toEqual([]);
  });

  it('answers what arrives where, when it may, and what to do, in sentences', () => {
    const sentences = CHANNELS.flatMap(({ risk, legitimate, remediation }) => [risk, legitimate, remediation]);
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });

  it('leaves no text of a new channel to be written', () => {
    expect(CHANNELS.filter((channel) => JSON.stringify(channel).includes('…')).map(({ id }) => id)).toEqual([]);
  });

  it('says of each channel by itself when it is legitimate', () => {
    const sentences = CHANNELS.flatMap(({ legitimate }) => legitimate.split(/(?<=\.) /u));
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
    expect(CHANNELS.filter(({ legitimate }) => legitimate.length < 60).map(({ id }) => id)).toEqual([]);
  });

  it('gives the reason wherever a control does not see a channel', () => {
    const reasons = CHANNELS.flatMap(({ proactive, preventive, detective, audit }) =>
      [proactive, preventive, detective, audit].flatMap((control) =>
        'notCovered' in control ? [control.notCovered] : [],
      ),
    );
    expect(reasons.filter((reason) => reason.length < 30 || /later|todo|not yet/i.test(reason))).toEqual([]);
  });

  it('has an entry for each way out that was known before it, under that id or as a former one', () => {
    const ids = new Set<string>(CHANNELS.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
    expect(KNOWN_WAYS_OUT.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has fresh pages', () => {
    expect(stalePages(path.join(__dirname, '..', '..', 'docs', 'channels'))).toEqual([]);
  });
});

describe.each(covered)('$channel.id', ({ channel, proactive }) => {
  it.each(numbered(proactive.violating))('finds violating example $number', ({ example }) => {
    expect(findingsIn(example, channel).length).toBeGreaterThan(0);
  });

  it.each(numbered(proactive.compliant))('finds nothing in compliant example $number', ({ example }) => {
    expect(findingsIn(example, channel)).toEqual([]);
  });
});

describe('the review of the catalogue', () => {
  const reviewed = covered.filter(({ channel }) => channel.unreviewed === undefined);

  it.each(reviewed)(
    'finds that each rule has an example that fails when it is switched off: $channel.id',
    ({ channel }) => {
      expect(unprovenRules(channel)).toEqual([]);
    },
  );

  it('marks no channel as unreviewed whose rules are proven', () => {
    const marked = CHANNELS.filter(({ unreviewed }) => unreviewed !== undefined);
    expect(marked.filter((channel) => unprovenRules(channel).length === 0).map(({ id }) => id)).toEqual([]);
  });
});

describe('the assembly that leaves by every channel', () => {
  it('is found to leave by each channel that templates can open', () => {
    const { findings, problems } = checked('violating');
    expect(problems).toEqual([]);
    const missed = covered.filter(({ channel }) => !findings.some((finding) => isOf(channel, finding)));
    expect(missed.map(({ channel }) => channel.id)).toEqual([]);
  });
});

describe('the assembly that stays at home', () => {
  it('has a stack for each channel that templates can open, and nothing to find', () => {
    const { findings, problems, judged } = checked('compliant');
    expect({
      findings: counting(findings).map(({ stack, channel, message }) => `${stack}: ${channel}: ${message}`),
      problems,
      channels: distinct(judged.map(({ stack }) => stack.split('.')[0] ?? '')),
    }).toEqual({ findings: [], problems: [], channels: distinct(covered.map(({ channel }) => channel.id)) });
  });
});

/** One assembly of all examples, each a stack `<channel>.<number>`, so that each also comes before every other channel's rules. */
function checked(kind: 'violating' | 'compliant') {
  const examples = covered.flatMap(({ channel, proactive }) =>
    numbered(proactive[kind]).map(({ number, example }) => ({ id: `${channel.id}.${number}`, example })),
  );
  const files = {
    'manifest.json': manifestOf(Object.fromEntries(examples.map(({ id }) => [id, { region: 'eu-central-1' }]))),
    ...Object.fromEntries(examples.map(({ id, example }) => [`${id}.template.json`, example])),
  };
  return inFolder(files, (folder) => check([folder]));
}

function isOf({ id }: Channel, { channel, stack }: Finding): boolean {
  return channel === id && stack.startsWith(`${id}.`);
}

function numbered<Value>(values: readonly Value[]) {
  return values.map((example, index) => ({ number: index + 1, example }));
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted();
}
