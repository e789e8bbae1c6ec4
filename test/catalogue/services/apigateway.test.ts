import { apigatewayEdgeEndpoint } from '../../../lib/catalogue/services/apigateway-edge';
import { apigatewayCrossRegionIntegration } from '../../../lib/catalogue/services/apigateway-integrations';
import { describeChannel } from '../../support/describe-channel';

const TYPES = 'EndpointConfiguration.Types';
const types = (...Types: unknown[]) => ({ EndpointConfiguration: { Types } });
const edge = { value: 'EDGE', reach: 'abroad' } as const;
const byDefault = { path: TYPES, value: 'nothing', reach: 'abroad' } as const;

describeChannel(apigatewayEdgeEndpoint, [
  {
    name: 'reports an API that says nothing, for AWS makes it edge-optimized',
    properties: { Name: 'a' },
    violations: [byDefault],
  },
  { name: 'reports an API that says so', properties: types('EDGE'), violations: [{ path: `${TYPES}[0]`, ...edge }] },
  { name: 'passes a regional API', properties: types('REGIONAL'), violations: [] },
  {
    name: 'passes a private API',
    properties: { EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: [] } },
    violations: [],
  },
  {
    name: 'reports what a parameter says by default',
    properties: types({ Ref: 'Kind' }),
    template: {
      Parameters: { Kind: { Type: 'String', Default: 'EDGE', AllowedValues: ['EDGE', 'REGIONAL'] } },
      Resources: {},
    },
    violations: [{ path: `${TYPES}[0]`, ...edge }],
  },
  {
    name: 'passes what a parameter says by default, though it could be another',
    properties: types({ Ref: 'Kind' }),
    template: {
      Parameters: { Kind: { Type: 'String', Default: 'REGIONAL', AllowedValues: ['EDGE', 'REGIONAL'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'reports a configuration that a condition can take away',
    properties: { EndpointConfiguration: { 'Fn::If': ['Regional', { Types: ['REGIONAL'] }, { Ref: 'AWS::NoValue' }] } },
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Regional: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [byDefault],
  },
  {
    name: 'reports a domain with a certificate for the edge',
    type: 'AWS::ApiGateway::DomainName',
    properties: { CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/c' },
    violations: [byDefault],
  },
  {
    name: 'passes a domain with a certificate of the region',
    type: 'AWS::ApiGateway::DomainName',
    properties: { RegionalCertificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/c' },
    violations: [],
  },
  {
    name: 'reads the short form of SAM',
    type: 'AWS::Serverless::Api',
    properties: { EndpointConfiguration: 'EDGE' },
    violations: [{ path: 'EndpointConfiguration', ...edge }],
  },
  {
    name: 'passes the short form of SAM',
    type: 'AWS::Serverless::Api',
    properties: { EndpointConfiguration: 'PRIVATE' },
    violations: [],
  },
  {
    name: 'only points out the API that SAM makes for an event',
    type: 'AWS::Serverless::Function',
    properties: {
      Events: {
        Own: { Type: 'Api', Properties: { RestApiId: { Ref: 'Api' } } },
        Http: { Type: 'HttpApi', Properties: {} },
        Made: { Type: 'Api', Properties: { Path: '/', Method: 'get' } },
      },
    },
    violations: [{ path: 'Events.Made.Type', value: 'Api', reach: 'unknown', severity: 'info' }],
  },
]);

const uri = (Uri: unknown) => ({ HttpMethod: 'POST', Integration: { Type: 'AWS_PROXY', Uri } });
const LAMBDA = 'lambda:path/2015-03-31/functions';

describeChannel(apigatewayCrossRegionIntegration, [
  {
    name: 'passes a function of the template',
    properties: uri({ 'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:${LAMBDA}/\${Work.Arn}/invocations` }),
    template: { Resources: { Work: { Type: 'AWS::Lambda::Function' } } },
    violations: [],
  },
  {
    name: 'reports a function abroad within an address at home',
    properties: uri({
      'Fn::Join': [
        '',
        ['arn:aws:apigateway:', { Ref: 'AWS::Region' }, `:${LAMBDA}/arn:aws:lambda:us-east-1:1:function:f/invocations`],
      ],
    }),
    violations: [
      {
        path: 'Integration.Uri',
        value: `arn:aws:apigateway:eu-central-1:${LAMBDA}/arn:aws:lambda:…`,
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports a function abroad that a parameter is by default',
    properties: uri({ 'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:${LAMBDA}/\${Work}/invocations` }),
    template: {
      Parameters: { Work: { Type: 'String', Default: 'arn:aws:lambda:us-east-1:1:function:f' } },
      Resources: {},
    },
    violations: [
      {
        path: 'Integration.Uri',
        value: `arn:aws:apigateway:eu-central-1:${LAMBDA}/arn:aws:lambda:…`,
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports a service in a region that nothing binds',
    properties: uri({ 'Fn::Sub': 'arn:aws:apigateway:${Where}:sqs:path/${AWS::AccountId}/orders' }),
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'Integration.Uri', value: 'arn:aws:apigateway:${Where}:sqs:path/111122223333/orders', reach: 'unknown' },
    ],
  },
  {
    name: 'reports a definition that stands in the template as a text',
    type: 'AWS::ApiGatewayV2::Api',
    properties: {
      Body: {
        'Fn::Sub':
          '{"paths":{"/":{"get":{"x-amazon-apigateway-integration":{"uri":"https://sqs.us-east-1.amazonaws.com/1"}}}}}',
      },
    },
    violations: [
      {
        path: 'Body.paths./.get.x-amazon-apigateway-integration.uri',
        value: 'https://sqs.us-east-1.amazonaws.com/1',
        reach: 'abroad',
      },
    ],
  },
]);
