import type { Violation } from '../../domain/finding';
import { defineChannel, type Example, type JudgedResource } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

const BECAUSE = 'which lets requests enter at edge locations anywhere';
const VIRGINIA = 'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd';
const API_AT_HOME = { Api: { Type: 'AWS::Serverless::Api', Properties: { EndpointConfiguration: 'REGIONAL' } } };

export const apigatewayEdgeEndpoint = defineChannel({
  id: 'apigateway-edge-endpoint',
  title: 'REST APIs and their domains are regional or private',
  risk: 'Requests are decrypted at a CloudFront location near the caller, and travel on from there.',
  level: 'path',
  legitimate:
    'For an API that serves public data without a sign-in, such as prices or opening hours, where callers all over the world should find it quickly.',
  remediation: 'Set the endpoint type to REGIONAL or PRIVATE; without EndpointConfiguration it is EDGE.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-restapi-endpointconfiguration.html',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-endpointconfiguration.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::ApiGateway::RestApi'],
        path: 'EndpointConfiguration.Types',
        kind: 'absence',
        reach: 'abroad',
        because: BECAUSE,
        // How a definition that is imported says the same.
        unless: { path: 'Parameters.endpointConfigurationTypes', is: ['REGIONAL', 'PRIVATE'] },
      },
      {
        types: ['AWS::ApiGateway::DomainName'],
        path: 'EndpointConfiguration.Types',
        kind: 'absence',
        reach: 'abroad',
        because: BECAUSE,
        // Only a regional domain has one.
        unless: { path: 'RegionalCertificateArn', is: 'present' },
      },
      {
        types: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainName'],
        path: 'EndpointConfiguration.Types[]',
        kind: 'flag',
        opens: ['EDGE'],
        reach: 'abroad',
        because: BECAUSE,
      },
      {
        types: ['AWS::Serverless::Api'],
        path: 'EndpointConfiguration',
        kind: 'absence',
        reach: 'abroad',
        because: BECAUSE,
      },
      { kind: 'function', types: ['AWS::Serverless::Api'], paths: ['EndpointConfiguration'], violations: edgeByName },
      {
        types: ['AWS::Serverless::Api'],
        path: 'EndpointConfiguration.Type',
        kind: 'flag',
        opens: ['EDGE'],
        reach: 'abroad',
        because: BECAUSE,
      },
      // The API that SAM makes for an event: no resource of the template says what it is to be.
      {
        types: ['AWS::Serverless::Function'],
        path: 'Events{}.Type',
        kind: 'flag',
        opens: ['Api'],
        reach: 'unknown',
        because: 'for which SAM makes an edge-optimized API unless Globals say otherwise',
        severity: 'info',
        unless: { path: 'Events{}.Properties.RestApiId', is: 'present' },
      },
    ],
    violating: [
      exampleOf('AWS::ApiGateway::RestApi', { Name: 'shop' }),
      exampleOf('AWS::ApiGateway::RestApi', propertiesAt('EndpointConfiguration.Types', ['EDGE'])),
      exampleOf('AWS::ApiGateway::DomainName', { DomainName: 'api.example.com', CertificateArn: VIRGINIA }),
      exampleOf('AWS::Serverless::Api', { StageName: 'live' }),
      exampleOf('AWS::Serverless::Api', { EndpointConfiguration: 'EDGE' }),
      exampleOf('AWS::Serverless::Api', { EndpointConfiguration: { Type: 'EDGE' } }),
      events({ Get: { Type: 'Api', Properties: { Path: '/', Method: 'get' } } }),
    ],
    compliant: [
      exampleOf('AWS::ApiGateway::RestApi', propertiesAt('EndpointConfiguration.Types', ['REGIONAL'])),
      exampleOf('AWS::ApiGateway::RestApi', propertiesAt('EndpointConfiguration.Types', ['PRIVATE'])),
      exampleOf('AWS::ApiGateway::RestApi', { Parameters: { endpointConfigurationTypes: 'REGIONAL' }, Body: {} }),
      exampleOf('AWS::ApiGateway::DomainName', propertiesAt('EndpointConfiguration.Types', ['REGIONAL'])),
      exampleOf('AWS::ApiGatewayV2::Api', { Name: 'edge', ProtocolType: 'HTTP' }),
      exampleOf('AWS::Serverless::Api', { EndpointConfiguration: { Type: 'REGIONAL' } }),
      events({ Get: { Type: 'HttpApi', Properties: { Path: '/', Method: 'get' } } }),
      events({ Get: { Type: 'Api', Properties: { RestApiId: { Ref: 'Api' }, Path: '/', Method: 'get' } } }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'apigateway:Request/EndpointType holds the endpoint types of the request. A request without any makes an edge-optimized API, and has no such key: a statement that asks for the key to be there (Null) has to stand beside this one.',
    denies: [
      {
        actions: ['apigateway:PATCH', 'apigateway:POST'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'apigateway:Request/EndpointType', is: ['EDGE'], holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'CreateRestApi',
        recordedIn: 'source',
        // Without the parameter the API is an edge-optimized one, too: the audit tells.
        opens: [{ path: 'endpointConfiguration.types[]', kind: 'flag', opens: ['edge'] }],
      },
      {
        eventSource: 'apigateway.amazonaws.com',
        eventName: 'CreateDomainName',
        recordedIn: 'source',
        opens: [
          { path: 'endpointConfiguration.types[]', kind: 'flag', opens: ['edge'] },
          { path: 'certificateArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-api-gateway',
        command: 'GetRestApisCommand',
        field: 'items[].endpointConfiguration.types[]',
        kind: 'flag',
      },
    ],
  },
});

/** The short form: `EndpointConfiguration: EDGE`. */
function edgeByName({ places }: JudgedResource): Violation[] {
  return places('EndpointConfiguration').flatMap(({ path, value, canBe }): Violation[] =>
    canBe(['EDGE']) === 'yes' ? [{ path, destination: value, reach: 'abroad', value: 'EDGE', because: BECAUSE }] : [],
  );
}

function events(declared: Readonly<Record<string, unknown>>): Example {
  return exampleOf('AWS::Serverless::Function', { Handler: 'index.handler', Events: declared }, API_AT_HOME);
}
