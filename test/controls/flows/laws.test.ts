import {
  array,
  assert,
  constantFrom,
  dictionary,
  json,
  letrec,
  oneof,
  property,
  shuffledSubarray,
  subarray,
} from 'fast-check';
import { AssemblyResolver } from '../../../lib/assembly/resolve';
import { buildGraph } from '../../../lib/controls/flows/build-graph';
import { BODIES, PLACEMENTS } from '../../../lib/controls/flows/compute';
import { DELIVERIES } from '../../../lib/controls/flows/deliveries';
import { traceFlows } from '../../../lib/controls/flows/flows';
import { KINDS } from '../../../lib/controls/flows/kinds';
import { NETWORKED_STORES } from '../../../lib/controls/flows/networked-stores';
import { POLICIES } from '../../../lib/controls/flows/resource-policies';
import { View } from '../../../lib/controls/flows/view';
import { termsOf } from '../../../lib/controls/proactive/homes';
import { allow, arnOf, BUCKET, fn, NETWORK, QUEUE, ref, resource, role, TABLE } from '../../support/flow-templates';
import { assemblyOf } from '../../support/in-memory';

type Resources = Readonly<Record<string, unknown>>;

/** Parts of an app that go together in any number. */
const PARTS: readonly Resources[] = [
  { Table: TABLE },
  { Bucket: BUCKET },
  { Queue: QUEUE },
  NETWORK,
  { Reading: role([allow('dynamodb:GetItem', arnOf('Table')), allow('sqs:SendMessage', '*')]), Reader: fn('Reading') },
  {
    Listening: role([allow('sqs:*', arnOf('Queue'))]),
    Listener: fn('Listening', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
  },
  { Anything: role([allow('*', '*')]), Worker: fn('Anything', { VpcConfig: { SubnetIds: [ref('Subnet')] } }) },
  { Route: resource('AWS::EC2::Route', { RouteTableId: ref('Routes'), NatGatewayId: 'nat-0a1b' }) },
  { Dead: resource('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: arnOf('Queue') } }) },
  { Topic: resource('AWS::SNS::Topic', { Subscription: [{ Protocol: 'email', Endpoint: 'somebody' }] }) },
  {
    Telling: role([allow('sns:Publish', ref('Topic')), allow('dynamodb:Scan', '*')]),
    Teller: fn('Telling', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
  },
];

/** Parts that none of those refers to, and that refer to none of them. */
const UNRELATED: readonly Resources[] = [
  { More1: TABLE, MoreRole1: role([allow('dynamodb:GetItem', arnOf('More1'))]), MoreFn1: fn('MoreRole1') },
  { More2: BUCKET },
  { More3: resource('AWS::EC2::VPC'), MoreSubnet3: resource('AWS::EC2::Subnet', { VpcId: ref('More3') }) },
  {
    More4: resource('AWS::IAM::ManagedPolicy', {
      PolicyDocument: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
    }),
  },
  { More5: resource('AWS::SQS::Queue', { QueueName: 'more' }) },
  { More6: resource('AWS::Some::Thing', { Anything: { At: ['all'] } }) },
  { More7: resource('AWS::Events::Rule', { EventPattern: { source: ['more'] }, Targets: [] }) },
];

const parts = subarray([...PARTS]).map(together);
const more = subarray([...UNRELATED]).map(together);

function together(some: readonly Resources[]): Resources {
  return Object.assign({}, ...some) as Resources;
}

/** The number of hops from each store abroad; 0 where there is no path. */
function hopsFrom(Resources: Resources): Record<string, number> {
  const flows = traceFlows(assemblyOf({ Main: { Resources } }), { allowed: ['eu-central-1'] });
  return Object.fromEntries(flows.map(({ store, path = [] }) => [store.logicalId, path.length]));
}

describe('what is said of flows', () => {
  it('is a path still, and no longer one, whatever unrelated is added', () => {
    const isKept = (resources: Resources, added: Resources) => {
      const after = hopsFrom({ ...resources, ...added });
      return Object.entries(hopsFrom(resources)).every(([store, hops]) => {
        const now = after[store] ?? 0;
        return hops === 0 || (now > 0 && now <= hops);
      });
    };
    expect(() => assert(property(parts, more, isKept), { numRuns: 200 })).not.toThrow();
  });

  it('does not depend on the order of resources', () => {
    const shuffled = parts.chain((resources) => {
      const keys = Object.keys(resources);
      return shuffledSubarray(keys, { minLength: keys.length }).map((order) => ({ resources, order }));
    });
    const isSame = ({ resources, order }: { resources: Resources; order: readonly string[] }) => {
      const before = hopsFrom(resources);
      const after = hopsFrom(Object.fromEntries(order.map((key) => [key, resources[key]])));
      return Object.keys(before).every((store) => before[store] === after[store]);
    };
    expect(() => assert(property(shuffled, isSame), { numRuns: 100 })).not.toThrow();
  });

  it('is something, whatever stands in the properties', () => {
    const types = [
      ...Object.keys(KINDS),
      ...[...BODIES, ...PLACEMENTS, ...DELIVERIES, ...NETWORKED_STORES, ...POLICIES].map(({ type }) => type),
    ];
    const { value } = letrec((tie) => ({
      value: oneof(
        { maxDepth: 4 },
        constantFrom<unknown>('', '*', 'arn:', 'arn:aws:s3:::*', 'x', true, 0, null, [], { Ref: 'A' }, arnOf('B')),
        json(),
        array(tie('value'), { maxLength: 3 }),
        dictionary(
          constantFrom('Statement', 'Action', 'Resource', 'Effect', 'Principal', 'AWS', 'Fn::If', 'Condition'),
          tie('value'),
        ),
      ),
    }));
    const properties = constantFrom(
      ...PARTS.flatMap((part) => Object.values(part).flatMap(namesIn)),
      'Policies',
      'PolicyDocument',
    );
    const anything = dictionary(properties, value);
    const type = constantFrom(...types);
    const isSaid = (one: string, its: Resources, other: string, others: Resources) =>
      Object.keys(hopsFrom({ A: resource(one, its), B: resource(other, others) })).length <= 2;
    expect(() => assert(property(type, anything, type, anything, isSaid), { numRuns: 300 })).not.toThrow();
  });

  it('takes twice as many edges for twice as many resources', () => {
    expect(edgesOf(400)).toBeLessThanOrEqual(2 * edgesOf(200));
  });
});

function namesIn(declared: unknown): string[] {
  return Object.keys((declared as { readonly Properties: Resources }).Properties);
}

/** The edges of an app in which each function has a role with wildcards, and each of these can mean every store. */
function edgesOf(count: number): number {
  const units = Array.from({ length: count }, (_, index) => ({
    [`Table${index}`]: TABLE,
    [`Queue${index}`]: QUEUE,
    [`Role${index}`]: role([allow(['dynamodb:*', 'sqs:*'], '*')]),
    [`Function${index}`]: fn(`Role${index}`, { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
  }));
  const assembly = assemblyOf({ Main: { Resources: together([NETWORK, ...units]) } });
  const view = new View(assembly, new AssemblyResolver(assembly), termsOf({}));
  return buildGraph(view, [], []).edges.length;
}
