import type { ChannelId } from './catalogue';

/** What many rules demand alike, the channel that it opens, and what serves its purpose at home. */
export interface OppositeAdvice {
  readonly channel: ChannelId;
  /** As the middle of a sentence: what there has to be. */
  readonly demand: string;
  /** What it is for. */
  readonly purpose: string;
  /** What does its work without leaving the region. */
  readonly substitute: string;
  readonly rules: readonly [OppositeRule, ...OppositeRule[]];
}

export interface OppositeRule {
  readonly pack: Pack;
  /** As the pack's own report names it. */
  readonly id: string;
  /** How it passes with nothing leaving; without a way it is excepted, for the substitute as the reason. */
  readonly atHome?: string;
}

export type Pack = keyof typeof PACKS;

interface PackFacts {
  readonly name: string;
  /** What was read of it. */
  readonly read: string;
  /** Where the rule can be looked up. */
  readonly page: (id: string) => string;
}

const CDK_NAG = {
  read: 'the installed version runs in the tests',
  page: () => 'https://github.com/cdklabs/cdk-nag/blob/main/RULES.md',
} as const;

/** The packs that are named, and what was read of each. */
export const PACKS = {
  'cdk-nag-nist-r4': { name: 'cdk-nag, NIST 800-53 R4', ...CDK_NAG },
  'cdk-nag-nist-r5': { name: 'cdk-nag, NIST 800-53 R5', ...CDK_NAG },
  'cdk-nag-hipaa': { name: 'cdk-nag, HIPAA Security', ...CDK_NAG },
  'cdk-nag-pci': { name: 'cdk-nag, PCI DSS 3.2.1', ...CDK_NAG },
  'cdk-nag-solutions': { name: 'cdk-nag, AWS Solutions', ...CDK_NAG },
  'security-hub': {
    name: 'AWS Security Hub',
    read: 'its documentation',
    page: (id) => {
      const [service = '', number = ''] = id.toLowerCase().split('.');
      return `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html#${service}-${number}`;
    },
  },
  config: {
    name: 'AWS Config',
    read: 'its documentation',
    page: (id) => `https://docs.aws.amazon.com/config/latest/developerguide/${id}.html`,
  },
  'backup-audit-manager': {
    name: 'AWS Backup Audit Manager',
    read: 'its documentation',
    page: () => 'https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html',
  },
  checkov: {
    name: 'Checkov',
    read: 'the source of 3.3.30',
    page: () => 'https://www.checkov.io/5.Policy%20Index/all.html',
  },
  prowler: {
    name: 'Prowler',
    read: 'the source of 5.46.0',
    page: (id) => `https://hub.prowler.com/check/${id}`,
  },
  trivy: {
    name: 'Trivy',
    read: 'what its checks say of themselves',
    page: (id) => `https://avd.aquasec.com/misconfig/${id.toLowerCase()}`,
  },
} as const satisfies Readonly<Record<string, PackFacts>>;

const ANY_REPLICATION = 'any enabled rule passes, also one to a bucket of the same region';
const TRAIL_FOR_EACH = 'passes with a trail in each region, too';
const NO_ENDPOINT = 'passes where there is no global endpoint';
const NO_DISTRIBUTION = 'passes where there is no distribution';
const TWO_ORIGINS = 'passes with two origins of the same region';
const NO_ZONE = 'passes where there is no public zone';

/** Rules of well-known packs that demand what would open a channel. */
export const OPPOSITE_ADVICE: readonly OppositeAdvice[] = [
  {
    channel: 's3-bucket-replication',
    demand: 'each bucket replicates, to another region',
    purpose: 'Objects survive deletion, overwriting, and the loss of a bucket or a region.',
    substitute:
      'Versioning against deletion and overwriting, Object Lock where nobody may delete, and AWS Backup of the bucket into a locked vault of the same region. Against the loss of the bucket or the account, a replication rule to a bucket of the same region in another account of the jurisdiction. What remains is the loss of the whole region: it takes a second region of the same jurisdiction, which is then allowed.',
    rules: [
      { pack: 'cdk-nag-nist-r4', id: 'NIST.800.53.R4-S3BucketReplicationEnabled', atHome: ANY_REPLICATION },
      { pack: 'cdk-nag-nist-r5', id: 'NIST.800.53.R5-S3BucketReplicationEnabled', atHome: ANY_REPLICATION },
      { pack: 'cdk-nag-hipaa', id: 'HIPAA.Security-S3BucketReplicationEnabled', atHome: ANY_REPLICATION },
      { pack: 'cdk-nag-pci', id: 'PCI.DSS.321-S3BucketReplicationEnabled', atHome: ANY_REPLICATION },
      { pack: 'checkov', id: 'CKV_AWS_144', atHome: ANY_REPLICATION },
      { pack: 'security-hub', id: 'S3.7' },
      { pack: 'config', id: 's3-bucket-cross-region-replication-enabled' },
      {
        pack: 'config',
        id: 's3-bucket-replication-enabled',
        atHome: 'passes with a rule within the region, if its parameter ReplicationType is left out or is SAME-REGION',
      },
      { pack: 'prowler', id: 's3_bucket_cross_region_replication' },
    ],
  },
  {
    channel: 'backup-copy-action',
    demand: 'recovery points are copied to another region',
    purpose: 'Backups survive whoever deletes them, and the loss of the region in which they are.',
    substitute:
      'A vault with a lock, so that nobody deletes a recovery point before its time, and a copy to the vault of another account in the same region. Two other controls of the same framework ask for just these: BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK and BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT.',
    rules: [
      { pack: 'backup-audit-manager', id: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION' },
      {
        pack: 'config',
        id: 's3-resources-protected-by-backup-plan',
        atHome: 'passes while its parameter crossRegionList is left out, as do its siblings for other services',
      },
    ],
  },
  {
    channel: 'eventbridge-global-endpoint',
    demand: 'global endpoints replicate events to their secondary region',
    purpose: 'Events are not lost while the primary region fails, and come back to it by themselves.',
    substitute:
      'No global endpoint: senders use the bus of the home region and try again, and an archive on that bus replays what its targets have missed.',
    rules: [
      { pack: 'security-hub', id: 'EventBridge.4', atHome: NO_ENDPOINT },
      { pack: 'config', id: 'global-endpoint-event-replication-enabled', atHome: NO_ENDPOINT },
      { pack: 'prowler', id: 'eventbridge_global_endpoint_event_replication_enabled', atHome: NO_ENDPOINT },
    ],
  },
  {
    channel: 'cloudtrail-multi-region',
    demand: 'one trail records every region',
    purpose: 'Nothing is done unseen in a region that nobody looks at.',
    substitute:
      'A trail in each region that is in use, with validation of its files and a bucket of its own there, and a policy that denies all other regions. Calls of global services are recorded in us-east-1: a trail there tells of staff and roles, and of nobody else.',
    rules: [
      { pack: 'security-hub', id: 'CloudTrail.1' },
      { pack: 'config', id: 'multi-region-cloudtrail-enabled' },
      { pack: 'config', id: 'cloudtrail-security-trail-enabled' },
      { pack: 'checkov', id: 'CKV_AWS_67' },
      { pack: 'trivy', id: 'AVD-AWS-0014' },
      { pack: 'prowler', id: 'cloudtrail_multi_region_enabled', atHome: TRAIL_FOR_EACH },
      { pack: 'prowler', id: 'cloudtrail_multi_region_enabled_logging_management_events', atHome: TRAIL_FOR_EACH },
    ],
  },
  {
    channel: 'cloudtrail-lake-and-channels',
    demand: 'event data stores collect every region',
    purpose: 'One query finds what was done anywhere.',
    substitute: 'An event data store for each jurisdiction, and the same query asked of each.',
    rules: [{ pack: 'config', id: 'cloudtrail-event-data-store-multi-region' }],
  },
  {
    channel: 'config-aggregator-and-delivery',
    demand: 'an aggregator collects configurations of all regions',
    purpose: 'Resources in a region that nobody uses are seen.',
    substitute:
      'A recorder in each region that is in use, an aggregator for each jurisdiction that lists its regions, and a policy that denies all others, so that there is nothing to see in them.',
    rules: [
      { pack: 'checkov', id: 'CKV_AWS_121', atHome: 'passes where there is no aggregator' },
      { pack: 'trivy', id: 'AVD-AWS-0019', atHome: 'passes where there is no aggregator' },
      { pack: 'prowler', id: 'config_delegated_admin_and_org_aggregator_all_regions' },
    ],
  },
  {
    channel: 'route53-query-logs',
    demand: 'queries for names of public zones are logged, which Route 53 does in us-east-1 only',
    purpose: 'Attacks by way of names, and names that nobody should ask for, are noticed.',
    substitute:
      'Query logs of the VPC resolver, which are kept in the region, tell what one’s own networks ask for; access logs of what the names lead to tell who came. Names of public zones are called after services and never after people, so that a log of them, where it must be, tells little.',
    rules: [
      { pack: 'security-hub', id: 'Route53.2', atHome: NO_ZONE },
      { pack: 'checkov', id: 'CKV2_AWS_39', atHome: NO_ZONE },
      { pack: 'prowler', id: 'route53_public_hosted_zones_cloudwatch_logging_enabled', atHome: NO_ZONE },
    ],
  },
  {
    channel: 'wafv2-cloudfront-scope',
    demand: 'distributions have a web ACL, which AWS keeps in us-east-1',
    purpose: 'Attacks on what lies behind the distribution are stopped.',
    substitute:
      'A regional web ACL on the load balancer, the REST API or the user pool at home. Where a distribution serves what is public, its web ACL has sampled requests switched off and logs nothing.',
    rules: [
      { pack: 'cdk-nag-solutions', id: 'AwsSolutions-CFR2', atHome: NO_DISTRIBUTION },
      { pack: 'security-hub', id: 'CloudFront.6', atHome: NO_DISTRIBUTION },
      { pack: 'config', id: 'cloudfront-associated-with-waf', atHome: NO_DISTRIBUTION },
      { pack: 'checkov', id: 'CKV_AWS_68', atHome: NO_DISTRIBUTION },
      { pack: 'prowler', id: 'cloudfront_distributions_using_waf', atHome: NO_DISTRIBUTION },
    ],
  },
  {
    channel: 'cloudfront-distribution',
    demand: 'distributions have a second origin to fail over to, which is mostly put into another region',
    purpose: 'What is served stays within reach while its origin fails.',
    substitute:
      'Two origins of the home region, such as a bucket and its copy by replication within the region, or a load balancer across zones.',
    rules: [
      { pack: 'security-hub', id: 'CloudFront.4', atHome: TWO_ORIGINS },
      { pack: 'config', id: 'cloudfront-origin-failover-enabled', atHome: TWO_ORIGINS },
      { pack: 'checkov', id: 'CKV_AWS_310', atHome: TWO_ORIGINS },
      { pack: 'prowler', id: 'cloudfront_distributions_multiple_origin_failover_configured', atHome: TWO_ORIGINS },
    ],
  },
  {
    channel: 'ssm-incidents-replication-set',
    demand: 'Incident Manager has a replication set, which takes any number of regions',
    purpose: 'Whoever is on duty is called, and can work on the incident.',
    substitute: 'A replication set of the home region alone, with response plans there.',
    rules: [
      { pack: 'prowler', id: 'ssmincidents_enabled_with_plans', atHome: 'passes with a set of the home region alone' },
    ],
  },
  {
    channel: 'drs-elastic-disaster-recovery',
    demand: 'Elastic Disaster Recovery has run in each region that is looked at',
    purpose: 'Servers can be started again after a disaster, and somebody has tried it.',
    substitute:
      'Recovery into another zone of the home region, drilled there; for stores, a rehearsed restore from a locked vault.',
    rules: [
      {
        pack: 'prowler',
        id: 'drs_job_exist',
        atHome: 'passes with a drill in the home region; other regions are muted by mute_non_default_regions',
      },
    ],
  },
];
