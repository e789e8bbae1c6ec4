import { CHANNELS } from '../../lib/catalogue/catalogue';
import { type Channel, notCovered } from '../../lib/catalogue/channel';
import {
  controlsOf,
  FEWEST_CONTROLS,
  isForInformation,
  isSeenAfterwards,
  isThinlyCovered,
  trailsOf,
} from '../../lib/catalogue/coverage';
import { s3BucketReplication } from '../../lib/catalogue/services/s3';

const none = notCovered('this channel is for tests only');

describe('the coverage of content', () => {
  const thin = CHANNELS.filter(isThinlyCovered);

  it.each(CHANNELS.filter(({ level }) => level === 'content'))(
    'has two controls that do not rest on each other, or says why not: $id',
    (channel) => {
      const saysWhyNot = channel.loneControl !== undefined;
      expect({ saysWhyNot }).toEqual({ saysWhyNot: controlsOf(channel).length < FEWEST_CONTROLS });
    },
  );

  it('is thin for few, each of which has a reason of its own', () => {
    const reasons = thin.map(({ loneControl }) => loneControl);
    expect(new Set(reasons).size).toBe(thin.length);
    expect(reasons.filter((reason = '') => !/^[A-Z].{80,}\.$/.test(reason))).toEqual([]);
    expect(thin.length).toBeLessThan(CHANNELS.length / 20);
  });
});

describe('the controls of a channel', () => {
  const policy = (strength: 'partly' | 'not-at-all'): Partial<Channel> => ({
    preventive: { strength, why: 'it is tried', denies: [] },
  });
  const all = ['proactive', 'preventive', 'detective', 'audit'];
  const cases: readonly [name: string, change: Partial<Channel>, controls: readonly string[]][] = [
    ['all that see it', {}, all],
    ['no rule that is not there', { proactive: none }, ['preventive', 'detective', 'audit']],
    ['a policy that stops it in part', policy('partly'), all],
    ['no policy that stops nothing', policy('not-at-all'), ['proactive', 'detective', 'audit']],
    ['nothing where nothing sees it', { proactive: none, preventive: none, detective: none, audit: none }, []],
  ];

  it.each(cases)('are %s', (_, change, controls) => {
    expect(controlsOf({ ...s3BucketReplication, ...change })).toEqual(controls);
  });
});

describe('the rules of a channel', () => {
  const channelsWith = (severities: readonly ('info' | undefined)[], level: Channel['level'] = 'content'): Channel => ({
    ...s3BucketReplication,
    level,
    proactive: {
      rules: severities.map((severity) => ({
        types: ['AWS::S3::Bucket'],
        path: 'A',
        kind: 'region',
        severity,
      })) as never,
      violating: [{ Resources: {} }],
      compliant: [{ Resources: {} }],
    },
  });

  it.each([
    ['inform where all of them do', channelsWith(['info', 'info']), true],
    ['find where one of them does', channelsWith(['info', undefined]), false],
    ['inform of what only tells of people', channelsWith([undefined], 'metadata'), true],
    ['do neither where there are none', { ...s3BucketReplication, proactive: none }, false],
  ])('%s', (_, channel, informs) => {
    expect(isForInformation(channel)).toBe(informs);
  });
});

describe('a channel that is seen only afterwards', () => {
  it.each([
    ['has neither a rule nor a policy', { proactive: none, preventive: none }, true],
    ['is none where a rule sees it', { preventive: none }, false],
    ['is none where a policy stops it', { proactive: none }, false],
    ['carries content', { proactive: none, preventive: none, level: 'metadata' as const }, false],
  ])('%s', (_, change, isSeen) => {
    expect(isSeenAfterwards({ ...s3BucketReplication, ...change })).toBe(isSeen);
  });
});

describe('the trails of a channel', () => {
  const recorded = (...places: readonly ('source' | 'destination' | 'both' | 'us-east-1')[]): Channel => ({
    ...s3BucketReplication,
    detective: {
      events: places.map((recordedIn) => ({
        eventSource: 's3.amazonaws.com',
        eventName: 'PutBucketReplication',
        recordedIn,
        opens: [{ path: 'ReplicationConfiguration', kind: 'presence' }],
      })) as never,
    },
  });

  it.each([
    ['one, said once', recorded('source', 'source'), ['source']],
    ['two for what both regions record', recorded('both'), ['source', 'destination']],
    ['the only region of a service last', recorded('us-east-1', 'destination'), ['destination', 'us-east-1']],
    ['none where no event tells of it', { ...s3BucketReplication, detective: none }, []],
  ])('are %s', (_, channel, trails) => {
    expect(trailsOf(channel)).toEqual(trails);
  });
});
