import { propertiesAt } from '../../../lib/catalogue/examples';
import { BODIES, PLACEMENTS, type Placement } from '../../../lib/controls/flows/compute';
import { traceFlows } from '../../../lib/controls/flows/flows';
import { answers, describeFlows } from '../../support/describe-flows';
import {
  allow,
  arnOf,
  documentOf,
  FOR_FUNCTIONS,
  fn,
  NETWORK,
  ref,
  resource,
  role,
  TABLE,
  trust,
} from '../../support/flow-templates';
import { assemblyOf } from '../../support/in-memory';

const READ = allow('dynamodb:GetItem', arnOf('Table'));
const READS = { Table: TABLE, Role: role([READ], { AssumeRolePolicyDocument: documentOf() }) };

/** What is said of the table where a body runs as the role that reads it, placed like this. */
function said(
  placement: Placement,
  placed: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
) {
  const [of] = placement.of ?? [];
  const body = BODIES.find(({ type }) => type === (of === undefined ? placement.type : bodyOf(of)));
  if (body === undefined) throw new Error(`nothing is placed by ${placement.type}`);
  const named = propertiesAt(body.roles[0], arnOf('Role'));
  const resources =
    of === undefined
      ? { Body: resource(body.type, merged(named, placed)) }
      : {
          Body: resource(body.type, named),
          Placer: resource(placement.type, merged(propertiesAt(of, ref('Body')), placed)),
        };
  const assembly = assemblyOf({ Main: { Resources: { ...NETWORK, ...READS, ...resources, ...more } } });
  return answers(traceFlows(assembly, { allowed: ['eu-central-1'] }))['Table'];
}

function bodyOf(path: string): string {
  return path.includes('TaskDefinition') ? 'AWS::ECS::TaskDefinition' : 'AWS::EC2::LaunchTemplate';
}

function merged(one: unknown, other: unknown): Readonly<Record<string, unknown>> {
  if (typeof one !== 'object' || typeof other !== 'object') return other as Record<string, unknown>;
  const keys = Object.keys({ ...one, ...other });
  const both = keys.map((key) => {
    const [before, after] = [one, other].map((map) => (map as Record<string, unknown>)[key]);
    return [key, before === undefined || after === undefined ? (before ?? after) : merged(before, after)];
  });
  const entries = Object.fromEntries(both) as Record<string, unknown>;
  return Array.isArray(one) ? (Object.values(entries) as unknown as Record<string, unknown>) : entries;
}

const PLACED = PLACEMENTS.map((placement) => ({ ...placement, by: placement.of?.[0] ?? 'itself', placement }));

describe('what runs code is followed into its network', () => {
  it.each(PLACED)('where $type places $by', ({ placement }) => {
    const [subnets = ''] = placement.subnets;
    const { through } = placement;
    const inside =
      through === undefined ? propertiesAt(subnets, ref('Subnet')) : propertiesAt(through, ref('Connector'));
    const closing =
      placement.openUnless === undefined ? {} : propertiesAt(placement.openUnless.path, placement.openUnless.is);
    const connector = { Connector: resource('AWS::AppRunner::VpcConnector', propertiesAt(subnets, ref('Subnet'))) };
    const open = { Route: resource('AWS::EC2::Route', { RouteTableId: ref('Routes'), NatGatewayId: 'nat-0a1b' }) };
    expect(said(placement, merged(inside, closing), connector)).toEqual([]);
    expect(said(placement, merged(inside, closing), { ...connector, ...open })).toBe(
      '(grant: dynamodb:GetItem) Body → (network: a NAT gateway) the internet',
    );
  });

  it.each(PLACED)('where $type leaves $by without one', ({ placement }) => {
    const { what, certain } = placement.alone;
    const doubt = certain ? '' : ', possibly';
    const closing =
      placement.openUnless === undefined ? {} : propertiesAt(placement.openUnless.path, placement.openUnless.is);
    expect(said(placement, closing)).toBe(`(grant: dynamodb:GetItem) Body → (network: ${what}${doubt}) the internet`);
  });
});

const MODEL = resource('AWS::SageMaker::Model', {
  ExecutionRoleArn: arnOf('Role'),
  VpcConfig: { Subnets: ['subnet-0a1b'] },
});
const TASK = resource('AWS::ECS::TaskDefinition', { TaskRoleArn: arnOf('Role') });

describeFlows('some networks are opened or closed by a setting: it', [
  {
    name: 'lets nothing out of a model in isolation',
    resources: { ...READS, Model: { ...MODEL, Properties: { ...MODEL.Properties, EnableNetworkIsolation: true } } },
    says: { Table: [] },
  },
  {
    name: 'takes isolation that is not decided for none',
    resources: {
      ...READS,
      Model: { ...MODEL, Properties: { ...MODEL.Properties, EnableNetworkIsolation: ref('On') } },
    },
    says: {
      Table:
        "(grant: dynamodb:GetItem) Model → (network: subnet 'subnet-0a1b', whose routes are not here, possibly) the internet",
    },
  },
  {
    name: 'knows that a notebook has a way out beside its subnet, unless that is disabled',
    resources: {
      ...NETWORK,
      ...READS,
      Notebook: resource('AWS::SageMaker::NotebookInstance', { RoleArn: arnOf('Role'), SubnetId: ref('Subnet') }),
    },
    says: {
      Table: "(grant: dynamodb:GetItem) Notebook → (network: 'DirectInternetAccess' is not 'Disabled') the internet",
    },
  },
  ...[
    { assign: 'ENABLED', says: '(grant: dynamodb:GetItem) Task → (network: an internet gateway) the internet' },
    { assign: 'DISABLED', says: [] },
  ].map(({ assign, says }) => ({
    name: `asks whether a task has a public address: ${assign}`,
    resources: {
      ...NETWORK,
      ...READS,
      Task: TASK,
      Gateway: resource('AWS::EC2::InternetGateway'),
      Route: resource('AWS::EC2::Route', { RouteTableId: ref('Routes'), GatewayId: ref('Gateway') }),
      Service: resource('AWS::ECS::Service', {
        TaskDefinition: ref('Task'),
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [ref('Subnet')], AssignPublicIp: assign } },
      }),
    },
    says: { Table: says },
  })),
  {
    name: 'does not know where a task runs that nothing places',
    resources: { ...READS, Task: TASK },
    says: {
      Table:
        '(grant: dynamodb:GetItem) Task → (network: nothing here says in which network it runs, possibly) the internet',
    },
  },
]);

describeFlows('who runs as a role is asked of all that name it: it', [
  {
    name: 'takes a role that is not here for one that may read everything',
    resources: { Table: TABLE, Reader: resource('AWS::Lambda::Function', { Role: ref('RoleArn') }) },
    says: {
      Table: "(grant: role '${RoleArn}', which is not here, possibly) Reader → (network: no VPC) the internet",
    },
  },
  {
    name: 'finds the role of an instance in its profile',
    resources: {
      ...READS,
      Profile: resource('AWS::IAM::InstanceProfile', { Roles: [ref('Role')] }),
      Instance: resource('AWS::EC2::Instance', { IamInstanceProfile: ref('Profile') }),
    },
    says: {
      Table:
        '(grant: dynamodb:GetItem) Instance → (network: the default VPC, which has an internet gateway) the internet',
    },
  },
  {
    name: 'takes a role for code that nothing runs here for one that something else runs as',
    resources: { Table: TABLE, Role: role([READ]) },
    says: {
      Table:
        "(grant: dynamodb:GetItem) Role → (trust: whatever 'lambda.amazonaws.com' runs in its name is not here, possibly) the internet",
    },
  },
  {
    name: 'takes a role of a service that runs no code for one that stays within AWS',
    resources: {
      Table: TABLE,
      Role: role([READ], { AssumeRolePolicyDocument: trust({ Service: 'backup.amazonaws.com' }) }),
    },
    says: { Table: [] },
  },
  {
    name: 'follows a service by the role that it is given, and no further than its role',
    resources: {
      ...READS,
      Queue: resource('AWS::SQS::Queue'),
      Role: role([READ, allow('sqs:SendMessage', arnOf('Queue'))], { AssumeRolePolicyDocument: documentOf() }),
      Import: resource('AWS::Some::Import', { Settings: { AccessRoles: [arnOf('Role')] } }),
      OtherRole: role([allow('sqs:ReceiveMessage', arnOf('Queue'))]),
      Other: fn('OtherRole'),
    },
    says: {
      Table:
        '(grant: dynamodb:GetItem) Import → (grant: sqs:SendMessage) Queue → (grant: sqs:ReceiveMessage) Other → (network: no VPC) the internet',
      Queue: '(grant: sqs:ReceiveMessage) Other → (network: no VPC) the internet',
    },
  },
  {
    name: 'leaves the role alone by which a service pulls an image for a task',
    resources: {
      Table: TABLE,
      Role: role([READ], { AssumeRolePolicyDocument: trust({ Service: 'ecs-tasks.amazonaws.com' }) }),
      Task: resource('AWS::ECS::TaskDefinition', { ExecutionRoleArn: arnOf('Role') }),
    },
    says: { Table: [] },
  },
  {
    name: 'does not take a role of a pair of functions for a way between them',
    resources: {
      ...READS,
      Role: resource('AWS::IAM::Role', { AssumeRolePolicyDocument: FOR_FUNCTIONS }),
      One: fn(),
      Other: fn(),
    },
    says: { Table: [] },
  },
]);
