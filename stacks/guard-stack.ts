import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../lib/constructs/acknowledge';
import { type FunctionNetwork, RegionalFunction } from '../lib/constructs/regional-function';
import { RegionalQueue } from '../lib/constructs/regional-queue';
import { RegionalTopic } from '../lib/constructs/regional-topic';
import { eventPatterns } from '../lib/controls/detective/event-patterns';
import { OPENED, REFUSED, SENTINEL_NAMESPACE } from '../lib/controls/detective/sentinel-metrics';
import { DEAD_LETTER_DAYS } from '../lib/domain/retention';
import { SWEEPS, WORKFLOWS, type WorkflowId } from '../lib/domain/routes';
import { CellStack, type CellStackProps } from './cell-stack';
import { functionCode } from './function-code';
import type { Sweeps } from './sweeps';

export interface GuardStackProps extends CellStackProps {
  readonly network: FunctionNetwork;
  readonly storeKey: IKey;
  readonly api: IHttpApi;
  /** The workflows that somebody has to look at when they give up. */
  readonly workflows: Readonly<Record<WorkflowId, { readonly arn: string }>>;
  readonly sweeps: Sweeps;
}

/** What hears when a channel is opened by a call to AWS, and who is told. */
export class GuardStack extends CellStack {
  constructor(scope: Construct, props: GuardStackProps) {
    super(scope, 'Guard', props, { description: 'event rules, sentinel, alarms and dashboard' });
    const { topic } = new RegionalTopic(this, 'Alarms', {
      jurisdiction: this.jurisdiction,
      encryptionKey: props.storeKey,
      publishers: ['cloudwatch'],
      holds: {
        id: 'alarms',
        kind: 'topic',
        holds: 'which alarm of the cell went off when',
        personal: { no: 'an alarm counts calls and names nobody' },
        retention: { until: 'age', days: 0 },
        key: 'cell',
        legalBasis: 'none needed',
        readers: ['operators of the cell'],
      },
    });
    const { queue } = new RegionalQueue(this, 'Unjudged', {
      jurisdiction: this.jurisdiction,
      encryptionKey: props.storeKey,
      holds: {
        id: 'unjudged-calls',
        kind: 'queue',
        holds: 'calls to AWS that the sentinel could not judge, with the operator or role that made them',
        personal: { no: 'it is about operators, whom other terms cover' },
        retention: { until: 'age', days: DEAD_LETTER_DAYS },
        key: 'cell',
        legalBasis: 'legitimate interest',
        readers: ['the security team of the cell'],
      },
    });
    acknowledge(queue, {
      rules: ['AwsSolutions::AwsSolutions-SQS3'],
      reason:
        "it is itself where the sentinel's failures go; the rule knows redrive policies and no function's failure destination",
      owner: 'platform',
      since: '2026-11-24',
    });
    this.addSentinel(props, queue);
    this.addAlarms(props.api, topic, queue);
    for (const id of WORKFLOWS) this.addWorkflowAlarm(id, props.workflows[id].arn, topic);
    for (const id of SWEEPS) {
      alarm(this, `${id}-failed`, topic, {
        metric: props.sweeps[id].metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
        says: `a sweep (${id}) failed, and what nobody goes on with stays for another hour`,
      });
    }
  }

  private addSentinel({ network, storeKey }: GuardStackProps, unjudged: IQueue): void {
    const sentinel = new RegionalFunction(this, 'Sentinel', {
      jurisdiction: this.jurisdiction,
      name: 'sentinel',
      description: 'judges calls to AWS that can open a channel',
      code: functionCode('sentinel'),
      network,
      logKey: storeKey,
      worksOn: { 'dead-letters': unjudged.queueArn, 'store-key': storeKey.keyArn },
      afterFailure: {
        control:
          'a failed call goes to the queue of calls that nobody judged, by a destination on failure, which keeps the cause as well',
        test: 'test/stacks/guard.test.ts',
      },
    });
    new CfnEventInvokeConfig(this, 'SentinelFailures', {
      functionName: sentinel.function.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      destinationConfig: { onFailure: { destination: unjudged.queueArn } },
    });
    for (const [index, pattern] of eventPatterns().entries()) {
      const rule = new Rule(this, `Calls${index}`, {
        description: 'calls to AWS that can open a channel',
        eventPattern: {
          source: pattern.source as unknown as string[],
          detailType: [...pattern.detailType],
          detail: pattern.detail,
        },
        // CDK's own target would name its permission after the cell's path, and no two cells would be alike.
        targets: [{ bind: () => ({ arn: sentinel.function.functionArn }) }],
      });
      sentinel.function.addPermission(`Calls${index}`, {
        principal: new ServicePrincipal('events.amazonaws.com'),
        sourceArn: rule.ruleArn,
      });
    }
  }

  /**
   * A workflow tries each step for minutes: when it gives up, somebody waits for what was promised to them. It has no timeout of
   * its own, and only an operator ends it otherwise.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
   */
  private addWorkflowAlarm(id: WorkflowId, StateMachineArn: string, topic: ITopic): void {
    alarm(this, `${id}-given-up`, topic, {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/States',
        metricName: 'ExecutionsFailed',
        dimensionsMap: { StateMachineArn },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      says: `a workflow (${id}) gave up, and somebody is waiting for its end`,
    });
  }

  private addAlarms(api: IHttpApi, topic: ITopic, unjudged: IQueue): void {
    const sum = { statistic: 'Sum', period: Duration.minutes(5) } as const;
    const counted = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: SENTINEL_NAMESPACE,
        metricName,
        dimensionsMap: { service: 'sentinel' },
        ...sum,
      });
    const metrics = {
      ChannelOpened: { metric: counted(OPENED), says: 'a call to AWS opened a way out of the region' },
      ChannelRefused: { metric: counted(REFUSED), says: 'a call that would open a way out of the region was refused' },
      CallsUnjudged: {
        metric: unjudged.metricApproximateNumberOfMessagesVisible({ ...sum, statistic: 'Maximum' }),
        says: 'the sentinel could not judge a call',
      },
      ServerErrors: { metric: api.metricServerError(sum), says: 'the API answered with an error of its own' },
    } as const;
    for (const [id, metric] of Object.entries(metrics)) alarm(this, id, topic, metric);
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: this.stackName,
      widgets: [
        [
          new cloudwatch.GraphWidget({
            title: 'Ways out of the region',
            left: [metrics.ChannelOpened.metric, metrics.ChannelRefused.metric, metrics.CallsUnjudged.metric],
            width: 12,
          }),
          new cloudwatch.GraphWidget({
            title: 'Requests',
            left: [api.metricCount(sum), api.metricClientError(sum), api.metricServerError(sum)],
            width: 12,
          }),
        ],
      ],
    });
  }
}

interface Watched {
  readonly metric: cloudwatch.IMetric;
  /** What has happened when it goes off. */
  readonly says: string;
}

/** Tells the topic at the first time. */
function alarm(scope: Construct, id: string, topic: ITopic, { metric, says }: Watched): void {
  new cloudwatch.Alarm(scope, id, {
    metric,
    alarmDescription: says,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(topic));
}
