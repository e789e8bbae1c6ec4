import { type DestinationSelector, defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const SOURCE = ['AWS::AppSync::DataSource'] as const;
const API = ['AWS::AppSync::GraphQLApi'] as const;
const ASSOCIATION = ['AWS::AppSync::SourceApiAssociation'] as const;

const REGIONS: readonly [Slot, ...Slot[]] = [
  { types: SOURCE, path: 'DynamoDBConfig.AwsRegion' },
  { types: SOURCE, path: 'OpenSearchServiceConfig.AwsRegion' },
  { types: SOURCE, path: 'ElasticsearchConfig.AwsRegion' },
  { types: SOURCE, path: 'RelationalDatabaseConfig.RdsHttpEndpointConfig.AwsRegion' },
  { types: SOURCE, path: 'HttpConfig.AuthorizationConfig.AwsIamConfig.SigningRegion' },
  { types: API, path: 'UserPoolConfig.AwsRegion' },
  { types: API, path: 'AdditionalAuthenticationProviders[].UserPoolConfig.AwsRegion' },
  { types: ['AWS::AppSync::Api'], path: 'EventConfig.AuthProviders[].CognitoConfig.AwsRegion' },
];

const HOSTS: readonly [Slot, ...Slot[]] = [
  { types: SOURCE, path: 'HttpConfig.Endpoint' },
  { types: SOURCE, path: 'OpenSearchServiceConfig.Endpoint' },
  { types: SOURCE, path: 'ElasticsearchConfig.Endpoint' },
  { types: API, path: 'OpenIDConnectConfig.Issuer' },
];

const ARNS: readonly [Slot, ...Slot[]] = [
  { types: SOURCE, path: 'LambdaConfig.LambdaFunctionArn' },
  { types: SOURCE, path: 'EventBridgeConfig.EventBusArn' },
  { types: API, path: 'LambdaAuthorizerConfig.AuthorizerUri' },
  { types: API, path: 'AdditionalAuthenticationProviders[].LambdaAuthorizerConfig.AuthorizerUri' },
  { types: ASSOCIATION, path: 'SourceApiIdentifier' },
  { types: ASSOCIATION, path: 'MergedApiIdentifier' },
];

export const appsyncDatasourceRegion = defineChannel({
  id: 'appsync-datasource-region',
  title: 'AppSync APIs read, write and sign in within their home region only',
  risk: 'What people ask and enter is read from and written to the source in the other region, or they sign in at a pool there.',
  level: 'content',
  legitimate:
    'For reference data that is kept once for all, such as a table of currencies, if no field of the query says who asks.',
  remediation: 'Let data sources, user pools and authorizers be of the home region.',
  references: [
    'https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html',
  ],

  proactive: {
    rules: [
      ...mapped(REGIONS, (slot) => ({ ...slot, kind: 'region' }) as const),
      ...mapped(HOSTS, (slot) => ({ ...slot, kind: 'endpoint', onlyAbroad: true }) as const),
      ...mapped(ARNS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
    ],
    violating: [
      ...mapped(REGIONS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'us-east-1'))),
      ...mapped(HOSTS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'https://states.us-east-1.amazonaws.com')),
      ),
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:lambda:us-east-1:111122223333:function:resolver')),
      ),
    ],
    compliant: [
      ...mapped(REGIONS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, { Ref: 'AWS::Region' }))),
      exampleOf('AWS::AppSync::DataSource', {
        Name: 'us-east-1',
        Type: 'HTTP',
        HttpConfig: { Endpoint: { 'Fn::Sub': 'https://states.${AWS::Region}.amazonaws.com/us-east-1' } },
      }),
      exampleOf(
        'AWS::AppSync::DataSource',
        propertiesAt('LambdaConfig.LambdaFunctionArn', { 'Fn::GetAtt': ['Resolver', 'Arn'] }),
        { Resolver: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'us-east-1' } } },
      ),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key names the region of a source. AppSync calls it with a role of the customer, whose rights can be bound to the home region; hosts ask for none.',
    denies: [
      {
        actions: ['appsync:CreateDataSource', 'appsync:UpdateDataSource'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'appsync.amazonaws.com',
        eventName: 'CreateDataSource',
        recordedIn: 'source',
        opens: [
          { path: 'dynamodbConfig.awsRegion', kind: 'region' },
          { path: 'openSearchServiceConfig.awsRegion', kind: 'region' },
          { path: 'relationalDatabaseConfig.rdsHttpEndpointConfig.awsRegion', kind: 'region' },
          { path: 'httpConfig.endpoint', kind: 'endpoint' },
          { path: 'lambdaConfig.lambdaFunctionArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'appsync.amazonaws.com',
        eventName: 'UpdateDataSource',
        recordedIn: 'source',
        opens: [
          { path: 'dynamodbConfig.awsRegion', kind: 'region' },
          { path: 'httpConfig.endpoint', kind: 'endpoint' },
          { path: 'lambdaConfig.lambdaFunctionArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-appsync',
        command: 'ListDataSourcesCommand',
        field: 'dataSources[].dynamodbConfig.awsRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-appsync',
        command: 'ListDataSourcesCommand',
        field: 'dataSources[].httpConfig.endpoint',
        kind: 'endpoint',
      },
    ],
  },
});
