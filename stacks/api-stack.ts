import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../lib/constructs/acknowledge';
import { KeyAuthorizer } from '../lib/constructs/key-authorizer';
import { type FunctionNetwork, RegionalFunction } from '../lib/constructs/regional-function';
import { RegionalLogGroup } from '../lib/constructs/regional-log-group';
import type { RegionalWorkflow } from '../lib/constructs/regional-workflow';
import type { WorkedOn } from '../lib/controls/preventive/role-policy';
import { READERS_INDEX } from '../lib/domain/conversations';
import type { DeclaredStore } from '../lib/domain/personal-stores';
import {
  LIMITED_ROUTE_IDS,
  type LimitedRouteId,
  type RateLimit,
  ROUTE_LIMITS,
  STAGE_LIMIT,
} from '../lib/domain/rate-limits';
import { LOG_DAYS } from '../lib/domain/retention';
import { type AuthorizerId, ROUTE_IDS, ROUTES, type Route, type RouteId, type WorkflowId } from '../lib/domain/routes';
import { archiveRoutes, exportWorkflow, importWorkflow } from './archive-workflows';
import { CellStack, type CellStackProps } from './cell-stack';
import { erasureWorkflow } from './erasure-workflow';
import { functionCode, functionCodeWith } from './function-code';
import { type Sweeps, sweeps } from './sweeps';

export interface ApiStackProps extends CellStackProps {
  readonly network: FunctionNetwork;
  readonly storeKey: IKey;
  readonly personKey: IKey;
  readonly profiles: ITable;
  readonly personKeys: ITable;
  readonly conversations: ITable;
  readonly jobs: ITable;
  readonly receipts: ITable;
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

/** Routes whose functions are told which stores there are. */
const TELLING = ['locate-data', 'transparency'] as const satisfies readonly RouteId[];

function isTelling(route: RouteId): boolean {
  return TELLING.some((one) => one === route);
}

/**
 * What the page of another home may ask, in a browser: to read with a read key. It may send no token and no JSON, so that whatever
 * somebody does, they do on the page of their own home. Which homes there are, no cell knows; and no cookie is ever sent.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
const FROM_OTHER_HOMES = {
  allowOrigins: ['*'],
  allowMethods: [apigateway.CorsHttpMethod.GET],
  allowHeaders: ['x-read-key'],
  maxAge: Duration.hours(1),
};

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
  private readonly authorizers: Readonly<Record<Route['access'], apigateway.IHttpRouteAuthorizer>>;
  readonly workflows: Readonly<Record<WorkflowId, RegionalWorkflow>>;
  readonly sweeps: Sweeps;
  private readonly needs: Readonly<Record<RouteId | AuthorizerId, RouteNeeds>>;

  constructor(scope: Construct, props: ApiStackProps) {
    super(scope, 'Api', props, { description: 'the HTTP API and the function of each route' });
    this.props = props;
    const shared = { jurisdiction: this.jurisdiction, account: this.account, network: props.network, stores: props };
    this.workflows = {
      erasure: this.addErasure(),
      export: exportWorkflow(this, shared),
      import: importWorkflow(this, shared),
    };
    this.sweeps = this.addSweeps();
    this.needs = needsOf(props, this.workflows);
    this.api = new apigateway.HttpApi(this, 'Http', {
      apiName: this.stackName,
      description: 'the API of the cell',
      createDefaultStage: false,
      corsPreflight: FROM_OTHER_HOMES,
    });
    this.authorizers = {
      public: new apigateway.HttpNoneAuthorizer(),
      person: new HttpUserPoolAuthorizer('People', props.pool, { userPoolClients: [props.client] }),
      key: new KeyAuthorizer(this, 'ReadKey', {
        api: this.api,
        handler: this.addFunction('read-key', functionCode('read-key')).function,
        header: 'x-read-key',
      }).authorizer,
    };
    const stage = this.addStage();
    for (const id of ROUTE_IDS) {
      if (isTelling(id)) continue;
      const route = this.addRoute(id, functionCode(id));
      // A stage cannot name a route that is not there yet.
      if (isLimited(id)) stage.addResourceDependency(route.node.defaultChild as apigateway.CfnRoute);
    }
    new CfnOutput(this, 'ApiEndpoint', { value: this.api.apiEndpoint });
  }

  /** Adds the routes that tell people where their data rests; called when all stores of the cell are declared. */
  tellWhereDataRests(stores: readonly DeclaredStore[]): void {
    const files = { 'stores.json': JSON.stringify(stores) };
    for (const route of TELLING) this.addRoute(route, functionCodeWith(this, route, files));
  }

  private addErasure(): RegionalWorkflow {
    const { network, storeKey, pool, profiles, personKeys, conversations, jobs, receipts, media, archives } =
      this.props;
    const onJobs = {
      environment: { JOBS_TABLE: jobs.tableName },
      worksOn: { jobs: [jobs.tableArn, `${jobs.tableArn}/index/people`], 'store-key': storeKey.keyArn },
    };
    const onAccounts = {
      environment: { ...onJobs.environment, USER_POOL_ID: pool.userPoolId },
      worksOn: { ...onJobs.worksOn, accounts: pool.userPoolArn },
    };
    return erasureWorkflow(this, {
      jurisdiction: this.jurisdiction,
      account: this.account,
      network,
      logKey: storeKey,
      needs: {
        'end-sessions': onAccounts,
        'erase-store': {
          environment: {
            ...onAccounts.environment,
            PROFILES_TABLE: profiles.tableName,
            PERSON_KEYS_TABLE: personKeys.tableName,
            CONVERSATIONS_TABLE: conversations.tableName,
            MEDIA_BUCKET: media.bucketName,
            ARCHIVES_BUCKET: archives.bucketName,
          },
          worksOn: {
            ...onAccounts.worksOn,
            profiles: profiles.tableArn,
            'person-keys': personKeys.tableArn,
            conversations: conversations.tableArn,
            media: [media.bucketArn, media.arnForObjects('*')],
            archives: [archives.bucketArn, archives.arnForObjects('*')],
          },
        },
        'close-erasure': {
          environment: { ...onJobs.environment, RECEIPTS_TABLE: receipts.tableName },
          worksOn: { ...onJobs.worksOn, receipts: receipts.tableArn },
        },
      },
    });
  }

  private addSweeps(): Sweeps {
    const { network, storeKey, pool, receipts } = this.props;
    const { arn } = this.workflows.erasure;
    return sweeps(this, {
      jurisdiction: this.jurisdiction,
      network,
      logKey: storeKey,
      needs: {
        'resume-erasures': {
          description: 'goes on with erasures that have stopped',
          environment: { RECEIPTS_TABLE: receipts.tableName, ERASURE_WORKFLOW: arn },
          worksOn: { receipts: `${receipts.tableArn}/index/states`, erasure: arn, 'store-key': storeKey.keyArn },
        },
        'remove-unconfirmed': {
          description: 'removes accounts that nobody has confirmed in a day',
          environment: { USER_POOL_ID: pool.userPoolId },
          worksOn: { accounts: pool.userPoolArn },
        },
      },
    });
  }

  private addStage(): apigateway.CfnStage {
    const { logGroup } = new RegionalLogGroup(this, 'AccessLog', {
      jurisdiction: this.jurisdiction,
      encryptionKey: this.props.storeKey,
      holds: {
        id: 'api-access-log',
        kind: 'log group',
        holds: 'route, status and duration of each request; no network address, no token',
        personal: { no: 'the format asks API Gateway for no field that relates to a person' },
        retention: { until: 'age', days: LOG_DAYS },
        key: 'cell',
        legalBasis: 'none needed',
        readers: ['operators of the cell'],
      },
    });
    return new apigateway.CfnStage(this, 'Stage', {
      apiId: this.api.apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: logGroup.logGroupArn, format: JSON.stringify(ACCESS_LOG_FORMAT) },
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingRateLimit: STAGE_LIMIT.rate,
        throttlingBurstLimit: STAGE_LIMIT.burst,
      },
      routeSettings: Object.fromEntries(
        LIMITED_ROUTE_IDS.map((id) => [`${ROUTES[id].method} ${ROUTES[id].path}`, settingsOf(ROUTE_LIMITS[id])]),
      ),
    });
  }

  private addFunction(id: RouteId | AuthorizerId, code: Code): RegionalFunction {
    return new RegionalFunction(this, id, {
      jurisdiction: this.jurisdiction,
      name: id,
      code,
      network: this.props.network,
      logKey: this.props.storeKey,
      ...this.needs[id],
    });
  }

  private addRoute(id: RouteId, code: Code): apigateway.HttpRoute {
    const { method, path, access } = ROUTES[id];
    const handler = this.addFunction(id, code);
    const route = new apigateway.HttpRoute(this, `${id}-route`, {
      httpApi: this.api,
      routeKey:
        path === '$default' ? apigateway.HttpRouteKey.DEFAULT : apigateway.HttpRouteKey.with(path, METHOD[method]),
      integration: new HttpLambdaIntegration('integration', handler.function),
      authorizer: this.authorizers[access],
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
    return route;
  }
}

function isLimited(route: RouteId): route is LimitedRouteId {
  return LIMITED_ROUTE_IDS.some((one) => one === route);
}

/** As CloudFormation reads it: CDK passes on what is of no type. Without the metrics a route would lose those of the stage. */
function settingsOf({ rate, burst }: RateLimit): object {
  return { DetailedMetricsEnabled: true, ThrottlingBurstLimit: burst, ThrottlingRateLimit: rate };
}

const METHOD = {
  GET: apigateway.HttpMethod.GET,
  POST: apigateway.HttpMethod.POST,
  PUT: apigateway.HttpMethod.PUT,
  DELETE: apigateway.HttpMethod.DELETE,
  ANY: apigateway.HttpMethod.ANY,
} as const;

function needsOf(props: ApiStackProps, workflows: ApiStack['workflows']): Record<RouteId | AuthorizerId, RouteNeeds> {
  const { profiles, personKeys, conversations, media, storeKey, personKey, client, jobs, receipts } = props;
  const { erasure } = workflows;
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
  const onConversations = {
    environment: { ...onProfiles.environment, CONVERSATIONS_TABLE: conversations.tableName },
    worksOn: { ...onProfiles.worksOn, conversations: conversations.tableArn },
  };
  const onMedia = {
    environment: { ...onConversations.environment, MEDIA_BUCKET: media.bucketName },
    worksOn: { ...onConversations.worksOn, media: media.arnForObjects('*') },
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
      description: 'begins the erasure of the caller',
      environment: {
        PROFILES_TABLE: profiles.tableName,
        JOBS_TABLE: jobs.tableName,
        RECEIPTS_TABLE: receipts.tableName,
        ERASURE_WORKFLOW: erasure.arn,
      },
      worksOn: {
        profiles: profiles.tableArn,
        jobs: jobs.tableArn,
        receipts: receipts.tableArn,
        erasure: erasure.arn,
        'store-key': storeKey.keyArn,
      },
    },
    transparency: { description: 'the page on which anybody reads where the cell keeps what' },
    'read-receipt': {
      description: 'says how far an erasure is, and when it is final',
      environment: { RECEIPTS_TABLE: receipts.tableName },
      worksOn: { receipts: receipts.tableArn, 'store-key': storeKey.keyArn },
    },
    'locate-data': { description: "says where the caller's data rests", ...onProfiles },
    'start-log': { description: 'starts a log of the caller', ...onConversations },
    'list-logs': { description: "lists the caller's logs, and who can read them", ...onConversations },
    'write-message': { description: 'writes a message into a log of the caller', ...onConversations },
    'read-own-log': { description: 'reads a log of the caller', ...onConversations },
    'grant-reader': { description: 'makes a key with which somebody reads a log of the caller', ...onConversations },
    'revoke-reader': { description: 'takes such a key back', ...onConversations },
    'upload-media': { description: 'signs a form with which the caller uploads one object', ...onMedia },
    'download-media': { description: 'signs a link to an object of the caller', ...onMedia },
    'read-key': {
      description: 'says whether a key opens a log, before anything of it is read',
      ...onConversations,
      worksOn: {
        ...onConversations.worksOn,
        conversations: [conversations.tableArn, `${conversations.tableArn}/index/${READERS_INDEX}`],
      },
    },
    'read-log': {
      description: 'reads the log that a key opens',
      ...onConversations,
    },
    'read-log-media': {
      description: 'signs a link to an object that is named in the log that a key opens',
      ...onMedia,
    },
    ...archiveRoutes(props, workflows),
    openapi: { description: 'the OpenAPI document of the cell' },
    'home-page': { description: 'the page on which people see where their data rests, and decide about it' },
    fallback: { description: 'answers what no other route does' },
  };
}
