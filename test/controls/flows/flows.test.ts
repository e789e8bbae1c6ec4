import { traceFlows } from '../../../lib/controls/flows/flows';
import { isStoreType, KINDS } from '../../../lib/controls/flows/kinds';
import { STORES_WITHOUT_ACTIONS } from '../../../lib/controls/flows/stores-without-actions';
import { ASSUMPTIONS } from '../../../lib/domain/flow';
import type { StoreClass } from '../../../lib/domain/store-class';
import { describeFlows, foundAt } from '../../support/describe-flows';
import {
  allow,
  arnOf,
  BUCKET,
  fn,
  openReaderOf,
  QUEUE,
  readerOf,
  ref,
  resource,
  role,
  TABLE,
} from '../../support/flow-templates';
import { assemblyOf, type TestStack } from '../../support/in-memory';

const READ = allow('dynamodb:GetItem', arnOf('Table'));

/** A stack whose app declares this of the stores in it. */
function declaring(holds: Readonly<Record<string, StoreClass['personal']>>): NonNullable<TestStack['stack']> {
  return {
    originOf: (logicalId) => {
      const personal = holds[logicalId];
      return personal === undefined ? {} : { holds: { id: logicalId.toLowerCase(), personal } as StoreClass };
    },
  };
}

const IMPERSONAL = { no: 'it counts' };

describe('a flow', () => {
  it('says which store it is, where each hop is said, and how sure it is', () => {
    const assembly = assemblyOf({
      Main: {
        stack: {
          originOf: (logicalId) => (logicalId === 'Table' ? { constructPath: 'Main/People/Resource' } : {}),
        },
        Resources: {
          ...openReaderOf([READ]),
          Reader: { ...fn(), Metadata: { 'aws:cdk:path': 'Main/Claimed/Default' } },
        },
      },
    });
    const table = {
      name: 'Main/People',
      stack: 'Main',
      logicalId: 'Table',
      type: 'AWS::DynamoDB::Table',
      constructPath: 'Main/People/Resource',
    };
    const reader = {
      name: 'Main/Claimed',
      stack: 'Main',
      logicalId: 'Reader',
      type: 'AWS::Lambda::Function',
      constructPath: 'Main/Claimed/Default',
    };
    expect(traceFlows(assembly, { allowed: ['eu-central-1'] })).toEqual([
      {
        store: table,
        verdict: 'path',
        severity: 'error',
        assumptions: [],
        path: [
          {
            from: table,
            to: reader,
            by: 'grant',
            what: 'dynamodb:GetItem',
            certain: true,
            at: { stack: 'Main', logicalId: 'Role', path: 'Policies[0].PolicyDocument.Statement[0]' },
          },
          {
            from: reader,
            to: { name: 'the internet' },
            by: 'network',
            what: 'no VPC',
            certain: true,
            at: { stack: 'Main', logicalId: 'Reader', path: 'VpcConfig' },
          },
        ],
      },
    ]);
  });

  it('says what a proof rests on', () => {
    expect(traceFlows(assemblyOf({ Main: { Resources: { Table: TABLE } } }))).toEqual([
      {
        store: { name: 'Main/Table', stack: 'Main', logicalId: 'Table', type: 'AWS::DynamoDB::Table' },
        verdict: 'proved',
        severity: 'info',
        assumptions: [ASSUMPTIONS.templates, ASSUMPTIONS.administrators, ASSUMPTIONS.aws],
      },
    ]);
  });

  it.each([...Object.keys(KINDS).filter(isStoreType), ...STORES_WITHOUT_ACTIONS])('is traced for %s', (type) => {
    const flows = traceFlows(assemblyOf({ Main: { Resources: { Store: resource(type) } } }));
    expect(flows.map(({ store }) => store.logicalId)).toEqual(['Store']);
  });

  it('is traced for nothing that data only passes', () => {
    const Resources = { Function: fn(), Topic: resource('AWS::SNS::Topic'), Bus: resource('AWS::Events::EventBus') };
    expect(traceFlows(assemblyOf({ Main: { Resources } }))).toEqual([]);
  });

  it('is traced for a topic that somebody declares to be a store', () => {
    const Resources = { Topic: resource('AWS::SNS::Topic') };
    const flows = traceFlows(assemblyOf({ Main: { stack: declaring({ Topic: true }), Resources } }));
    expect(flows.map(({ store }) => store.logicalId)).toEqual(['Topic']);
  });

  it('is not traced for what is never made', () => {
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
    const Resources = { Table: { ...TABLE, Condition: 'Never' } };
    expect(traceFlows(assemblyOf({ Main: { Conditions, Resources } }))).toEqual([]);
  });
});

const ON_THE_WAY = 'all ways abroad lead through what is declared to hold nothing personal';

describe('a class of a store', () => {
  it.each([
    {
      name: 'lowers the severity of its own path',
      holds: { Table: IMPERSONAL },
      says: ['info', 'it is declared to hold nothing personal: it counts'],
    },
    { name: 'says nothing where it says that the store is personal', holds: { Table: true as const }, says: ['error'] },
  ])('$name', ({ holds, says }) => {
    const assembly = assemblyOf({ Main: { stack: declaring(holds), Resources: openReaderOf([READ]) } });
    const [flow] = traceFlows(assembly);
    expect([flow?.severity, ...(flow?.assumptions ?? [])]).toEqual(says);
    expect(flow?.verdict).toBe('path');
  });

  it('is read in the metadata of the resource as well', () => {
    const Metadata = { 'domicile:store': { personal: IMPERSONAL } };
    const Resources = { ...openReaderOf([READ]), Table: { ...TABLE, Metadata } };
    expect(traceFlows(assemblyOf({ Main: { Resources } })).map(({ severity }) => severity)).toEqual(['info']);
  });

  it('does not hide a channel whose finding it has lowered', () => {
    const assembly = assemblyOf({ Main: { stack: declaring({ Table: IMPERSONAL }), Resources: { Table: TABLE } } });
    const finding = { channel: 'dynamodb-global-table', level: 'metadata', severity: 'info' } as const;
    const [flow] = traceFlows(assembly, { findings: [foundAt('Table', 'Replicas[0].Region', finding)] });
    expect([flow?.verdict, flow?.severity, flow?.path?.map(({ what }) => what)]).toEqual([
      'path',
      'info',
      ['dynamodb-global-table'],
    ]);
  });

  it('is what a proof rests on', () => {
    const assembly = assemblyOf({ Main: { stack: declaring({ Table: IMPERSONAL }), Resources: { Table: TABLE } } });
    expect(traceFlows(assembly).map(({ assumptions }) => assumptions.slice(3))).toEqual([
      ['it is declared to hold nothing personal: it counts'],
    ]);
  });

  const THROUGH_QUEUE = {
    ...readerOf([READ, allow('sqs:SendMessage', arnOf('Queue'))]),
    Queue: QUEUE,
    OtherRole: role([allow('sqs:ReceiveMessage', arnOf('Queue'))]),
    Other: fn('OtherRole'),
  };

  it.each([
    { name: 'lowers paths that all lead through it', more: {}, says: ['path', 'info', ON_THE_WAY] },
    {
      name: 'does not lower a path that leads round it',
      more: {
        Role: role([READ, allow('sqs:SendMessage', [arnOf('Queue'), arnOf('Detour')])]),
        Detour: QUEUE,
        OtherRole: role([allow('sqs:ReceiveMessage', [arnOf('Queue'), arnOf('Detour')])]),
      },
      says: ['path', 'error'],
    },
  ])('$name', ({ more, says }) => {
    const Resources = { ...THROUGH_QUEUE, ...more };
    const assembly = assemblyOf({ Main: { stack: declaring({ Queue: IMPERSONAL }), Resources } });
    const flow = traceFlows(assembly).find(({ store }) => store.logicalId === 'Table');
    expect([flow?.verdict, flow?.severity, ...(flow?.assumptions ?? [])]).toEqual(says);
  });
});

const ANYWHERE = role([allow('dynamodb:GetItem', '*')]);
const ABROAD = { stack: { region: 'us-east-1' }, Resources: { Role: ANYWHERE, Reader: fn() } };
const HOME = { Resources: { Table: TABLE } };
const PULLED = '(grant: dynamodb:GetItem) Abroad/Reader';

describeFlows('each home has its own abroad: it', [
  {
    name: 'follows what another region reads from this one',
    stacks: { Main: HOME, Abroad: ABROAD },
    says: { Table: PULLED },
  },
  {
    name: 'follows no wildcard of what cannot get here from its own network',
    stacks: {
      Main: HOME,
      Abroad: {
        stack: { region: 'us-east-1' },
        Resources: {
          Role: ANYWHERE,
          Subnet: resource('AWS::EC2::Subnet'),
          Reader: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
        },
      },
    },
    says: { Table: [] },
  },
  {
    name: 'follows what is granted by its very ARN all the same',
    stacks: {
      Main: { Resources: { Table: resource('AWS::DynamoDB::Table', { TableName: 'people' }) } },
      Abroad: {
        stack: { region: 'us-east-1' },
        Resources: {
          Role: role([allow('dynamodb:GetItem', 'arn:aws:dynamodb:eu-central-1:111122223333:table/people')]),
          Subnet: resource('AWS::EC2::Subnet'),
          Reader: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
        },
      },
    },
    says: { Table: PULLED },
  },
  {
    name: 'follows what is granted by the region of all tables',
    stacks: {
      Main: HOME,
      Abroad: {
        stack: { region: 'us-east-1' },
        Resources: {
          Role: role([allow('dynamodb:GetItem', 'arn:aws:dynamodb:eu-central-1:111122223333:table/*')]),
          Reader: fn(),
        },
      },
    },
    says: { Table: PULLED },
  },
  {
    name: 'leaves what another account is granted',
    stacks: { Main: HOME, Abroad: { ...ABROAD, stack: { region: 'us-east-1', account: '999999999999' } } },
    says: { Table: [] },
  },
  {
    name: 'counts allowed regions as one home',
    stacks: { Main: HOME, Abroad: { ...ABROAD, stack: { region: 'eu-west-1' } } },
    options: { allowed: ['eu-central-1', 'eu-west-1'] },
    says: { Table: '(grant: dynamodb:GetItem) Abroad/Reader → (network: no VPC) the internet' },
  },
  {
    name: 'counts each group of regions as one home',
    stacks: {
      Main: HOME,
      Abroad: { ...ABROAD, stack: { region: 'eu-west-1' } },
      Other: { stack: { region: 'ap-southeast-1' }, Resources: { Far: resource('AWS::SQS::Queue') } },
    },
    options: { groups: [['eu-central-1', 'eu-west-1'], ['ap-southeast-1']] },
    says: {
      Table: '(grant: dynamodb:GetItem) Abroad/Reader → (network: no VPC) the internet',
      'Other/Far': [],
    },
  },
  {
    name: 'counts the region of mainland China as allowed by nothing',
    stacks: { Main: HOME, Abroad: { ...ABROAD, stack: { region: 'cn-north-1' } } },
    options: { allowed: ['eu-central-1', 'cn-north-1'] },
    says: { Table: PULLED },
  },
  {
    name: 'follows what one stack of a region exports to another',
    stacks: {
      Main: {
        Resources: { Table: TABLE },
        Outputs: { Arn: { Value: arnOf('Table'), Export: { Name: 'table' } } },
      },
      Api: { Resources: { Role: role([allow('dynamodb:GetItem', { 'Fn::ImportValue': 'table' })]), Reader: fn() } },
    },
    says: { Table: '(grant: dynamodb:GetItem) Api/Reader → (network: no VPC) the internet' },
  },
]);

describeFlows('a nested template that lies elsewhere', [
  {
    name: 'is taken for granted to take nothing abroad',
    resources: {
      Table: TABLE,
      Nested: resource('AWS::CloudFormation::Stack', { TemplateURL: 'https://a.example/x.yaml' }),
    },
    says: { Table: ['nested'] },
  },
]);

describeFlows('of several paths it', [
  {
    name: 'tells the one of the fewest hops',
    resources: {
      ...openReaderOf([READ]),
      Mapping: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: ref('Middle'),
      }),
      Middle: fn('MiddleRole', {
        VpcConfig: { SubnetIds: [ref('Subnet')] },
        DeadLetterConfig: { TargetArn: arnOf('Queue') },
      }),
      MiddleRole: role([]),
      Subnet: resource('AWS::EC2::Subnet'),
      Queue: QUEUE,
      QueueRole: role([allow('sqs:ReceiveMessage', arnOf('Queue'))]),
      QueueReader: fn('QueueRole'),
    },
    says: {
      Table: '(grant: dynamodb:GetItem) Reader → (network: no VPC) the internet',
      Queue: '(grant: sqs:ReceiveMessage) QueueReader → (network: no VPC) the internet',
    },
  },
  {
    name: 'tells one that is certain before one that only can be',
    resources: {
      ...openReaderOf([allow('dynamodb:Query', ref('Unknown')), READ, allow('dynamodb:Scan', ref('Unknown'))]),
    },
    says: { Table: '(grant: dynamodb:GetItem) Reader → (network: no VPC) the internet' },
  },
  {
    name: 'tells one that only can be before a longer one',
    resources: {
      Bucket: resource('AWS::S3::Bucket', { AccessControl: 'PublicRead' }),
      Other: BUCKET,
      Role: role([allow('s3:GetObject', ref('Unknown'))]),
      Reader: fn(),
    },
    says: {
      Bucket: "(policy: access list 'PublicRead') anybody",
      Other: "(grant: s3:GetObject on '${Unknown}', possibly) Reader → (network: no VPC) the internet",
    },
  },
  {
    name: 'goes in no circle',
    resources: {
      A: QUEUE,
      B: resource('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: arnOf('A') } }),
      Role: role([allow('sqs:*', [arnOf('A'), arnOf('B')])]),
      Worker: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
      Subnet: resource('AWS::EC2::Subnet'),
    },
    says: { A: [], B: [] },
  },
]);
