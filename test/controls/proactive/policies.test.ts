import type { Rule } from '../../../lib/catalogue/channel';
import { describeRules, type RuleCase, TYPES } from '../../support/describe-rules';

const rule: Rule = { types: TYPES, path: 'V', kind: 'policy' };
const FAR_QUEUE = 'arn:aws:sqs:us-east-1:111122223333:orders';
const stacks = {
  Main: {
    Parameters: {
      Given: { Type: 'String' },
      BackupRegion: { Type: 'String' },
      Any: { Type: 'String', AllowedValues: ['us-east-1', 'eu-central-1'] },
      Far: { Type: 'String', Default: 'us-east-1' },
    },
  },
  Copies: {
    stack: { region: 'us-west-2' },
    Resources: { S: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copies' } } },
  },
};

const allow = (more: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] });
const on = (Action: unknown, Resource: unknown, more: object = {}) => allow({ Action, Resource, ...more });
const where = (Condition: object) => on('dynamodb:CreateTableReplica', '*', { Condition });

const passing: readonly (readonly [string, unknown])[] = [
  ['a denial', { Statement: { Effect: 'Deny', Action: '*', Resource: FAR_QUEUE } }],
  ['what a statement leaves out', allow({ NotAction: 'kms:ReplicateKey', NotResource: FAR_QUEUE })],
  ['everything', on('*', '*')],
  ['everything of a service', on(['dynamodb:*', 'kms:*'], '*')],
  ['a region that is any', on('logs:PutLogEvents', 'arn:aws:logs:*:*:*')],
  ['a region that nothing binds', on('sqs:SendMessage', { 'Fn::Sub': 'arn:aws:sqs:${Given}:1:q' })],
  ['a region to choose, home among them', on('sqs:SendMessage', { 'Fn::Sub': 'arn:aws:sqs:${Any}:1:q' })],
  ['the home region', on('sqs:SendMessage', { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:us-east-1' })],
  ['replication, which is needed at home as well', on(['s3:ReplicateObject', 's3:ReplicateDelete'], '*')],
  ['what only describes', on(['sqs:GetQueueAttributes', 'sqs:ListQueues'], FAR_QUEUE)],
  ['a parameter abroad', on('ssm:GetParameter', 'arn:aws:ssm:us-east-1:1:parameter/cdk/exports/*')],
  ['a certificate', on('acm:DescribeCertificate', 'arn:aws:acm:us-east-1:1:certificate/1')],
  ['an image', on('ecr:BatchGetImage', 'arn:aws:ecr:us-east-1:1:repository/tool')],
  ['reading a bucket', on('s3:GetObject', 'arn:aws:s3:::reports-us-east-1/*')],
  ['writing to a bucket that nothing places', on('s3:PutObject', 'arn:aws:s3:::reports/*')],
  [
    'a service of another region',
    allow({ Action: 'sts:AssumeRole', Principal: { Service: 'logs.us-east-1.amazonaws.com' } }),
  ],
  [
    'a source abroad, which sends and gets nothing',
    on('sqs:SendMessage', '*', { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:1:t' } } }),
  ],
  ['a copy in the home region', where({ StringEquals: { 'aws:RequestedRegion': { Ref: 'AWS::Region' } } })],
  ['a copy in a region like home', where({ StringLike: { 'aws:RequestedRegion': 'eu-*' } })],
  ['a copy of which a key names home', where({ StringEqualsIfExists: { 'kms:ReplicaRegion': ['eu-central-1'] } })],
  [
    'home, and where global services are',
    on('*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-central-1', 'us-east-1'] } } }),
  ],
  [
    'a global service where it is',
    on('iam:*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }),
  ],
  [
    'a region that is refused',
    on('*', '*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } }),
  ],
  ['no policy', { Statement: { ManagedRuleGroupStatement: { Name: 'rules-us-east-1' } } }],
  ['a reference to a policy', 'arn:aws:iam::aws:policy/AdministratorAccess'],
];

const unbound: readonly (readonly [string, unknown])[] = [
  ['an ARN in a region to copy to', on('sqs:SendMessage', { 'Fn::Sub': 'arn:aws:sqs:${BackupRegion}:1:q' })],
  ['a bucket named after one', on('s3:PutObject', { 'Fn::Sub': 'arn:aws:s3:::copies-${BackupRegion}/*' })],
];

const reported: readonly (readonly [string, unknown, string, string, string?])[] = [
  ['a queue abroad', on('sqs:SendMessage', FAR_QUEUE), 'Statement[0].Resource', FAR_QUEUE],
  ['every action on it', on('*', [FAR_QUEUE]), 'Statement[0].Resource[0]', FAR_QUEUE],
  ['all but some actions', allow({ NotAction: 'iam:*', Resource: FAR_QUEUE }), 'Statement[0].Resource', FAR_QUEUE],
  [
    'a statement by itself',
    { Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: FAR_QUEUE } },
    'Statement.Resource',
    FAR_QUEUE,
  ],
  ['a policy in JSON', JSON.stringify(on('sqs:*', FAR_QUEUE)), 'Statement[0].Resource', FAR_QUEUE],
  ['one policy of several', [{ PolicyName: 'a' }, on('sqs:*', FAR_QUEUE)], '[1].Statement[0].Resource', FAR_QUEUE],
  [
    'regions of another continent',
    on('sqs:*', 'arn:aws:sqs:us-*:1:q'),
    'Statement[0].Resource',
    'arn:aws:sqs:us-*:1:q',
    'us-*',
  ],
  [
    'reading a table abroad',
    on('dynamodb:Query', 'arn:aws:dynamodb:us-east-1:1:table/t'),
    'Statement[0].Resource',
    'arn:aws:dynamodb:us-east-1:1:table/t',
  ],
  [
    'a key abroad',
    on('kms:Decrypt', 'arn:aws:kms:us-east-1:1:key/k'),
    'Statement[0].Resource',
    'arn:aws:kms:us-east-1:1:key/k',
  ],
  [
    'a model abroad',
    on('bedrock:InvokeModel', 'arn:aws:bedrock:us-east-1::foundation-model/m'),
    'Statement[0].Resource',
    'arn:aws:bedrock:us-east-1::foundation-model/m',
  ],
  [
    'a region by default',
    on('sqs:*', { 'Fn::Sub': 'arn:aws:sqs:${Far}:1:q' }),
    'Statement[0].Resource',
    'arn:aws:sqs:us-east-1:1:q',
    "us-east-1', outside of 'eu-central-1' (parameter 'Far' is 'us-east-1",
  ],
  [
    'writing to a bucket that is named after a region',
    on('s3:Put*', 'arn:aws:s3:::mirror-us-east-1/*'),
    'Statement[0].Resource',
    'arn:aws:s3:::mirror-us-east-1/*',
    'mirror-us-east-1',
  ],
  [
    'one region that is asked for',
    on('dynamodb:PutItem', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }),
    'Statement[0].Condition.StringEquals.aws:RequestedRegion',
    'us-east-1',
  ],
  [
    'regions that are asked for by a pattern',
    on('dynamodb:PutItem', '*', { Condition: { StringLike: { 'aws:RequestedRegion': 'us-*' } } }),
    'Statement[0].Condition.StringLike.aws:RequestedRegion',
    'us-*',
    'us-*',
  ],
];

const because = (what: string) => `which names '${what}'`;

describeRules('a policy', [
  ...passing.map(([name, value]): RuleCase => ({ name: `passes ${name}`, rule, value, stacks, says: [] })),
  ...reported.map(
    ([name, value, path, shown, names = 'us-east-1']): RuleCase => ({
      name: `reports ${name}`,
      rule,
      value,
      stacks,
      says: [
        expect.stringContaining(
          `'V${path.startsWith('[') ? '' : '.'}${path}' of 'Subject' is '${shown}', ${because(names).replace(/'$/u, '')}`,
        ) as string,
      ],
    }),
  ),
  ...['dynamodb:CreateTableReplica', 'secretsmanager:ReplicateSecret*', 'KMS:ReplicateKey', 'ec2:CopySnapshot'].map(
    (action): RuleCase => ({
      name: `reports ${action}, which has no other purpose`,
      rule,
      value: on(['sqs:SendMessage', action], '*'),
      says: [
        `'V.Statement[0].Action[1]' of 'Subject' is '${action}', which places data in any region, outside of 'eu-central-1'`,
      ],
    }),
  ),
  ...unbound.map(
    ([name, value]): RuleCase => ({
      name: `reports ${name} that nothing binds`,
      rule,
      value,
      stacks,
      says: [expect.stringContaining("parameter 'BackupRegion' has no default") as string],
    }),
  ),
  {
    name: 'passes replication in the policy of a key, which is nothing to a key of one region',
    rule: { types: TYPES, path: 'KeyPolicy', kind: 'policy' },
    value: on(['kms:*', 'kms:ReplicateKey'], '*'),
    says: [],
  },
  {
    name: 'reports writing to a bucket that is made abroad',
    rule,
    value: on('s3:PutObject', 'arn:aws:s3:::copies/*'),
    stacks,
    says: [
      "'V.Statement[0].Resource' of 'Subject' is 'arn:aws:s3:::copies/*', which names what stack 'Copies' makes in 'us-west-2', outside of 'eu-central-1'",
    ],
  },
  {
    name: 'reports a grant in one branch of a condition',
    rule,
    value: on('sqs:*', { 'Fn::If': ['Undeclared', FAR_QUEUE, '*'] }),
    says: [
      `'V.Statement[0].Resource' of 'Subject' is '${FAR_QUEUE}', which names 'us-east-1', outside of 'eu-central-1' (condition 'Undeclared' is not decided here)`,
    ],
  },
]);
