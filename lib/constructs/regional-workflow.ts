import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { roleStatements } from '../controls/preventive/role-policy';
import { cellName } from '../domain/cell';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { WORKFLOW_HISTORY_DAYS } from '../domain/retention';
import type { StepId, WorkflowId } from '../domain/routes';
import { acknowledge } from './acknowledge';
import { homeOf } from './home';
import { acknowledgeOwnPolicy } from './own-policy';
import { declareStore } from './store-declaration';

export interface RegionalWorkflowProps {
  readonly jurisdiction: JurisdictionId;
  readonly account: string;
  readonly name: WorkflowId;
  readonly description: string;
  /** The functions that the states call. */
  readonly steps: Readonly<Partial<Record<StepId, IFunction>>>;
  readonly startAt: string;
  readonly states: Readonly<Record<string, State>>;
}

/** A state, as this application needs them. The input of a workflow is the id of a job, and each state is given that alone. */
export type State =
  | {
      readonly kind: 'step';
      readonly step: StepId;
      /** What the step is told beside the id of the job. @default - nothing */
      readonly about?: Readonly<Record<string, string>>;
      /** How long it can take. @default STEP_TIMEOUT_SECONDS */
      readonly seconds?: number;
      /** The state after each answer of the step; undefined ends the workflow. */
      readonly next: string | Readonly<Record<string, string>> | undefined;
      /** The state when all attempts have failed. @default - the workflow has failed */
      readonly failed?: string;
    }
  | { readonly kind: 'wait'; readonly seconds: number; readonly next: string }
  | { readonly kind: 'succeed' }
  | { readonly kind: 'fail' };

/** The history of every workflow; one class for all of them. */
const HISTORY: DeclaredStore = {
  id: 'workflow-history',
  kind: 'workflow history',
  holds: 'which step of a workflow began and ended when; of whose data, only the number of the job',
  personal: { no: 'a job has a random number, and steps answer with the name of a state' },
  retention: { until: 'age', days: WORKFLOW_HISTORY_DAYS },
  key: 'aws',
  legalBasis: 'none needed',
  readers: ['operators of the cell'],
};

/** A step runs for ten seconds at most, or whatever its function is given; what takes longer is lost. */
const STEP_TIMEOUT_SECONDS = 70;

/** What fails is tried again for some minutes: a throttled call, a restart, a deployment. Then a person has to look. */
const RETRY = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    MaxAttempts: 8,
    JitterStrategy: 'FULL',
  },
];

/**
 * A Step Functions workflow of a cell: its steps are functions of the cell, and what it is given and remembers is the id of a
 * job. There is no prop for another service, a callback, or a log of what passes through.
 */
export class RegionalWorkflow extends Construct {
  readonly workflow: stepfunctions.CfnStateMachine;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: RegionalWorkflowProps) {
    super(scope, id);
    const home = homeOf(this, props.jurisdiction);
    declareStore(this, HISTORY);
    const steps = Object.values(props.steps).map(({ functionArn }) => functionArn);
    const role = new iam.Role(this, 'Role', {
      roleName: `${cellName(props.jurisdiction)}-${props.name}`,
      description: props.description,
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': props.account } },
      }),
      inlinePolicies: {
        Work: new iam.PolicyDocument({
          statements: roleStatements(props.name, home, { steps }).map((one) => iam.PolicyStatement.fromJson(one)),
        }),
      },
    });
    acknowledgeOwnPolicy(role);
    this.workflow = new stepfunctions.CfnStateMachine(this, 'Workflow', {
      roleArn: role.roleArn,
      stateMachineType: 'STANDARD',
      definitionString: Stack.of(this).toJsonString(definitionOf(props)),
    });
    // The role's policy has to be there before the workflow is: CloudFormation makes the two at once otherwise.
    this.workflow.node.addDependency(role);
    this.arn = this.workflow.attrArn;
    acknowledge(this.workflow, {
      rules: ['AwsSolutions::AwsSolutions-SF1', 'AwsSolutions::AwsSolutions-SF2'],
      reason:
        'a log and traces of its own would be two more stores, and their delivery needs rights on all log groups of the account',
      substitute: {
        control:
          "the workflow's history has each step for ninety days, each step's function logs its outcome, and an alarm goes off when an execution fails",
        test: 'test/stacks/workflows.test.ts',
      },
      owner: 'platform',
      since: '2026-11-24',
    });
  }
}

function definitionOf({ description, startAt, states, steps }: RegionalWorkflowProps): object {
  return {
    Comment: description,
    StartAt: startAt,
    States: Object.fromEntries(Object.entries(states).flatMap(([name, state]) => statesOf(name, state, steps))),
  };
}

/** A state in Amazon States Language; a step whose answer decides is followed by a choice. */
function statesOf(name: string, state: State, steps: RegionalWorkflowProps['steps']): [name: string, state: object][] {
  if (state.kind === 'succeed') return [[name, { Type: 'Succeed' }]];
  if (state.kind === 'fail') return [[name, { Type: 'Fail', Error: 'GivenUp' }]];
  if (state.kind === 'wait') return [[name, { Type: 'Wait', Seconds: state.seconds, Next: state.next }]];
  const choice = `${name}, answered`;
  const { next } = state;
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: {
      FunctionName: steps[state.step]?.functionArn,
      Payload: { 'jobId.$': '$.jobId', ...state.about },
    },
    ResultSelector: { 'state.$': '$.Payload.state' },
    ResultPath: '$.answer',
    TimeoutSeconds: state.seconds ?? STEP_TIMEOUT_SECONDS,
    Retry: RETRY,
    ...(state.failed !== undefined && {
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: state.failed }],
    }),
    ...(next === undefined ? { End: true } : { Next: typeof next === 'string' ? next : choice }),
  };
  if (next === undefined || typeof next === 'string') return [[name, task]];
  const choices = Object.entries(next).map(([answer, to]) => ({
    Variable: '$.answer.state',
    StringEquals: answer,
    Next: to,
  }));
  return [
    [name, task],
    [choice, { Type: 'Choice', Choices: choices }],
  ];
}
