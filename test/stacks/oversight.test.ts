import { ADDRESS_LIMIT, ROUTE_LIMITS, SIGN_UPS_A_SECOND } from '../../lib/domain/rate-limits';
import { onlyResource, resourcesOf, templateOf, withoutAssetHashes } from '../support/assembly';

const oversight = templateOf('Oversight');
const network = templateOf('Network');

/** What a reference to an export of the Network stack's VPC looks like. */
const vpc = { 'Fn::ImportValue': expect.stringMatching(/^Eu-Network:ExportsOutputRefVpc/) };

describe('the oversight of a cell', () => {
  it('logs what the network lets pass and what it refuses, which VPC7 asks for', () => {
    const { ResourceId, ResourceType, TrafficType, LogDestinationType } = onlyResource(
      oversight,
      'AWS::EC2::FlowLog',
    ).Properties;
    expect({ ResourceId, ResourceType, TrafficType, LogDestinationType }).toEqual({
      ResourceId: vpc,
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
    });
    expect(Object.values(network.Outputs ?? {}).map(({ Export }) => Export?.Name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/ExportsOutputRefVpc/)]),
    );
  });

  it('records calls of the home region only, in a trail whose files can be verified', () => {
    const { S3BucketName, KMSKeyId, ...trail } = onlyResource(oversight, 'AWS::CloudTrail::Trail').Properties;
    expect(S3BucketName).toEqual({ Ref: expect.stringMatching(/^TrailBucket/) });
    expect(KMSKeyId).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Eu-Data:ExportsOutputFnGetAttStoreKey/) });
    expect(trail).toEqual({
      EnableLogFileValidation: true,
      EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'All' }],
      IncludeGlobalServiceEvents: false,
      IsLogging: true,
      IsMultiRegionTrail: false,
    });
  });

  it('lets functions look up names of the home region and no others', () => {
    const lists = Object.fromEntries(
      resourcesOf(oversight, 'AWS::Route53Resolver::FirewallDomainList').map(([id, { Properties }]) => [
        id,
        Properties.Domains,
      ]),
    );
    expect(lists).toEqual({ HomeNames: ['*.eu-central-1.amazonaws.com'], OtherNames: ['*'] });
    expect(onlyResource(oversight, 'AWS::Route53Resolver::FirewallRuleGroup').Properties.FirewallRules).toEqual([
      { Action: 'ALLOW', FirewallDomainListId: { 'Fn::GetAtt': ['HomeNames', 'Id'] }, Priority: 100 },
      {
        Action: 'BLOCK',
        BlockResponse: 'NXDOMAIN',
        FirewallDomainListId: { 'Fn::GetAtt': ['OtherNames', 'Id'] },
        Priority: 200,
      },
    ]);
    expect(onlyResource(oversight, 'AWS::Route53Resolver::FirewallRuleGroupAssociation').Properties).toMatchObject({
      VpcId: vpc,
      MutationProtection: 'ENABLED',
    });
  });

  it('lets one network address ask the user pool for more than the cell does, and keeps nothing of any request', () => {
    const [id] = resourcesOf(oversight, 'AWS::WAFv2::WebACL').map(([one]) => one);
    const { Properties } = onlyResource(oversight, 'AWS::WAFv2::WebACL');
    const seen = (MetricName: string) => ({
      CloudWatchMetricsEnabled: true,
      MetricName,
      SampledRequestsEnabled: false,
    });
    const { Scope, DefaultAction, VisibilityConfig, Rules } = Properties;
    expect({ Scope, DefaultAction, VisibilityConfig, Rules }).toEqual({
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: seen('pool'),
      Rules: [
        {
          Name: 'one-address',
          Priority: 0,
          Action: { Block: {} },
          Statement: { RateBasedStatement: { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: 12_000 } },
          VisibilityConfig: seen('one-address'),
        },
        {
          Name: 'addresses-of-others',
          Priority: 1,
          Action: { Block: {} },
          Statement: {
            ByteMatchStatement: {
              FieldToMatch: { SingleHeader: { Name: 'x-amz-target' } },
              PositionalConstraint: 'ENDS_WITH',
              SearchString: '.updateuserattributes',
              TextTransformations: [{ Priority: 0, Type: 'LOWERCASE' }],
            },
          },
          VisibilityConfig: seen('addresses-of-others'),
        },
      ],
    });
    const asking = ['register-person', 'confirm-registration', 'sign-in'] as const;
    const bySecond = asking.map((route) => ROUTE_LIMITS[route].rate).reduce((sum, rate) => sum + rate, 0);
    expect(bySecond * ADDRESS_LIMIT.seconds).toBeLessThan(ADDRESS_LIMIT.requests);
    expect(ADDRESS_LIMIT.requests / ADDRESS_LIMIT.seconds).toBeLessThan(SIGN_UPS_A_SECOND);
    expect(onlyResource(oversight, 'AWS::WAFv2::WebACLAssociation').Properties).toEqual({
      ResourceArn: { 'Fn::ImportValue': expect.stringMatching(/^Eu-Identity:ExportsOutputFnGetAttAccountsPool/) },
      WebACLArn: { 'Fn::GetAtt': [id, 'Arn'] },
    });
    expect(resourcesOf(oversight, 'AWS::WAFv2::LoggingConfiguration')).toEqual([]);
  });

  it('copies the tables of what people write daily into the vault of the cell, and nowhere else', () => {
    const { BackupPlanRule } = onlyResource(oversight, 'AWS::Backup::BackupPlan').Properties.BackupPlan;
    expect(BackupPlanRule).toEqual([
      {
        Lifecycle: { DeleteAfterDays: 35 },
        RuleName: 'Daily',
        ScheduleExpression: 'cron(0 2 * * ? *)',
        TargetBackupVault: { 'Fn::ImportValue': expect.stringMatching(/^Eu-Data:ExportsOutputFnGetAttVault/) },
      },
    ]);
    expect(onlyResource(oversight, 'AWS::Backup::BackupSelection').Properties.BackupSelection.Resources).toEqual([
      { 'Fn::ImportValue': expect.stringMatching(/^Eu-Data:ExportsOutputFnGetAttProfilesTable/) },
      { 'Fn::ImportValue': expect.stringMatching(/^Eu-Data:ExportsOutputFnGetAttConversationsTable/) },
    ]);
  });
});

// parity.test.ts shows that the other cell's is the same. Nothing is put aside but the hashes of assets.
describe('the template of Oversight', () => {
  it('is as it was reviewed', () => {
    expect(withoutAssetHashes(templateOf('Oversight'))).toMatchSnapshot();
  });
});
