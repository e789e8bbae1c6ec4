import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EVERY_FUNCTION } from '../controls/preventive/cell-actions';
import { roleStatements, type WorkedOn } from '../controls/preventive/role-policy';
import type { Substitute } from '../domain/acknowledgement';
import { cellName } from '../domain/cell';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { LOG_DAYS } from '../domain/retention';
import type { FunctionId } from '../domain/routes';
import { acknowledge } from './acknowledge';
import { homeOf } from './home';
import { acknowledgeObjects } from './objects-of';
import { acknowledgeOwnPolicy } from './own-policy';
import { RegionalLogGroup } from './regional-log-group';

/** The part of a cell's network in which functions run: subnets without a route out of the region. */
export interface FunctionNetwork {
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
}

export interface RegionalFunctionProps {
  readonly jurisdiction: JurisdictionId;
  readonly name: FunctionId;
  readonly description: string;
  readonly code: lambda.Code;
  readonly network: FunctionNetwork;
  /** Encrypts the function's log group. */
  readonly logKey: IKey;
  /** Names of resources, never secrets. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** The resources that the function works on; what it may do there is in the table of the cell's actions. @default - none */
  readonly worksOn?: WorkedOn;
  /** How long a call can take. @default 10 */
  readonly seconds?: number;
  /** What keeps a call that failed. @default - whoever calls waits for the answer, and there is nothing to keep */
  readonly afterFailure?: Substitute;
}

/** What every function's log holds; one class for all of them. */
const FUNCTION_LOGS: DeclaredStore & { readonly kind: 'log group' } = {
  id: 'function-logs',
  kind: 'log group',
  holds: 'request id, route, outcome and duration of each request; no address, name, token or content',
  personal: { no: 'the logger takes no field that relates to a person' },
  retention: { until: 'age', days: LOG_DAYS },
  key: 'cell',
  legalBasis: 'none needed',
  readers: ['operators of the cell'],
};

/**
 * A function in isolated subnets, with a role of its own that names what it may do, and a declared log group.
 *
 * There is no prop for a layer, a URL, another VPC or a managed policy.
 */
export class RegionalFunction extends Construct {
  readonly function: lambda.IFunction;
  readonly role: iam.IRole;

  constructor(scope: Construct, id: string, props: RegionalFunctionProps) {
    super(scope, id);
    const home = homeOf(this, props.jurisdiction);
    const work = roleStatements(props.name, home, props.worksOn ?? {});
    const { logGroup } = new RegionalLogGroup(this, 'Log', {
      jurisdiction: props.jurisdiction,
      holds: FUNCTION_LOGS,
      encryptionKey: props.logKey,
    });
    const role = new iam.Role(this, 'Role', {
      roleName: roleName(props.jurisdiction, props.name),
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: props.description,
      inlinePolicies: {
        Log: documentOf(
          new iam.PolicyStatement({
            actions: [...EVERY_FUNCTION.logs],
            resources: [logGroup.logGroupArn],
          }),
        ),
        NetworkInterfaces: documentOf(...networkInterfaces()),
        ...(work.length === 0 ? {} : { Work: documentOf(...work.map((one) => iam.PolicyStatement.fromJson(one))) }),
      },
    });
    acknowledge(role, {
      rules: ['AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
      reason:
        'Lambda creates the network interfaces of a function in the name of its role, and EC2 authorizes the describing calls for all resources only',
      owner: 'platform',
      since: '2026-11-24',
      substitute: {
        control:
          "the same statement's Deny takes these actions away from the function's own code, and the boundary bounds them to the home region",
        test: 'test/stacks/permissions.test.ts',
      },
    });
    acknowledgeOwnPolicy(role);
    acknowledgeObjects(role, Object.values(props.worksOn ?? {}).flat());
    const made = new lambda.Function(this, 'Function', {
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      vpc: props.network.vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [props.network.securityGroup],
      environment: { ...props.environment },
      memorySize: 512,
      timeout: Duration.seconds(props.seconds ?? 10),
    });
    answerForCalls(made, props.afterFailure);
    this.function = made;
    this.role = role;
  }
}

/** A function's role, named so that keys and boundaries can name it without a reference to its stack. */
export function roleName(jurisdiction: JurisdictionId, name: FunctionId): string {
  return `${cellName(jurisdiction)}-${name}`;
}

function answerForCalls(made: lambda.IFunction, afterFailure: Substitute | undefined): void {
  acknowledge(made, {
    rules: ['NIST.800.53.R5::NIST.800.53.R5-LambdaDLQ', 'HIPAA.Security::HIPAA.Security-LambdaDLQ'],
    ...(afterFailure === undefined
      ? {
          reason:
            'API Gateway and Cognito call the function and wait: a failure is answered, and no event is left to keep',
          substitute: {
            control: "nobody else calls it, and an alarm goes off at the API's first answer with an error of its own",
            test: 'test/stacks/acknowledgements.test.ts',
          },
        }
      : { reason: 'the rule knows dead-letter queues only', substitute: afterFailure }),
    owner: 'platform',
    since: '2026-11-24',
  });
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  acknowledge(made, {
    rules: ['NIST.800.53.R5::NIST.800.53.R5-LambdaConcurrency', 'HIPAA.Security::HIPAA.Security-LambdaConcurrency'],
    reason:
      'a limit of its own would take from each function what another needs at that moment, and deploys into no account whose quota is small',
    substitute: {
      control:
        "the API's throttle: all its requests at once, of ten seconds each, leave half of the 1,000 executions that Lambda gives a region",
      test: 'test/stacks/api.test.ts',
    },
    owner: 'platform',
    since: '2026-11-24',
  });
}

function documentOf(...statements: readonly iam.PolicyStatement[]): iam.PolicyDocument {
  return new iam.PolicyDocument({ statements: [...statements] });
}

/** What Lambda does, in the role's name, to place a function in a VPC; the function's own code is denied it. */
function networkInterfaces(): iam.PolicyStatement[] {
  const actions = [...EVERY_FUNCTION.ec2];
  return [
    new iam.PolicyStatement({ actions, resources: ['*'] }),
    // Lambda sets this key on every call that a function's code makes, and on none that the service makes for it.
    // https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      actions,
      resources: ['*'],
      conditions: { Null: { 'lambda:SourceFunctionArn': 'false' } },
    }),
  ];
}
