import { describeFlows } from '../../support/describe-flows';
import { allow, arnOf, fn, INSIDE, NETWORK, readerOf, ref, resource, role, TABLE } from '../../support/flow-templates';

const CLOSED = readerOf([allow('dynamodb:GetItem', arnOf('Table'))]);
const READ = '(grant: dynamodb:GetItem) Reader';
const INTEGRATED = `${READ} → (answer: integration)`;
const INVOKED = {
  'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Reader.Arn}/invocations',
};
const ASKED = '(answer: no authorizer, possibly) anybody who asks';

const httpApi = (route: Readonly<Record<string, unknown>>) => ({
  ...CLOSED,
  Integration: resource('AWS::ApiGatewayV2::Integration', { ApiId: 'api', IntegrationUri: arnOf('Reader') }),
  Route: resource('AWS::ApiGatewayV2::Route', {
    Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
    ...route,
  }),
});

const restApi = (method: Readonly<Record<string, unknown>>, api: Readonly<Record<string, unknown>> = {}) => ({
  ...CLOSED,
  Api: resource('AWS::ApiGateway::RestApi', api),
  Method: resource('AWS::ApiGateway::Method', { RestApiId: ref('Api'), Integration: { Uri: INVOKED }, ...method }),
});

const described = (paths: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  ...CLOSED,
  Api: resource('AWS::ApiGateway::RestApi', { Body: { paths, ...more } }),
});
const operation = (more: Readonly<Record<string, unknown>> = {}) => ({
  '/people': { get: { 'x-amazon-apigateway-integration': { uri: INVOKED }, ...more } },
});
const BY_DESCRIPTION = `${READ} → (answer: no security scheme, possibly) anybody who asks`;

describeFlows('an API answers: it', [
  ...['JWT', 'AWS_IAM', 'CUSTOM'].map((AuthorizationType) => ({
    name: `trusts the answers of a route to persons who are signed in by ${AuthorizationType}`,
    resources: httpApi({ AuthorizationType }),
    says: { Table: ['answers'] },
  })),
  ...['NONE', undefined, ref('Authorization')].map((AuthorizationType) => ({
    name: `follows the answers of a route to anybody: ${JSON.stringify(AuthorizationType)}`,
    resources: httpApi(AuthorizationType === undefined ? {} : { AuthorizationType }),
    says: { Table: `${INTEGRATED} Integration → (answer: integration) Route → ${ASKED}` },
  })),
  {
    name: 'follows the answers of an API that is made with its one route',
    resources: { ...CLOSED, Api: resource('AWS::ApiGatewayV2::Api', { Target: arnOf('Reader') }) },
    says: { Table: `${INTEGRATED} Api → ${ASKED}` },
  },
  {
    name: 'trusts the answers of a method to persons who are signed in',
    resources: restApi({ AuthorizationType: 'COGNITO_USER_POOLS' }),
    says: { Table: ['answers'] },
  },
  {
    name: 'follows the answers of a method to anybody',
    resources: restApi({ AuthorizationType: 'NONE' }),
    says: { Table: `${INTEGRATED} Method → ${ASKED}` },
  },
  {
    name: 'leaves a private API within its networks',
    resources: restApi({ AuthorizationType: 'NONE' }, { EndpointConfiguration: { Types: ['PRIVATE'] } }),
    says: { Table: [] },
  },
  {
    name: 'follows an API that is private among other things',
    resources: restApi({ AuthorizationType: 'NONE' }, { EndpointConfiguration: { Types: ['PRIVATE', 'REGIONAL'] } }),
    says: { Table: `${INTEGRATED} Method → ${ASKED}` },
  },
  { name: 'follows an operation of a description', resources: described(operation()), says: { Table: BY_DESCRIPTION } },
  {
    name: 'trusts an operation that has a security scheme',
    resources: described(operation({ security: [{ pool: [] }] })),
    says: { Table: ['answers'] },
  },
  {
    name: 'trusts an operation of a description that has one for all',
    resources: described(operation(), { security: [{ pool: [] }] }),
    says: { Table: ['answers'] },
  },
  {
    name: 'follows an operation that takes itself out of that',
    resources: described(operation({ security: [] }), { security: [{ pool: [] }] }),
    says: { Table: BY_DESCRIPTION },
  },
  ...[
    { type: 'NONE', says: `${INTEGRATED} Url → ${ASKED}` },
    { type: 'AWS_IAM', says: ['answers'] },
  ].map(({ type, says }) => ({
    name: `asks of the address of a function whether anybody may call it: ${type}`,
    resources: {
      ...CLOSED,
      Url: resource('AWS::Lambda::Url', { TargetFunctionArn: arnOf('Reader'), AuthType: type }),
    },
    says: { Table: says },
  })),
  ...[
    {
      type: 'API_KEY',
      says: '(delivery: data source) Source → (delivery: data source) Api → (answer: no authorizer, possibly) anybody who asks',
    },
    { type: 'AMAZON_COGNITO_USER_POOLS', says: ['answers'] },
  ].map(({ type, says }) => ({
    name: `asks of a graph whether anybody may ask it: ${type}`,
    resources: {
      Table: TABLE,
      Api: resource('AWS::AppSync::GraphQLApi', { AuthenticationType: type }),
      Source: resource('AWS::AppSync::DataSource', {
        ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] },
        DynamoDBConfig: { TableName: ref('Table') },
      }),
    },
    says: { Table: says },
  })),
  {
    name: 'trusts a user pool to answer and to write to the person whose account it is',
    resources: { Pool: resource('AWS::Cognito::UserPool') },
    says: { Pool: ['answers', 'mail'] },
  },
]);

const sam = (properties: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({
  ...NETWORK,
  Table: resource('AWS::Serverless::SimpleTable'),
  Reader: resource('AWS::Serverless::Function', {
    ...INSIDE,
    Policies: [{ DynamoDBReadPolicy: { TableName: ref('Table') } }],
    ...properties,
  }),
  ...more,
});
const asking = (Type: string, Properties: Readonly<Record<string, unknown>> = {}) => ({
  Events: { Ask: { Type, Properties: { Path: '/', Method: 'get', ...Properties } } },
});
const OPEN = '(grant: dynamodb:GetItem) Reader → (network: no VPC) the internet';

describeFlows('what SAM makes of a function: it', [
  { name: 'knows the role that it makes', resources: sam({ VpcConfig: undefined }), says: { Table: OPEN } },
  { name: 'keeps to the network of the function', resources: sam({}), says: { Table: [] } },
  {
    name: 'takes the network that is set for all',
    stacks: {
      Main: {
        Globals: { Function: INSIDE },
        Resources: {
          ...NETWORK,
          Table: TABLE,
          Reader: resource('AWS::Serverless::Function', {
            Policies: [{ DynamoDBReadPolicy: { TableName: ref('Table') } }],
          }),
        },
      },
    },
    says: { Table: [] },
  },
  {
    name: 'keeps to a role of its own',
    resources: sam(
      { VpcConfig: undefined, Policies: undefined, Role: arnOf('Role') },
      { Role: role([allow('dynamodb:Query', arnOf('Table'))]) },
    ),
    says: { Table: '(grant: dynamodb:Query) Reader → (network: no VPC) the internet' },
  },
  ...[
    { what: 'a statement', policy: { Statement: [allow('dynamodb:GetItem', arnOf('Table'))] } },
    { what: 'a policy of AWS', policy: 'AmazonDynamoDBReadOnlyAccess' },
    { what: 'a template of its own', policy: { DynamoDBCrudPolicy: { TableName: ref('Table') } } },
  ].map(({ what, policy }) => ({
    name: `reads ${what}`,
    resources: sam({ VpcConfig: undefined, Policies: [policy] }),
    says: { Table: OPEN },
  })),
  {
    name: 'reads one policy without a list',
    resources: sam({ VpcConfig: undefined, Policies: 'AmazonDynamoDBReadOnlyAccess' }),
    says: { Table: OPEN },
  },
  {
    name: 'knows templates that let nothing be read',
    resources: sam({ VpcConfig: undefined, Policies: [{ VPCAccessPolicy: {} }] }),
    says: { Table: [] },
  },
  {
    name: 'follows a state machine by the role that it makes',
    resources: {
      Table: TABLE,
      Machine: resource('AWS::Serverless::StateMachine', {
        Policies: [
          { DynamoDBReadPolicy: { TableName: ref('Table') } },
          { LambdaInvokePolicy: { FunctionName: 'open' } },
        ],
      }),
      Role: role([]),
      Open: fn('Role', { FunctionName: 'open' }),
    },
    says: {
      Table: '(grant: dynamodb:GetItem) Machine → (grant: lambda:InvokeFunction) Open → (network: no VPC) the internet',
    },
  },
  ...['Api', 'HttpApi'].map((type) => ({
    name: `follows the answers to anybody of an event of type ${type}`,
    resources: sam(asking(type)),
    says: { Table: `${READ} → ${ASKED}` },
  })),
  {
    name: 'trusts the answers of an event with an authorizer',
    resources: sam(asking('Api', { Auth: { Authorizer: 'Pool' } })),
    says: { Table: ['answers'] },
  },
  {
    name: 'trusts the answers of an event of an API with an authorizer',
    resources: sam(asking('Api', { RestApiId: ref('Api') }), {
      Api: resource('AWS::Serverless::Api', { Auth: { DefaultAuthorizer: 'Pool' } }),
    }),
    says: { Table: ['answers'] },
  },
  {
    name: 'trusts the answers of the API that all share',
    stacks: {
      Main: {
        Globals: { HttpApi: { Auth: { DefaultAuthorizer: 'Pool' } } },
        Resources: sam(asking('HttpApi')),
      },
    },
    says: { Table: ['answers'] },
  },
  {
    name: 'follows an event that takes itself out of that',
    resources: sam(asking('Api', { RestApiId: ref('Api'), Auth: { Authorizer: 'NONE' } }), {
      Api: resource('AWS::Serverless::Api', { Auth: { DefaultAuthorizer: 'Pool' } }),
    }),
    says: { Table: `${READ} → ${ASKED}` },
  },
  {
    name: 'follows an address that anybody may call',
    resources: sam({ FunctionUrlConfig: { AuthType: 'NONE' } }),
    says: { Table: `${READ} → ${ASKED}` },
  },
  {
    name: 'trusts the answers of an address that asks for a signature',
    resources: sam({ FunctionUrlConfig: { AuthType: 'AWS_IAM' } }),
    says: { Table: ['answers'] },
  },
  ...[
    { type: 'CloudWatchLogs', property: 'LogGroupName', store: 'AWS::Logs::LogGroup' },
    { type: 'DynamoDB', property: 'Stream', store: 'AWS::DynamoDB::Table' },
    { type: 'Kinesis', property: 'Stream', store: 'AWS::Kinesis::Stream' },
    { type: 'MQ', property: 'Broker', store: 'AWS::AmazonMQ::Broker' },
    { type: 'MSK', property: 'Stream', store: 'AWS::MSK::Cluster' },
    { type: 'S3', property: 'Bucket', store: 'AWS::S3::Bucket' },
    { type: 'SQS', property: 'Queue', store: 'AWS::SQS::Queue' },
  ].map(({ type, property, store }) => ({
    name: `follows an event of type ${type}`,
    resources: {
      Store: resource(store, {
        SecurityGroups: [ref('Group')],
        BrokerNodeGroupInfo: { SecurityGroups: [ref('Group')] },
      }),
      Group: resource('AWS::EC2::SecurityGroup'),
      Reader: resource('AWS::Serverless::Function', {
        Events: { One: { Type: type, Properties: { [property]: arnOf('Store') } } },
      }),
    },
    says: { Store: '(delivery: event) Reader → (network: no VPC) the internet' },
  })),
]);
