import { type DestinationSelector, defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

/** URIs that name a service of a region, and within it a function's ARN with a region of its own; or a host. */
const URIS: readonly [Slot, ...Slot[]] = [
  { types: ['AWS::ApiGateway::Method'], path: 'Integration.Uri' },
  { types: ['AWS::ApiGatewayV2::Integration'], path: 'IntegrationUri' },
  { types: ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'], path: 'AuthorizerUri' },
];

/** The same in definitions of OpenAPI. */
const DEFINITIONS: readonly [Slot, ...Slot[]] = [
  { types: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'], path: 'Body$.**.uri' },
  { types: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'], path: 'Body$.**.authorizerUri' },
  { types: ['AWS::ApiGatewayV2::Api'], path: 'Body$.**.issuer' },
  { types: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'], path: 'DefinitionBody$.**.uri' },
  { types: ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi'], path: 'DefinitionBody$.**.authorizerUri' },
];

const ARNS: readonly [Slot, ...Slot[]] = [
  { types: ['AWS::ApiGateway::Authorizer'], path: 'ProviderARNs[]' },
  {
    types: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
    path: 'AccessLogSetting.DestinationArn',
  },
  { types: ['AWS::ApiGateway::Deployment'], path: 'StageDescription.AccessLogSetting.DestinationArn' },
  { types: ['AWS::ApiGatewayV2::Stage'], path: 'AccessLogSettings.DestinationArn' },
  { types: ['AWS::ApiGatewayV2::ApiGatewayManagedOverrides'], path: 'Stage.AccessLogSettings.DestinationArn' },
];

const FAR_FUNCTION =
  'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:shop/invocations';
const NEAR_FUNCTION = {
  'Fn::Sub':
    'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:shop-us-east-1/invocations',
};

export const apigatewayCrossRegionIntegration = defineChannel({
  id: 'apigateway-cross-region-integration',
  title: 'APIs hand requests and logs to their home region only',
  risk: 'Requests, with all that people enter, are handed to the function, service or host in the other region, or logged there.',
  level: 'content',
  legitimate:
    'For a route that carries nothing of the caller, such as one that fetches a public price list from where it is kept. Check headers as well as bodies: an integration passes tokens on.',
  remediation: 'Let integrations, authorizers and access logs name things of the home region.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html',
  ],

  proactive: {
    rules: [
      ...mapped(URIS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
      ...mapped([...URIS, ...DEFINITIONS], (slot) => ({ ...slot, kind: 'text' }) as const),
      ...mapped(ARNS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
      // Where people sign in.
      {
        types: ['AWS::ApiGatewayV2::Authorizer'],
        path: 'JwtConfiguration.Issuer',
        kind: 'endpoint',
        onlyAbroad: true,
      },
    ],
    violating: [
      ...mapped(URIS, ({ types, path }) => ({
        Parameters: { Where: { Type: 'String' } },
        ...exampleOf(
          types[0],
          propertiesAt(path, { 'Fn::Sub': 'arn:aws:apigateway:${Where}:sqs:path/${AWS::AccountId}/orders' }),
        ),
      })),
      ...mapped(URIS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, FAR_FUNCTION))),
      exampleOf('AWS::ApiGateway::Method', propertiesAt('Integration.Uri', 'http://lb.us-east-1.elb.amazonaws.com')),
      ...mapped(DEFINITIONS, ({ types, path }) => {
        const [body = '', member = ''] = path.split('$.**.');
        return exampleOf(types[0], propertiesAt(body, { paths: { '/': { post: { [member]: FAR_FUNCTION } } } }));
      }),
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:firehose:us-east-1:111122223333:deliverystream/requests')),
      ),
      exampleOf(
        'AWS::ApiGatewayV2::Authorizer',
        propertiesAt('JwtConfiguration.Issuer', 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi'),
      ),
    ],
    compliant: [
      ...mapped(URIS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, NEAR_FUNCTION))),
      exampleOf('AWS::ApiGateway::Method', propertiesAt('Integration.Uri', 'https://backend.example.com/us-east-1')),
      exampleOf('AWS::ApiGatewayV2::Api', {
        Body: { info: { description: 'formerly us-east-1' }, paths: { '/': { post: { uri: NEAR_FUNCTION } } } },
      }),
      exampleOf(
        'AWS::ApiGateway::Stage',
        propertiesAt('AccessLogSetting.DestinationArn', { 'Fn::GetAtt': ['Requests', 'Arn'] }),
        { Requests: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'us-east-1' } } },
      ),
      exampleOf(
        'AWS::ApiGatewayV2::Authorizer',
        propertiesAt('JwtConfiguration.Issuer', {
          'Fn::Sub': 'https://cognito-idp.${AWS::Region}.amazonaws.com/${AWS::Region}_abcdefghi',
        }),
      ),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'apigateway:Request/AccessLoggingDestination holds the log’s ARN. Integrations have no key: whether a function may be called is decided by its own policy, and services are called with a role of the customer; hosts ask for neither.',
    denies: [
      {
        actions: ['apigateway:PATCH', 'apigateway:POST'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'apigateway:Request/AccessLoggingDestination', names: 'arn' },
      },
      { actions: ['apigateway:PUT'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'PutIntegration',
        recordedIn: 'source',
        opens: [{ path: 'uri', kind: 'arn' }],
      },
      {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'CreateIntegration',
        recordedIn: 'source',
        opens: [{ path: 'integrationUri', kind: 'arn' }],
      },
      {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'CreateStage',
        recordedIn: 'source',
        opens: [{ path: 'accessLogSettings.destinationArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-api-gateway', command: 'GetIntegrationCommand', field: 'uri', kind: 'text' },
      {
        client: '@aws-sdk/client-apigatewayv2',
        command: 'GetIntegrationsCommand',
        field: 'Items[].IntegrationUri',
        kind: 'text',
      },
      {
        client: '@aws-sdk/client-api-gateway',
        command: 'GetStagesCommand',
        field: 'item[].accessLogSettings.destinationArn',
        kind: 'arn',
      },
    ],
  },
});
