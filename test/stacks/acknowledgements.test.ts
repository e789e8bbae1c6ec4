import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OPPOSITE_ADVICE } from '../../lib/catalogue/opposite-advice';
import { readAnswer } from '../../lib/domain/acknowledgement';
import { STACK_KINDS } from '../../lib/domain/cell';
import type { NagEvidence } from '../../lib/domain/nag';
import { assemblyText, resourcesOf, templateOf } from '../support/assembly';

interface Row {
  readonly severity: string;
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
  readonly acknowledgedId: string;
  readonly reason: string;
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly conclusion: string;
    readonly violations: readonly Row[];
    readonly suppressedViolations?: readonly Row[];
  }[];
}

const { pluginReports } = JSON.parse(assemblyText('validation-report.json')) as Report;
const acknowledged = pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations);

/** How many resources one reason may answer for by itself. */
const BY_ITSELF = 3;

describe('the report of the packs', () => {
  it('leaves nothing open', () => {
    expect(
      pluginReports.map(({ conclusion, violations }) => [
        conclusion,
        violations.filter(({ severity }) => severity !== 'info'),
      ]),
    ).toEqual(pluginReports.map(() => ['success', []]));
    expect(pluginReports.map(({ pluginName }) => pluginName)).toEqual([
      'cdk-domicile',
      'AwsSolutions',
      'NIST.800.53.R5',
      'HIPAA.Security',
    ]);
  });

  it('records each acknowledgement under the id of its pack', () => {
    const ids = [...new Set(acknowledged.map(({ acknowledgedId }) => acknowledgedId))].toSorted();
    const ofAuditors = [
      'CloudTrailCloudWatchLogsEnabled',
      'DynamoDBInBackupPlan',
      'IAMNoInlinePolicy',
      'LambdaConcurrency',
      'LambdaDLQ',
      'S3BucketLoggingEnabled',
      'S3BucketReplicationEnabled',
      'S3DefaultEncryptionKMS',
      'VPCDefaultSecurityGroupClosed',
      'VPCFlowLogsEnabled',
      'WAFv2LoggingEnabled',
    ];
    // Buckets whose objects are worked on, by the export that names them.
    const named = ids.map((id) => id.replace(/(Resource::)\w+-Data:\w+Bucket[0-9A-F]{8}Arn[0-9A-F]{8}/u, '$1bucket'));
    expect([...new Set(named)]).toEqual([
      'AwsSolutions::AwsSolutions-APIG4',
      'AwsSolutions::AwsSolutions-COG2',
      'AwsSolutions::AwsSolutions-COG8',
      'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      'AwsSolutions::AwsSolutions-IAM5[Resource::bucket/*]',
      'AwsSolutions::AwsSolutions-S1',
      'AwsSolutions::AwsSolutions-SF1',
      'AwsSolutions::AwsSolutions-SF2',
      'AwsSolutions::AwsSolutions-SQS3',
      'AwsSolutions::AwsSolutions-VPC7',
      ...ofAuditors.map((rule) => `HIPAA.Security::HIPAA.Security-${rule}`),
      ...ofAuditors.map((rule) => `NIST.800.53.R5::NIST.800.53.R5-${rule}`),
    ]);
  });

  it('misses none that was made without its pack, which would leave no trace', () => {
    const sources = ['bin', 'lib', 'stacks'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
    );
    const acknowledging = sources
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /\.acknowledge\b|addAcknowledgement|NagSuppressions|rules_to_suppress/.test(readFileSync(file, 'utf8')),
      );
    expect(acknowledging).toEqual(['lib/constructs/acknowledge.ts']);
  });

  const reasons = [...new Set(acknowledged.map(({ reason }) => reason))].map((reason) => ({
    reason,
    resources: new Set(
      acknowledged
        .filter((row) => row.reason === reason)
        .flatMap(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => constructPath)),
    ).size,
  }));

  it.each(reasons)('has an owner and a day for: $reason', ({ reason }) => {
    expect(readAnswer(reason)).toMatchObject({
      owner: expect.stringMatching(/^(?:platform|security|identity)$/),
      since: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it.each(reasons.filter(({ resources }) => resources > BY_ITSELF))(
    'has a substitute control and its test for $resources resources under: $reason',
    ({ reason }) => {
      const { substitute } = readAnswer(reason);
      expect(existsSync(substitute?.test ?? '')).toBe(true);
    },
  );

  const opposite = OPPOSITE_ADVICE.flatMap(({ channel, rules }) => rules.map(({ id }) => ({ id, channel }))).filter(
    ({ id }) => acknowledged.some(({ ruleName }) => ruleName === id),
  );

  it.each(opposite)('answers $id by the channel that it would open, and by what is done at home', ({ id, channel }) => {
    const answers = acknowledged.filter(({ ruleName }) => ruleName === id).map(({ reason }) => readAnswer(reason));
    for (const { reason, substitute } of answers) {
      expect(reason).toContain(`(channel '${channel}')`);
      expect(substitute).toBeDefined();
    }
  });
});

describe('the evidence beside the report', () => {
  const evidence = JSON.parse(assemblyText('nag-evidence.json')) as NagEvidence;

  it('has found before acknowledgements what the report has after them', () => {
    const found = evidence.packs.map(({ pack, findings }) => [pack, findings.length]);
    const reported = pluginReports
      .filter(({ pluginName }) => evidence.packs.some(({ pack }) => pack === pluginName))
      .map(({ pluginName, violations, suppressedViolations = [] }) => [
        pluginName,
        [...violations, ...suppressedViolations].flatMap(({ violatingConstructs }) => violatingConstructs).length,
      ]);
    expect(found).toEqual(reported);
  });

  it('knows of no rule that could not run', () => {
    expect(evidence.packs.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('knows of no property that an override keeps from the rules, but for the boundary of roles', () => {
    expect([...new Set(Object.values(evidence.overrides).flat())]).toEqual(['PermissionsBoundary']);
  });

  it('tells types that no rule of any pack looks at', () => {
    const [first, ...more] = evidence.packs.map(({ types }) =>
      Object.keys(types).filter((type) => types[type]?.unseen === types[type]?.resources),
    );
    expect(first?.filter((type) => more.every((others) => others.includes(type)))).toEqual([
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Authorizer',
      'AWS::ApiGatewayV2::Integration',
      'AWS::Backup::BackupPlan',
      'AWS::Backup::BackupSelection',
      'AWS::Backup::BackupVault',
      'AWS::CloudWatch::Dashboard',
      'AWS::Cognito::UserPoolClient',
      'AWS::EC2::FlowLog',
      'AWS::EC2::RouteTable',
      'AWS::EC2::SubnetRouteTableAssociation',
      'AWS::EC2::VPCEndpoint',
      'AWS::Events::Rule',
      'AWS::Lambda::EventInvokeConfig',
      'AWS::Route53Resolver::FirewallDomainList',
      'AWS::Route53Resolver::FirewallRuleGroup',
      'AWS::Route53Resolver::FirewallRuleGroupAssociation',
      'AWS::SNS::TopicPolicy',
      'AWS::SQS::QueuePolicy',
      'AWS::WAFv2::WebACLAssociation',
    ]);
  });

  it('names no file by its place on this machine', () => {
    expect(assemblyText('nag-evidence.json')).not.toContain(process.cwd());
  });
});

describe('the answer to rules that want a dead-letter queue', () => {
  const WAITING = ['apigateway.amazonaws.com', 'cognito-idp.amazonaws.com'];

  it('is right: whoever calls a function waits for it, a failed call is kept, or a clock calls again', () => {
    const calls = STACK_KINDS.flatMap((kind) => {
      const template = templateOf(kind);
      const kept = resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map(
        ([, { Properties }]) => (Properties.FunctionName as { readonly Ref: string }).Ref,
      );
      const clocks = resourcesOf(template, 'AWS::Events::Rule').flatMap(([id, { Properties }]) =>
        Properties.ScheduleExpression === undefined ? [] : [id],
      );
      return resourcesOf(template, 'AWS::Lambda::Permission').map(([id, { Properties }]) => ({
        id,
        isRepeated: clocks.some((name) => JSON.stringify(Properties.SourceArn ?? '').includes(`"${name}"`)),
        isKept: kept.some((name) => JSON.stringify(Properties.FunctionName).includes(`"${name}"`)),
        caller: Properties.Principal as string,
      }));
    });
    expect(
      calls.filter(({ isKept, isRepeated, caller }) => !isKept && !isRepeated && !WAITING.includes(caller)),
    ).toEqual([]);
    expect(new Set(calls.filter(({ isKept }) => isKept).map(({ caller }) => caller))).toEqual(
      new Set(['events.amazonaws.com']),
    );
  });
});
