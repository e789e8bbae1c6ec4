import { describeFlows } from '../../support/describe-flows';
import {
  allow,
  arnOf,
  BUCKET,
  deny,
  documentOf,
  FOR_FUNCTIONS,
  fn,
  openReaderOf,
  readerOf,
  ref,
  resource,
  role,
  TABLE,
} from '../../support/flow-templates';

const READ = allow('dynamodb:GetItem', arnOf('Table'));
const OUT = 'Reader → (network: no VPC) the internet';
const BY_GET = `(grant: dynamodb:GetItem) ${OUT}`;

describeFlows('what a role reads comes to what runs as it: it', [
  { name: 'follows a grant to a function that is in no VPC', resources: openReaderOf([READ]), says: { Table: BY_GET } },
  { name: 'proves it for a function without a way out', resources: readerOf([READ]), says: { Table: [] } },
  {
    name: 'proves it where the role may only look at the table itself',
    resources: openReaderOf([allow(['dynamodb:DescribeTable', 'dynamodb:BatchWriteItem'], arnOf('Table'))]),
    says: { Table: [] },
  },
  {
    name: 'takes an action that can return what was there for one that reads',
    resources: openReaderOf([allow('dynamodb:PutItem', arnOf('Table'))]),
    says: { Table: `(grant: dynamodb:PutItem, which can return what was there) ${OUT}` },
  },
  {
    name: 'names an action that reads before one that only can return something',
    resources: openReaderOf([allow(['dynamodb:PutItem', 'dynamodb:Query'], arnOf('Table'))]),
    says: { Table: `(grant: dynamodb:Query) ${OUT}` },
  },
  {
    name: 'understands wildcards and case of actions',
    resources: openReaderOf([allow('DynamoDB:b*GET?tem', arnOf('Table'))]),
    says: { Table: `(grant: dynamodb:BatchGetItem) ${OUT}` },
  },
  {
    name: 'lets nothing pass by an action of another service',
    resources: openReaderOf([allow('s3:*', arnOf('Table'))]),
    says: { Table: [] },
  },
  {
    name: 'takes everything but some actions for the others',
    resources: openReaderOf([{ Effect: 'Allow', NotAction: ['dynamodb:GetItem', 'iam:*'], Resource: arnOf('Table') }]),
    says: { Table: `(grant: dynamodb:BatchGetItem) ${OUT}` },
  },
  {
    name: 'takes everything but all that reads for nothing',
    resources: openReaderOf([{ Effect: 'Allow', NotAction: 'dynamodb:*', Resource: arnOf('Table') }]),
    says: { Table: [] },
  },
  {
    name: 'takes an action that is not known for any',
    resources: openReaderOf([allow({ Ref: 'Action' } as unknown as string, arnOf('Table'))]),
    says: { Table: `(grant: dynamodb:GetItem, possibly) ${OUT}` },
  },
  {
    name: 'takes an effect that is not known for leave',
    resources: openReaderOf([{ ...READ, Effect: { Ref: 'Effect' } }]),
    says: { Table: BY_GET },
  },
]);

const NAMED = { Table: resource('AWS::DynamoDB::Table', { TableName: 'people' }) };
const READ_IN = (Resource: unknown) => openReaderOf([allow('dynamodb:GetItem', Resource)]);

describeFlows('a grant means what its resource names: it', [
  { name: 'takes an asterisk for everything of the region', resources: READ_IN('*'), says: { Table: BY_GET } },
  {
    name: 'takes an ARN for the table of its name',
    resources: { ...READ_IN('arn:aws:dynamodb:eu-central-1:111122223333:table/people'), ...NAMED },
    says: { Table: BY_GET },
  },
  {
    name: 'takes what follows the name for a part of the table',
    resources: READ_IN({ 'Fn::Join': ['', [arnOf('Table'), '/index/*']] }),
    says: { Table: BY_GET },
  },
  {
    name: 'finds a name within an ARN',
    resources: READ_IN({ 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:*:*:table/${Table}/stream/*' }),
    says: { Table: BY_GET },
  },
  {
    name: 'takes a name that only begins like it for another',
    resources: READ_IN({ 'Fn::Sub': 'arn:aws:dynamodb:*:*:table/${Table}-archive' }),
    says: { Table: [] },
  },
  {
    name: 'takes a pattern for what matches it',
    resources: { ...READ_IN('arn:aws:dynamodb:*:*:table/pe?ple*'), ...NAMED },
    says: { Table: BY_GET },
  },
  {
    name: 'does not take a pattern for what does not match it',
    resources: { ...READ_IN('arn:aws:dynamodb:*:*:table/user*'), ...NAMED },
    says: { Table: [] },
  },
  {
    name: 'takes a pattern for a name that CloudFormation makes up like it',
    resources: READ_IN('arn:aws:dynamodb:*:*:table/Main-*'),
    says: { Table: `(grant: dynamodb:GetItem on 'arn:aws:dynamodb:*:*:table/Main-*', possibly) ${OUT}` },
  },
  {
    name: 'takes no name that is written out for one that CloudFormation makes up',
    resources: READ_IN('arn:aws:dynamodb:*:*:table/Main-Table-1A2B3C'),
    says: { Table: [] },
  },
  {
    name: 'takes what is not known for anything, and says so',
    resources: READ_IN({ Ref: 'TableArn' }),
    says: { Table: `(grant: dynamodb:GetItem on '\${TableArn}', possibly) ${OUT}` },
  },
  {
    name: 'takes an ARN of another region or account for something else',
    resources: {
      ...NAMED,
      Reader: fn(),
      Role: role(
        ['us-east-1:111122223333', 'eu-central-1:999999999999'].map((place) =>
          allow('dynamodb:GetItem', `arn:aws:dynamodb:${place}:table/people`),
        ),
      ),
    },
    says: { Table: [] },
  },
  {
    name: 'takes everything but one for the others',
    resources: {
      ...openReaderOf([{ Effect: 'Allow', Action: 'dynamodb:GetItem', NotResource: arnOf('Table') }]),
      Other: TABLE,
    },
    says: { Table: [], Other: BY_GET },
  },
  {
    name: 'takes a bucket for the bucket of its objects',
    resources: {
      Bucket: resource('AWS::S3::Bucket', { BucketName: 'pictures' }),
      Other: BUCKET,
      Role: role([allow('s3:GetObject', 'arn:aws:s3:::pictures/of/*')]),
      Reader: fn(),
    },
    says: { Bucket: `(grant: s3:GetObject) ${OUT}`, Other: [] },
  },
  {
    name: 'takes an alias for what it stands for',
    resources: {
      Bucket: BUCKET,
      Point: resource('AWS::S3::AccessPoint', { Bucket: ref('Bucket') }),
      Role: role([allow('s3:GetObject', { 'Fn::Sub': '${Point.Arn}/object/*' })]),
      Reader: fn(),
    },
    says: { Bucket: `(grant: s3:GetObject) ${OUT}` },
  },
  {
    name: 'takes a log group by a name that holds slashes',
    resources: {
      Log: resource('AWS::Logs::LogGroup', { LogGroupName: '/app/api' }),
      Role: role([allow('logs:GetLogEvents', 'arn:aws:logs:*:*:log-group:/app/api:log-stream:*')]),
      Reader: fn(),
    },
    says: { Log: `(grant: logs:GetLogEvents) ${OUT}` },
  },
]);

describeFlows('what takes away: it', [
  {
    name: 'believes a denial without a condition',
    resources: openReaderOf([READ, deny('dynamodb:*', '*')]),
    says: { Table: [] },
  },
  {
    name: 'believes no denial under a condition',
    resources: openReaderOf([
      READ,
      deny('dynamodb:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ]),
    says: { Table: BY_GET },
  },
  {
    name: 'believes a denial for the resource that it names',
    resources: {
      ...openReaderOf([allow('dynamodb:GetItem', '*'), deny('dynamodb:GetItem', arnOf('Table'))]),
      Other: TABLE,
    },
    says: { Table: [], Other: BY_GET },
  },
  {
    name: 'believes a denial of everything but what it names',
    resources: {
      ...openReaderOf([allow('dynamodb:GetItem', '*'), { Effect: 'Deny', Action: '*', NotResource: arnOf('Table') }]),
      Other: TABLE,
    },
    says: { Table: BY_GET, Other: [] },
  },
  {
    name: 'believes no denial of what is not known',
    resources: openReaderOf([READ, deny('dynamodb:*', { Ref: 'Arn' })]),
    says: { Table: BY_GET },
  },
  {
    name: 'believes no denial of actions that are not known',
    resources: openReaderOf([READ, deny({ Ref: 'Action' } as unknown as string, '*')]),
    says: { Table: BY_GET },
  },
  {
    name: 'leaves what a denial does not speak of',
    resources: openReaderOf([
      allow(['dynamodb:GetItem', 'dynamodb:Query'], arnOf('Table')),
      deny('dynamodb:GetItem', '*'),
    ]),
    says: { Table: `(grant: dynamodb:Query) ${OUT}` },
  },
  {
    name: 'keeps within a boundary',
    resources: {
      ...openReaderOf([READ], { PermissionsBoundary: ref('Boundary') }),
      Boundary: resource('AWS::IAM::ManagedPolicy', { PolicyDocument: documentOf(allow('s3:*', '*')) }),
    },
    says: { Table: [] },
  },
  {
    name: 'keeps within the resources of a boundary',
    resources: {
      ...openReaderOf([allow('dynamodb:GetItem', '*')], { PermissionsBoundary: ref('Boundary') }),
      Other: TABLE,
      Boundary: resource('AWS::IAM::ManagedPolicy', { PolicyDocument: documentOf(allow('*', arnOf('Other'))) }),
    },
    says: { Table: [], Other: BY_GET },
  },
  {
    name: 'believes the denials of a boundary, which it finds by its name',
    resources: {
      ...openReaderOf([READ], { PermissionsBoundary: 'arn:aws:iam::111122223333:policy/walls/Boundary' }),
      Boundary: resource('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'Boundary',
        PolicyDocument: documentOf(allow('*', '*'), deny('dynamodb:*', '*')),
      }),
    },
    says: { Table: [] },
  },
  {
    name: 'takes a boundary that is not here for none',
    resources: openReaderOf([READ], { PermissionsBoundary: 'arn:aws:iam::111122223333:policy/Elsewhere' }),
    says: { Table: BY_GET },
  },
]);

const BARE_ROLE = resource('AWS::IAM::Role', { AssumeRolePolicyDocument: FOR_FUNCTIONS });
const document = documentOf(READ);

describeFlows('policies come to a role in many ways: it', [
  ...[
    { name: 'a policy', type: 'AWS::IAM::Policy', to: { Roles: [ref('Role')] } },
    { name: 'a managed policy', type: 'AWS::IAM::ManagedPolicy', to: { Roles: [ref('Role')] } },
    { name: "a role's policy", type: 'AWS::IAM::RolePolicy', to: { RoleName: ref('Role') } },
  ].map(({ name, type, to }) => ({
    name: `reads ${name}`,
    resources: {
      Table: TABLE,
      Role: BARE_ROLE,
      Reader: fn(),
      Policy: resource(type, { PolicyDocument: document, ...to }),
    },
    says: { Table: BY_GET },
  })),
  {
    name: 'reads a managed policy that the role names',
    resources: {
      Table: TABLE,
      Role: role([], { ManagedPolicyArns: [ref('Policy')] }),
      Reader: fn(),
      Policy: resource('AWS::IAM::ManagedPolicy', { PolicyDocument: document }),
    },
    says: { Table: BY_GET },
  },
  {
    name: 'finds a role by its name',
    resources: {
      Table: TABLE,
      Role: resource('AWS::IAM::Role', { RoleName: 'reader', AssumeRolePolicyDocument: FOR_FUNCTIONS }),
      Reader: resource('AWS::Lambda::Function', { Role: 'arn:aws:iam::111122223333:role/service/reader' }),
      Policy: resource('AWS::IAM::Policy', { PolicyDocument: document, Roles: ['reader'] }),
    },
    says: { Table: BY_GET },
  },
  {
    name: 'knows what policies of AWS allow',
    resources: openReaderOf([], {
      ManagedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AmazonDynamoDBReadOnlyAccess' },
      ],
    }),
    says: { Table: `(grant: dynamodb:GetItem) ${OUT}` },
  },
  {
    name: 'knows of policies of AWS that they let nothing be read',
    resources: openReaderOf([], {
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
    }),
    says: { Table: [] },
  },
  {
    name: 'takes a policy that it does not know for one that allows everything',
    resources: openReaderOf([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonHoneycodeFullAccess'] }),
    says: { Table: `(grant: dynamodb:GetItem, possibly) ${OUT}` },
  },
  {
    name: 'follows a policy of a role that is not here',
    resources: {
      Table: TABLE,
      Policy: resource('AWS::IAM::Policy', { PolicyDocument: document, Roles: ['somebody'] }),
    },
    says: { Table: "(grant: dynamodb:GetItem, possibly) 'somebody', which is not here" },
  },
  {
    name: 'follows the policy of a user and of a group to where these may be',
    resources: {
      Table: TABLE,
      Other: TABLE,
      User: resource('AWS::IAM::User', { Policies: [{ PolicyName: 'Own', PolicyDocument: document }] }),
      Group: resource('AWS::IAM::Group'),
      Policy: resource('AWS::IAM::GroupPolicy', {
        GroupName: ref('Group'),
        PolicyDocument: documentOf(allow('dynamodb:Scan', arnOf('Other'))),
      }),
    },
    says: {
      Table: '(grant: dynamodb:GetItem) User → (trust: its keys, possibly) wherever somebody has its keys',
      Other: '(grant: dynamodb:Scan) Group → (trust: its members, possibly) wherever its members are',
    },
  },
]);
