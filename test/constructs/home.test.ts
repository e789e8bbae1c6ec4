import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { App, Stack, type StackProps } from 'aws-cdk-lib/core';
import { PersonKey, StoreKey } from '../../lib/constructs/key';
import { AccessLogBucket, RegionalBucket } from '../../lib/constructs/regional-bucket';
import { RegionalFunction } from '../../lib/constructs/regional-function';
import { RegionalLogGroup } from '../../lib/constructs/regional-log-group';
import { RegionalQueue } from '../../lib/constructs/regional-queue';
import { RegionalTable } from '../../lib/constructs/regional-table';
import { RegionalTopic } from '../../lib/constructs/regional-topic';
import { RegionalUserPool } from '../../lib/constructs/regional-user-pool';
import type { StoreKind } from '../../lib/domain/store-class';

const jurisdiction = 'eu';

const HOLDS = {
  holds: 'something',
  personal: { no: 'it is a test' },
  retention: { until: 'age', days: 7 },
  key: 'cell',
  legalBasis: 'contract',
  readers: ['you'],
} as const;

function holds<Kind extends StoreKind>(kind: Kind) {
  return { ...HOLDS, id: `a-${kind}`, kind };
}

/** Each construct that holds data or can read it, made in a stack. */
const CONSTRUCTS: Readonly<Record<string, (stack: Stack) => void>> = {
  StoreKey: (stack) => new StoreKey(stack, 'It', { jurisdiction, services: ['s3'] }),
  PersonKey: (stack) => new PersonKey(stack, 'It', { jurisdiction, roles: ['Eu-read-profile'] }),
  RegionalTable: (stack) =>
    new RegionalTable(stack, 'It', {
      jurisdiction,
      holds: { ...holds('table'), retention: { until: 'erasure', thenRecoverableForDays: 7 } },
      encryptionKey: new Key(stack, 'Key'),
      partitionKey: { name: 'id', type: AttributeType.STRING },
    }),
  RegionalBucket: (stack) =>
    new RegionalBucket(stack, 'It', {
      jurisdiction,
      holds: holds('bucket'),
      encryptionKey: new Key(stack, 'Key'),
    }),
  AccessLogBucket: (stack) => new AccessLogBucket(stack, 'It', { jurisdiction, holds: holds('bucket') }),
  RegionalQueue: (stack) =>
    new RegionalQueue(stack, 'It', { jurisdiction, holds: holds('queue'), encryptionKey: new Key(stack, 'Key') }),
  RegionalTopic: (stack) =>
    new RegionalTopic(stack, 'It', {
      jurisdiction,
      holds: holds('topic'),
      encryptionKey: new Key(stack, 'Key'),
      publishers: [],
    }),
  RegionalLogGroup: (stack) =>
    new RegionalLogGroup(stack, 'It', {
      jurisdiction,
      holds: holds('log group'),
      encryptionKey: new Key(stack, 'Key'),
    }),
  RegionalFunction: (stack) =>
    new RegionalFunction(stack, 'It', {
      jurisdiction,
      name: 'status',
      description: 'a function',
      code: Code.fromInline('exports.handler = () => undefined'),
      network: {
        vpc: Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'] }),
        securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
      },
      logKey: new Key(stack, 'Key'),
    }),
  RegionalUserPool: (stack) =>
    new RegionalUserPool(stack, 'It', {
      jurisdiction,
      holds: holds('user pool'),
      mailDomain: 'domicile.example',
      preSignUp: undefined as never,
    }),
};

const cases: { name: string; env: StackProps['env']; code: string; message: string }[] = [
  {
    name: 'a stack without a region',
    env: undefined,
    code: 'RegionUnresolved',
    message: "the stack of 'Somewhere/It' has no concrete region; set env.region to 'eu-central-1'",
  },
  {
    name: "another jurisdiction's region",
    env: { region: 'ap-southeast-1', account: '111111111111' },
    code: 'NotAtHome',
    message:
      "'Somewhere/It' holds data of 'eu', whose home is 'eu-central-1', but its stack deploys to 'ap-southeast-1'",
  },
  {
    name: 'a region whose name begins like home',
    env: { region: 'eu-central-2', account: '111111111111' },
    code: 'NotAtHome',
    message: "'Somewhere/It' holds data of 'eu', whose home is 'eu-central-1', but its stack deploys to 'eu-central-2'",
  },
  {
    name: 'a stack without an account',
    env: { region: 'eu-central-1' },
    code: 'AccountUnresolved',
    message: "the stack of 'Somewhere/It' has no concrete account; set env.account to the account of 'eu'",
  },
];

describe.each(Object.entries(CONSTRUCTS))('%s', (_, make) => {
  it.each(cases)('refuses $name', ({ env, code, message }) => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Somewhere', env === undefined ? {} : { env });
    expect(() => make(stack)).toThrow(expect.objectContaining({ name: 'ConfigurationError', code, message }));
  });
});
