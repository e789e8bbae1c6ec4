import { type DestinationSelector, defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const DISTRIBUTION = ['AWS::CloudFront::Distribution'] as const;

const ORIGINS: readonly [Slot, ...Slot[]] = [
  { types: DISTRIBUTION, path: 'DistributionConfig.Origins[].DomainName' },
  { types: DISTRIBUTION, path: 'DistributionConfig.CustomOrigin.DNSName' },
  { types: DISTRIBUTION, path: 'DistributionConfig.S3Origin.DNSName' },
  { types: ['AWS::CloudFront::StreamingDistribution'], path: 'StreamingDistributionConfig.S3Origin.DomainName' },
];

/** The managed policy under which nothing is kept at the edge, by the id that CloudFront's guide gives for it. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

const CACHES = [
  'DistributionConfig.DefaultCacheBehavior.CachePolicyId',
  'DistributionConfig.CacheBehaviors[].CachePolicyId',
] as const;

export const cloudfrontDistribution = defineChannel({
  id: 'cloudfront-distribution',
  title: 'CloudFront fetches from its home region, and keeps nothing personal at the edge',
  risk: 'Responses of the origin are kept at edge locations anywhere, and gathered where the origin and its shield are.',
  level: 'content',
  legitimate:
    'For scripts, fonts, pictures of products and whatever else looks the same to everybody. Responses to a signed-in person are passed through without being cached, or do not go by CloudFront.',
  remediation:
    'Let origins and their shield be of the home region, and use CachingDisabled wherever responses are personal.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html',
  ],

  proactive: {
    rules: [
      ...mapped(ORIGINS, (slot) => ({ ...slot, kind: 'endpoint', onlyAbroad: true }) as const),
      {
        types: DISTRIBUTION,
        path: 'DistributionConfig.Origins[].OriginShield.OriginShieldRegion',
        kind: 'region',
        unless: { path: 'DistributionConfig.Origins[].OriginShield.Enabled', is: ['false'] },
      },
      // Most distributions serve files that are the same for everybody, which a template does not tell: pointed out.
      ...mapped(
        CACHES,
        (path) =>
          ({
            types: DISTRIBUTION,
            path,
            kind: 'flag',
            closes: [CACHING_DISABLED],
            reach: 'abroad',
            because: 'which lets edge locations anywhere keep responses for a while',
            severity: 'info',
          }) as const,
      ),
    ],
    violating: [
      ...mapped(ORIGINS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'abcdef.execute-api.us-east-1.amazonaws.com')),
      ),
      distribution('Origins[].OriginShield', { Enabled: true, OriginShieldRegion: 'us-east-1' }),
      distribution('DefaultCacheBehavior.CachePolicyId', '658327ea-f89d-4fab-a63d-7e88639e58f6'),
      distribution('CacheBehaviors[].CachePolicyId', { Ref: 'Cached' }),
    ],
    compliant: [
      distribution('DefaultCacheBehavior.CachePolicyId', CACHING_DISABLED),
      distribution('Origins[].DomainName', { 'Fn::Sub': 'shop-us-east-1.execute-api.${AWS::Region}.amazonaws.com' }),
      distribution('Origins[].DomainName', 'us-east-1-shop.example.com'),
      distribution('Origins[].OriginShield', { Enabled: false, OriginShieldRegion: 'us-east-1' }),
      distribution('Origins[].OriginShield', { Enabled: true, OriginShieldRegion: { Ref: 'AWS::Region' } }),
      // CloudFront takes certificates and web ACLs of us-east-1 only; neither is personal.
      distribution('ViewerCertificate.AcmCertificateArn', 'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd'),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'CloudFront is one service for all regions, whose calls are made in us-east-1: a region deny has to exempt it, and no condition key tells what a distribution keeps.',
    denies: [
      {
        actions: ['cloudfront:CreateDistribution', 'cloudfront:UpdateDistribution'],
        authorisedIn: 'us-east-1',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudfront.amazonaws.com',
        eventName: 'CreateDistribution',
        recordedIn: 'us-east-1',
        opens: [{ path: 'distributionConfig.origins.items[].domainName', kind: 'endpoint' }],
      },
      {
        eventSource: 'cloudfront.amazonaws.com',
        eventName: 'UpdateDistribution',
        recordedIn: 'us-east-1',
        opens: [{ path: 'distributionConfig.origins.items[].domainName', kind: 'endpoint' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudfront',
        command: 'GetDistributionConfigCommand',
        field: 'DistributionConfig.Origins.Items[].DomainName',
        kind: 'endpoint',
      },
      {
        client: '@aws-sdk/client-cloudfront',
        command: 'GetDistributionConfigCommand',
        field: 'DistributionConfig.DefaultCacheBehavior.CachePolicyId',
        kind: 'flag',
      },
    ],
  },
});

const ASSOCIATIONS = [
  'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[].LambdaFunctionARN',
  'DistributionConfig.CacheBehaviors[].LambdaFunctionAssociations[].LambdaFunctionARN',
] as const;

export const lambdaAtEdgeAndFunctions = defineChannel({
  id: 'lambda-at-edge-and-functions',
  title: 'No function runs and no data rests at the edge',
  risk: 'The function runs, and writes its log, in the region nearest to whoever asks; a key value store is at every edge location.',
  level: 'content',
  legitimate:
    'For what needs no more than the request line: redirects, security headers, a choice of language. Nothing is logged that came from the viewer, because the log is where the viewer is.',
  remediation:
    'Do the work in a function of the home region, or in a CloudFront function that touches nothing personal.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-testing-debugging.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions.html',
  ],

  proactive: {
    rules: [
      ...mapped(
        ASSOCIATIONS,
        (path) =>
          ({
            types: DISTRIBUTION,
            path,
            kind: 'presence',
            reach: 'abroad',
            because: 'which runs, and writes its log, in the region nearest to whoever asks',
          }) as const,
      ),
      {
        types: ['AWS::CloudFront::KeyValueStore'],
        path: '',
        kind: 'presence',
        reach: 'abroad',
        because: 'whose values are kept at every edge location',
      },
    ],
    violating: [
      ...mapped(ASSOCIATIONS, (path) =>
        exampleOf(
          'AWS::CloudFront::Distribution',
          propertiesAt(path, 'arn:aws:lambda:us-east-1:111122223333:function:sign-in:3'),
        ),
      ),
      exampleOf('AWS::CloudFront::KeyValueStore', { Name: 'sessions' }),
    ],
    compliant: [
      distribution('DefaultCacheBehavior.FunctionAssociations', [
        {
          EventType: 'viewer-request',
          FunctionARN: { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:function/us-east-1' },
        },
      ]),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'lambda:EnableReplication is asked for when a function is copied to the edge, and for nothing else. Key value stores have an action of their own.',
    denies: [
      { actions: ['lambda:EnableReplication'], authorisedIn: 'us-east-1', strength: 'exact' },
      { actions: ['cloudfront:CreateKeyValueStore'], authorisedIn: 'us-east-1', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudfront.amazonaws.com',
        eventName: 'CreateKeyValueStore',
        recordedIn: 'us-east-1',
        opens: [{ path: 'name', kind: 'presence' }],
      },
      {
        eventSource: 'cloudfront.amazonaws.com',
        eventName: 'UpdateDistribution',
        recordedIn: 'us-east-1',
        opens: [
          {
            path: 'distributionConfig.defaultCacheBehavior.lambdaFunctionAssociations.items[].lambdaFunctionARN',
            kind: 'presence',
          },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudfront',
        command: 'GetDistributionConfigCommand',
        field: 'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.Items[].LambdaFunctionARN',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-lambda',
        command: 'ListFunctionsCommand',
        field: 'Functions[].MasterArn',
        kind: 'arn',
      },
    ],
  },
});

export const cloudfrontRealtimeLogs = defineChannel({
  id: 'cloudfront-realtime-logs',
  title: 'CloudFront streams its logs to the home region only',
  risk: 'Addresses of viewers, what they asked for and chosen headers are streamed to the other region.',
  level: 'content',
  legitimate:
    'For fields that say nothing of the viewer, such as status, cache result and edge location; `c-ip`, cookies and query strings are left out of the configuration.',
  remediation: 'Stream to a Kinesis stream of the home region.',
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html'],

  proactive: {
    rules: [
      {
        types: ['AWS::CloudFront::RealtimeLogConfig'],
        path: 'EndPoints[].KinesisStreamConfig.StreamArn',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [realtime('arn:aws:kinesis:us-east-1:111122223333:stream/views')],
    compliant: [realtime({ 'Fn::GetAtt': ['Views', 'Arn'] })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the stream. CloudFront writes with a role of the customer, whose rights can be bound to the home region.',
    denies: [
      {
        actions: ['cloudfront:CreateRealtimeLogConfig', 'cloudfront:UpdateRealtimeLogConfig'],
        authorisedIn: 'us-east-1',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudfront.amazonaws.com',
        eventName: 'CreateRealtimeLogConfig',
        recordedIn: 'us-east-1',
        opens: [{ path: 'endPoints[].kinesisStreamConfig.streamARN', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudfront',
        command: 'ListRealtimeLogConfigsCommand',
        field: 'RealtimeLogConfigs.Items[].EndPoints[].KinesisStreamConfig.StreamARN',
        kind: 'arn',
      },
    ],
  },
});

function distribution(path: string, value: unknown) {
  return exampleOf('AWS::CloudFront::Distribution', propertiesAt(`DistributionConfig.${path}`, value));
}

function realtime(stream: unknown) {
  return exampleOf(
    'AWS::CloudFront::RealtimeLogConfig',
    { Name: 'us-east-1', ...propertiesAt('EndPoints[].KinesisStreamConfig.StreamArn', stream) },
    { Views: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'views-us-east-1' } } },
  );
}
