import * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import * as waf from 'aws-cdk-lib/aws-wafv2';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../lib/constructs/acknowledge';
import { acknowledgeOwnPolicy } from '../lib/constructs/own-policy';
import { AccessLogBucket, RegionalBucket } from '../lib/constructs/regional-bucket';
import { declareStore } from '../lib/constructs/store-declaration';
import { roleStatements } from '../lib/controls/preventive/role-policy';
import { cellName } from '../lib/domain/cell';
import { ADDRESS_LIMIT } from '../lib/domain/rate-limits';
import { ACCESS_LOG_DAYS, BACKUP_DAYS, TRAIL_DAYS } from '../lib/domain/retention';
import { CellStack, type CellStackProps } from './cell-stack';

export interface OversightStackProps extends CellStackProps {
  readonly vpc: ec2.IVpc;
  readonly storeKey: IKey;
  readonly profiles: ITable;
  readonly conversations: ITable;
  readonly vault: backup.IBackupVault;
  readonly pool: IUserPool;
}

/**
 * What watches a cell and what keeps copies of it, at home. Everything that a local emulator lacks is here, so that no
 * other stack has to know where it is deployed.
 */
export class OversightStack extends CellStack {
  constructor(scope: Construct, props: OversightStackProps) {
    super(scope, 'Oversight', props, { description: 'trail, flow logs, name firewall, web ACL and backup selection' });
    const { jurisdiction, storeKey } = props;
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', {
      jurisdiction,
      holds: {
        id: 'oversight-access-logs',
        kind: 'bucket',
        holds: 'which operator read which record of the trail when',
        personal: { no: 'it is about operators, whom other terms cover' },
        retention: { until: 'age', days: ACCESS_LOG_DAYS },
        key: 'aws',
        legalBasis: 'legitimate interest',
        readers: ['the security team of the cell'],
      },
    });
    this.addTrail(props, accessLogs, storeKey);
    this.addFlowLog(props, accessLogs);
    this.addNameFirewall(props);
    this.addWebAcl(props);
    this.addBackups(props);
  }

  /**
   * The record of calls to AWS in this region only. It holds who called what, no content. People's requests reach AWS in the name of
   * a function's role, apart from calls to the user pool by whoever knows its client's id: these come from a device's own address.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logging-using-cloudtrail.html
   */
  private addTrail({ jurisdiction }: OversightStackProps, accessLogs: AccessLogBucket, key: IKey): void {
    const { bucket } = new RegionalBucket(this, 'Trail', {
      jurisdiction,
      encryptionKey: key,
      accessLogs,
      holds: {
        id: 'trail',
        kind: 'trail',
        holds:
          'which role of the cell called which AWS service when, and the network address of whoever calls the user pool without the cell; names of resources, never their content',
        personal: true,
        retention: { until: 'age', days: TRAIL_DAYS },
        key: 'cell',
        legalBasis: 'legitimate interest',
        readers: ['the security team of the cell'],
      },
    });
    const trail = new cloudtrail.Trail(this, 'ControlPlane', {
      bucket,
      encryptionKey: key,
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: false,
      enableFileValidation: true,
      managementEvents: cloudtrail.ReadWriteType.ALL,
    });
    acknowledge(trail, {
      rules: [
        'NIST.800.53.R5::NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled',
        'HIPAA.Security::HIPAA.Security-CloudTrailCloudWatchLogsEnabled',
      ],
      reason: 'a second copy of the trail would serve to hear of calls at once, which the cell does without it',
      substitute: {
        control: 'the same calls reach the sentinel through EventBridge, which judges them and raises alarms',
        test: 'test/stacks/guard.test.ts',
      },
      owner: 'security',
      since: '2026-11-24',
    });
  }

  /** What the network of the cell let pass and what it refused. Functions talk to endpoints only: its addresses are private. */
  private addFlowLog({ vpc }: OversightStackProps, { bucket }: AccessLogBucket): void {
    const flowLog = new ec2.FlowLog(this, 'Flows', {
      resourceType: ec2.FlowLogResourceType.fromVpc(vpc),
      trafficType: ec2.FlowLogTrafficType.ALL,
      destination: ec2.FlowLogDestination.toS3(bucket, 'flows'),
    });
    declareStore(flowLog, {
      id: 'flow-logs',
      kind: 'bucket',
      holds: 'which private address of the cell talked to which endpoint when',
      personal: { no: "no person's device is in this network" },
      retention: { until: 'age', days: ACCESS_LOG_DAYS },
      key: 'cell',
      legalBasis: 'legitimate interest',
      readers: ['the security team of the cell'],
    });
  }

  /**
   * A subnet without a route still resolves names, and a name can carry data out. Functions look up endpoints of the home
   * region and nothing else.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html
   */
  private addNameFirewall({ vpc }: OversightStackProps): void {
    const named = (id: string, domains: string[]) => new resolver.CfnFirewallDomainList(this, id, { domains }).attrId;
    const group = new resolver.CfnFirewallRuleGroup(this, 'NameFirewall', {
      firewallRules: [
        { priority: 100, action: 'ALLOW', firewallDomainListId: named('HomeNames', [`*.${this.home}.amazonaws.com`]) },
        { priority: 200, action: 'BLOCK', blockResponse: 'NXDOMAIN', firewallDomainListId: named('OtherNames', ['*']) },
      ],
    });
    new resolver.CfnFirewallRuleGroupAssociation(this, 'NameFirewallOfVpc', {
      firewallRuleGroupId: group.attrId,
      vpcId: vpc.vpcId,
      priority: 101,
      mutationProtection: 'ENABLED',
    });
  }

  /**
   * The user pool answers anybody who knows its client's id, and not only the cell. One network address can use up only a part of
   * what Cognito takes; and nobody who has signed in can try the addresses of others as their own, which Cognito answers with
   * `AliasExistsException` where it has them. No function of the cell makes that call. Nothing of a request is kept, neither a sample nor a log: both would have addresses of people's devices.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
   */
  private addWebAcl({ pool }: OversightStackProps): void {
    const seen = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName,
    });
    const acl = new waf.CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      description: 'how often one network address may ask the user pool of the cell, and what nobody may',
      defaultAction: { allow: {} },
      visibilityConfig: seen('pool'),
      rules: [
        {
          name: 'one-address',
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: ADDRESS_LIMIT.requests,
              evaluationWindowSec: ADDRESS_LIMIT.seconds,
            },
          },
          visibilityConfig: seen('one-address'),
        },
        {
          name: 'addresses-of-others',
          priority: 1,
          action: { block: {} },
          statement: {
            byteMatchStatement: {
              fieldToMatch: { singleHeader: { Name: 'x-amz-target' } },
              positionalConstraint: 'ENDS_WITH',
              searchString: '.updateuserattributes',
              textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
            },
          },
          visibilityConfig: seen('addresses-of-others'),
        },
      ],
    });
    acknowledge(acl, {
      rules: [
        'NIST.800.53.R5::NIST.800.53.R5-WAFv2LoggingEnabled',
        'HIPAA.Security::HIPAA.Security-WAFv2LoggingEnabled',
      ],
      reason:
        'a log of requests would keep the network address of every device that signs in, for which there is no need',
      substitute: {
        control: 'metrics count what was let pass and what was blocked',
        test: 'test/stacks/oversight.test.ts',
      },
      owner: 'security',
      since: '2026-11-24',
    });
    new waf.CfnWebACLAssociation(this, 'WebAclOfPool', { resourceArn: pool.userPoolArn, webAclArn: acl.attrArn });
  }

  /** A daily copy into the cell's own vault. The rule has no copy action: a backup elsewhere would be a store elsewhere. */
  private addBackups(props: OversightStackProps): void {
    const { jurisdiction, account, profiles, conversations, vault, storeKey } = props;
    const plan = new backup.BackupPlan(this, 'Backups', {
      backupVault: vault,
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: 'Daily',
          scheduleExpression: Schedule.cron({ hour: '2', minute: '0' }),
          deleteAfter: Duration.days(BACKUP_DAYS),
        }),
      ],
    });
    const statements = roleStatements(
      'backup',
      { region: this.home },
      {
        vault: vault.backupVaultArn,
        profiles: profiles.tableArn,
        conversations: conversations.tableArn,
        'store-key': storeKey.keyArn,
      },
    );
    const role = new iam.Role(this, 'BackupRole', {
      roleName: `${cellName(jurisdiction)}-backup`,
      description: 'copies the tables of profiles and conversations into the vault of the cell',
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      inlinePolicies: {
        Work: new iam.PolicyDocument({ statements: statements.map((one) => iam.PolicyStatement.fromJson(one)) }),
      },
    });
    acknowledgeOwnPolicy(role);
    plan.addSelection('Tables', {
      resources: [profiles, conversations].map((table) => backup.BackupResource.fromDynamoDbTable(table)),
      disableDefaultBackupPolicy: true,
      role,
    });
  }
}
