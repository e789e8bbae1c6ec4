import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnOutput } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../lib/constructs/acknowledge';
import { type FunctionNetwork, RegionalFunction } from '../lib/constructs/regional-function';
import { RegionalLogGroup } from '../lib/constructs/regional-log-group';
import type { WorkedOn } from '../lib/controls/preventive/role-policy';
import { LOG_DAYS } from '../lib/domain/retention';
import { ROUTE_IDS, ROUTES, type RouteId } from '../lib/domain/routes';
import type { StoreClass } from '../lib/domain/store-class';
import { CellStack, type CellStackProps } from './cell-stack';
import { functionCode, functionCodeWith } from './function-code';

export interface ApiStackProps extends CellStackProps {
  readonly network: FunctionNetwork;
  readonly storeKey: IKey;
  readonly personKey: IKey;
  readonly profiles: ITable;
  readonly personKeys: ITable;
  readonly conversations: ITable;
  readonly jobs: ITable;
  readonly media: IBucket;
  readonly archives: IBucket;
  readonly pool: IUserPool;
  readonly client: IUserPoolClient;
}

/** What the function of a route is given beyond its code. */
interface RouteNeeds {
  readonly description: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly worksOn?: WorkedOn;
}

/** Requests a second that the API takes, and how many at once: an accident is stopped, people are not. */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 100 } as const;

/**
 * What the access log says of a request. No network address, no user agent, no token: what relates to a person is not
 * asked for, so that the log needs no protection of its own.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const ACCESS_LOG_FORMAT = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  durationMs: '$context.responseLatency',
  error: '$context.error.responseType',
} as const;

/** A cell's API: one function for each route, each with the rights of its own work and no others. */
export class ApiStack extends CellStack {
  readonly api: apigateway.HttpApi;
  private readonly props: ApiStackProps;
  private readonly authorizer: HttpUserPoolAuthorizer;
  private readonly needs: Readonly<Record<RouteId, RouteNeeds>>;

  constructor(scope: Construct, props: ApiStackProps) {
    super(scope, 'Api', props, { description: 'the HTTP API and the function of each route' });
    this.props = props;
    this.needs = needsOf(props);
    this.authorizer = new HttpUserPoolAuthorizer('People', props.pool, { userPoolClients: [props.client] });
    this.api = new apigateway.HttpApi(this, 'Http', {
      apiName: this.stackName,
      description: 'the API of the cell',
      createDefaultStage: false,
    });
    this.addStage();
    for (const route of ROUTE_IDS) if (route !== 'locate-data') this.addRoute(route, functionCode(route));
    new CfnOutput(this, 'ApiEndpoint', { value: this.api.apiEndpoint });
  }

  /** Adds the route that tells people where their data rests; called when all stores of the cell are declared. */
  tellWhereDataRests(stores: readonly StoreClass[]): void {
    this.addRoute('locate-data', functionCodeWith(this, 'locate-data', { 'stores.json': JSON.stringify(stores) }));
  }

  private addStage(): void {
    const { logGroup } = new RegionalLogGroup(this, 'AccessLog', {
      jurisdiction: this.jurisdiction,
      encryptionKey: this.props.storeKey,
      holds: {
        id: 'api-access-log',
        kind: 'log group',
        holds: 'route, status and duration of each request; no network address, no token',
        personal: { no: 'the format asks API Gateway for no field that relates to a person' },
        retention: { until: 'age', days: LOG_DAYS },
        legalBasis: 'none needed',
        readers: ['operators of the cell'],
      },
    });
    new apigateway.CfnStage(this, 'Stage', {
      apiId: this.api.apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: logGroup.logGroupArn, format: JSON.stringify(ACCESS_LOG_FORMAT) },
      defaultRouteSettings: { detailedMetricsEnabled: true, ...THROTTLE },
    });
  }

  private addRoute(id: RouteId, code: Code): void {
    const { method, path, access } = ROUTES[id];
    const handler = new RegionalFunction(this, id, {
      jurisdiction: this.jurisdiction,
      name: id,
      code,
      network: this.props.network,
      logKey: this.props.storeKey,
      ...this.needs[id],
    });
    const route = new apigateway.HttpRoute(this, `${id}-route`, {
      httpApi: this.api,
      routeKey:
        path === '$default' ? apigateway.HttpRouteKey.DEFAULT : apigateway.HttpRouteKey.with(path, METHOD[method]),
      integration: new HttpLambdaIntegration('integration', handler.function),
      ...(access === 'person' ? { authorizer: this.authorizer } : {}),
    });
    if (access === 'public') {
      acknowledge(route, {
        rules: ['AwsSolutions::AwsSolutions-APIG4'],
        reason:
          'the route is public by design: it is what somebody needs who has no account yet, and answers alike whoever asks',
        owner: 'security',
        since: '2026-11-24',
        substitute: {
          control: 'the table of routes says which are public, and every other route has the authorizer',
          test: 'test/stacks/api.test.ts',
        },
      });
    }
  }
}

const METHOD = {
  GET: apigateway.HttpMethod.GET,
  POST: apigateway.HttpMethod.POST,
  PUT: apigateway.HttpMethod.PUT,
  DELETE: apigateway.HttpMethod.DELETE,
  ANY: apigateway.HttpMethod.ANY,
} as const;

function needsOf({
  profiles,
  personKeys,
  storeKey,
  personKey,
  pool,
  client,
}: ApiStackProps): Record<RouteId, RouteNeeds> {
  const onProfiles = {
    environment: {
      PROFILES_TABLE: profiles.tableName,
      PERSON_KEYS_TABLE: personKeys.tableName,
      PERSON_KEY: personKey.keyArn,
    },
    worksOn: {
      profiles: profiles.tableArn,
      'person-keys': personKeys.tableArn,
      'person-key': personKey.keyArn,
      'store-key': storeKey.keyArn,
    },
  };
  const toAccounts = { environment: { USER_POOL_CLIENT_ID: client.userPoolClientId } };
  return {
    status: { description: 'says that the cell is up, and where it is' },
    residency: {
      description:
        'says which jurisdiction a country of residence belongs to, and whether the country of a phone agrees',
    },
    features: { description: 'says which features are on, off or limited here, why, and what they send to whom' },
    'register-person': {
      description: 'registers a person who belongs here, and refuses everybody else',
      ...toAccounts,
    },
    'confirm-registration': { description: 'confirms a registration by the code sent by mail', ...toAccounts },
    'sign-in': { description: 'exchanges a password for an access token', ...toAccounts },
    'read-terms': { description: 'answers the terms in force, with their exact text' },
    'accept-terms': { description: 'records that the caller accepted the terms in force', ...onProfiles },
    'read-profile': { description: "reads the caller's profile", ...onProfiles },
    'write-profile': { description: "writes the caller's profile", ...onProfiles },
    'read-consents': { description: "reads the caller's consents, and their history", ...onProfiles },
    'change-consent': { description: 'records a consent that the caller gives or withdraws', ...onProfiles },
    'erase-person': {
      description: 'erases the caller',
      environment: { ...onProfiles.environment, USER_POOL_ID: pool.userPoolId },
      worksOn: { ...onProfiles.worksOn, accounts: pool.userPoolArn },
    },
    'locate-data': { description: "says where the caller's data rests", ...onProfiles },
    fallback: { description: 'answers what no other route does' },
  };
}
