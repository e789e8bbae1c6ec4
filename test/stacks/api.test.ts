import { ROLE_IDS } from '../../lib/controls/preventive/cell-actions';
import { ROUTES, STEPS, SWEEPS } from '../../lib/domain/routes';
import { onlyResource, resourcesOf, templateOf, withoutAssetHashes } from '../support/assembly';
import { foldAlike } from '../support/fold-alike';

const api = templateOf('Api');

/** What each kind of access is authorized by. */
const AUTHORIZATION = {
  public: { type: 'NONE', authorizer: undefined },
  person: { type: 'JWT', authorizer: { Ref: expect.stringMatching(/^HttpPeople/) as string } },
  key: { type: 'CUSTOM', authorizer: { Ref: expect.stringMatching(/^ReadKeyAuthorizer/) as string } },
} as const;

describe('the routes of a cell', () => {
  const declared = Object.values(ROUTES).map(({ method, path, access }) => ({
    key: path === '$default' ? path : `${method} ${path}`,
    by: AUTHORIZATION[access],
  }));
  const deployed = resourcesOf(api, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => ({
    key: Properties.RouteKey as string,
    by: { type: Properties.AuthorizationType as string, authorizer: Properties.AuthorizerId as unknown },
  }));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

  it('are those of the table, and each has the authorizer of its access but the public ones', () => {
    expect(deployed.toSorted(byKey)).toEqual(declared.toSorted(byKey));
  });

  const authorizer = (type: string) =>
    resourcesOf(api, 'AWS::ApiGatewayV2::Authorizer')
      .map(([, { Properties }]) => Properties)
      .find(({ AuthorizerType }) => AuthorizerType === type);

  it('ask the function of the cell about a key at each call, and nobody without one', () => {
    expect(authorizer('REQUEST')).toEqual({
      ApiId: { Ref: expect.stringMatching(/^Http/) },
      AuthorizerPayloadFormatVersion: '2.0',
      AuthorizerResultTtlInSeconds: 0,
      AuthorizerType: 'REQUEST',
      AuthorizerUri: {
        'Fn::Join': [
          '',
          [
            'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/',
            { 'Fn::GetAtt': [expect.stringMatching(/^readkeyFunction/), 'Arn'] },
            '/invocations',
          ],
        ],
      },
      EnableSimpleResponses: true,
      IdentitySource: ['$request.header.x-read-key'],
      Name: 'ReadKey',
    });
  });

  it('take tokens of the own pool only', () => {
    expect(authorizer('JWT')).toEqual({
      ApiId: { Ref: expect.stringMatching(/^Http/) },
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ 'Fn::ImportValue': expect.stringMatching(/^Eu-Identity:ExportsOutputRefAccountsPoolClient/) }],
        Issuer: {
          'Fn::Join': [
            '',
            [
              'https://cognito-idp.eu-central-1.amazonaws.com/',
              { 'Fn::ImportValue': expect.stringMatching(/^Eu-Identity:ExportsOutputRefAccountsPool/) },
            ],
          ],
        },
      },
      Name: 'People',
    });
  });

  it('let the page of another home read with a key, and send neither a token nor JSON', () => {
    const { Properties } = onlyResource(api, 'AWS::ApiGatewayV2::Api');
    expect(Properties.CorsConfiguration).toEqual({
      AllowHeaders: ['x-read-key'],
      AllowMethods: ['GET'],
      AllowOrigins: ['*'],
      MaxAge: 3600,
    });
  });

  it('have a throttle of their own where they cost or can be guessed at, on a stage that waits for them', () => {
    const [, stage] = resourcesOf(api, 'AWS::ApiGatewayV2::Stage')[0] ?? [];
    const routes = resourcesOf(api, 'AWS::ApiGatewayV2::Route');
    const settings = (rate: number, burst: number) => ({
      DetailedMetricsEnabled: true,
      ThrottlingBurstLimit: burst,
      ThrottlingRateLimit: rate,
    });
    expect(stage?.Properties.RouteSettings).toEqual({
      'POST /registrations': settings(5, 10),
      'POST /confirmations': settings(10, 20),
      'POST /sessions': settings(20, 40),
      'GET /logs/{readerId}/messages': settings(20, 40),
      'GET /logs/{readerId}/media/{mediaId}': settings(20, 40),
      'POST /me/exports': settings(2, 5),
      'POST /me/imports': settings(2, 5),
      'PUT /me/imports/{importId}': settings(2, 5),
    });
    const limited = routes.flatMap(([id, { Properties }]) =>
      Object.hasOwn(stage?.Properties.RouteSettings, Properties.RouteKey) ? [id] : [],
    );
    expect((stage as { readonly DependsOn?: readonly string[] }).DependsOn?.toSorted()).toEqual(limited.toSorted());
    expect(limited).toHaveLength(8);
  });

  it('are throttled, and logged without anything that relates to a person', () => {
    const { DefaultRouteSettings, AccessLogSettings } = onlyResource(api, 'AWS::ApiGatewayV2::Stage').Properties;
    expect(DefaultRouteSettings).toEqual({
      DetailedMetricsEnabled: true,
      ThrottlingBurstLimit: 100,
      ThrottlingRateLimit: 50,
    });
    expect(JSON.parse(AccessLogSettings.Format)).toEqual({
      requestId: '$context.requestId',
      time: '$context.requestTimeEpoch',
      route: '$context.routeKey',
      status: '$context.status',
      durationMs: '$context.responseLatency',
      error: '$context.error.responseType',
    });
  });
});

describe('the throttle of a cell', () => {
  /** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
  const AT_ONCE = 1000;

  it('leaves half of what Lambda runs at once in a region, even while each request takes as long as it may', () => {
    const { ThrottlingRateLimit } = onlyResource(api, 'AWS::ApiGatewayV2::Stage').Properties.DefaultRouteSettings;
    const isStep = (id: string) =>
      [...STEPS, ...SWEEPS].some((step) => id.startsWith(`${step.replaceAll('-', '')}Function`));
    const seconds = resourcesOf(api, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) =>
      isStep(id) ? [] : [Properties.Timeout],
    );
    expect(ThrottlingRateLimit * Math.max(...seconds)).toBeLessThanOrEqual(AT_ONCE / 2);
  });
});

/** Names of resources; a secret would be none. */
const NAMES = [
  'PROFILES_TABLE',
  'PERSON_KEYS_TABLE',
  'PERSON_KEY',
  'CONVERSATIONS_TABLE',
  'MEDIA_BUCKET',
  'USER_POOL_ID',
  'USER_POOL_CLIENT_ID',
  'JOBS_TABLE',
  'RECEIPTS_TABLE',
  'ARCHIVES_BUCKET',
  'ERASURE_WORKFLOW',
  'EXPORT_WORKFLOW',
  'IMPORT_WORKFLOW',
];

describe('every function of a cell', () => {
  const masked = ['Address', 'EmailAddress', 'IpAddress', 'Name'].map(
    (kind) => `arn:aws:dataprotection::aws:data-identifier/${kind}`,
  );

  const functions = (['Identity', 'Api', 'Guard'] as const).flatMap((kind) =>
    resourcesOf(templateOf(kind), 'AWS::Lambda::Function').map(([id, { Properties }]) => ({ kind, id, Properties })),
  );

  it.each(functions)('$id in $kind runs in isolated subnets', ({ Properties }) => {
    expect(Properties.VpcConfig.SubnetIds.map(JSON.stringify)).toEqual([
      expect.stringContaining('VpcIsolatedSubnet1'),
      expect.stringContaining('VpcIsolatedSubnet2'),
    ]);
  });

  it.each(functions)(
    '$id in $kind has a log group that is declared, encrypted, short-lived and masked',
    ({ kind, Properties }) => {
      const logGroup = templateOf(kind).Resources[Properties.LoggingConfig.LogGroup.Ref]?.Properties;
      expect(logGroup).toMatchObject({
        RetentionInDays: 30,
        KmsKeyId: expect.anything(),
        DataProtectionPolicy: {
          Statement: [
            { DataIdentifier: masked, Operation: { Audit: { FindingsDestination: {} } } },
            { DataIdentifier: masked, Operation: { Deidentify: { MaskConfig: {} } } },
          ],
        },
      });
    },
  );

  it.each(functions)('$id in $kind has names in its environment and nothing else', ({ Properties }) => {
    const variables = Object.keys(Properties.Environment?.Variables ?? {});
    expect(variables.filter((name) => !NAMES.includes(name))).toEqual([]);
  });

  it.each(functions)('$id in $kind has no URL, no layer and a supported runtime', ({ kind, Properties }) => {
    expect([Properties.Runtime, Properties.Layers]).toEqual(['nodejs24.x', undefined]);
    expect(resourcesOf(templateOf(kind), 'AWS::Lambda::Url')).toEqual([]);
  });
});

// parity.test.ts shows that the other cell's is the same. Nothing is put aside but the hashes of assets.
describe('the template of Api', () => {
  it('is as it was reviewed', () => {
    // Forty functions have the same around them: it is reviewed once.
    expect(foldAlike(withoutAssetHashes(templateOf('Api')), ROLE_IDS)).toMatchSnapshot();
  });
});
