import type { ChannelId } from '../../../catalogue/catalogue';
import type { IamAction } from '../../../catalogue/channel';
import type { Statement } from '../policy';

type Condition = NonNullable<Statement['Condition']>;

/** An action that is refused only under a condition, though its channel would have it refused as a whole. */
interface Narrowing {
  readonly Sid: string;
  /** Given the regions that the account may use. @default - none: the resources tell */
  readonly condition?: (regions: readonly string[]) => Condition;
  /** What the action is refused on, or all that it is not refused on. @default - every resource */
  readonly resources?: (regions: readonly string[]) => Pick<Statement, 'Resource'> | Pick<Statement, 'NotResource'>;
  readonly because: string;
}

const missing = (key: string) => (): Condition => ({ Null: { [key]: 'true' } });

const GUARDRAIL_PROFILES = 'arn:aws:bedrock:*:*:guardrail-profile/*';

/** What the actions of the catalogue are refused for, where a key tells more than the catalogue's form of a condition can say. */
export const NARROWED = {
  'bedrock:CreateGuardrail': {
    Sid: 'GuardrailsOfOneRegion',
    resources: () => ({ Resource: GUARDRAIL_PROFILES }),
    because: 'a guardrail that names a profile judges in any region of a geography; without one it judges at home',
  },
  'bedrock:UpdateGuardrail': {
    Sid: 'GuardrailsOfOneRegion',
    resources: () => ({ Resource: GUARDRAIL_PROFILES }),
    because: 'a guardrail that names a profile judges in any region of a geography; without one it judges at home',
  },
  'cloudshell:CreateEnvironment': {
    Sid: 'ShellsInANetwork',
    condition: missing('cloudshell:VpcIds'),
    because: 'a shell outside of a network has a way to the internet; the key is missing where no network is named',
  },
  'codebuild:CreateProject': {
    Sid: 'BuildsInANetwork',
    condition: missing('codebuild:vpcConfig.vpcId'),
    because: 'a build outside of a network has a way to the internet; the key is missing where no network is named',
  },
  'datasync:CreateTask': {
    Sid: 'FilesMoveAtHome',
    resources: (regions) => ({ NotResource: regions.map((region) => `arn:aws:datasync:${region}:*:*`) }),
    because:
      'the locations that files move between are resources of the call, and their ARNs tell the region; a location for a bucket cannot be made',
  },
  'ec2:ModifyImageAttribute': {
    Sid: 'ImagesAreNotShared',
    condition: () => ({ StringNotEqualsIgnoreCase: { 'ec2:Attribute': ['description', 'imdsSupport'] } }),
    because:
      'no key tells with whom an image is shared, only which attribute is changed; a missing key counts as sharing',
  },
  'lambda:CreateFunction': {
    Sid: 'FunctionsInANetwork',
    condition: missing('lambda:VpcIds'),
    because: 'a function outside of a network has a way to the internet; the key is missing where no network is named',
  },
  'lambda:UpdateFunctionConfiguration': {
    Sid: 'FunctionsInANetwork',
    condition: missing('lambda:VpcIds'),
    because: 'a function outside of a network has a way to the internet; the key is missing where no network is named',
  },
  'redshift:CreateIntegration': {
    Sid: 'IntegrationsAtHome',
    condition: (regions) => ({
      ArnNotLike: { 'redshift:IntegrationTargetArn': regions.map((region) => `arn:aws:*:${region}:*:*`) },
    }),
    because: 'the key names the warehouse that changes arrive in; without it nothing tells where',
  },
  'route53:ChangeResourceRecordSets': {
    Sid: 'NamesAreProvedOnly',
    condition: () => ({
      'ForAnyValue:StringNotLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': '_*' },
    }),
    because:
      'a record can lead people to another cell; one that begins with an underscore proves whose a name is, and leads nobody anywhere',
  },
} as const satisfies Readonly<Record<IamAction, Narrowing>>;

export function narrowingOf(action: string): Narrowing | undefined {
  return Object.hasOwn(NARROWED, action) ? NARROWED[action as keyof typeof NARROWED] : undefined;
}

/** Actions that a channel needs as well as those that the catalogue refuses for it, and that nothing else needs. */
export const SECOND_LOCKS = {
  'cassandra:ModifyMultiRegionResource': 'keyspaces-multi-region',
  'dataexchange:CreateDataSet': 'data-exchange',
  'ec2:CreateCustomerGateway': 'vpc-vpn-and-direct-connect',
  'ec2:CreateRestoreImageTask': 'ec2-vm-import-export',
  'ec2:CreateVpnGateway': 'vpc-vpn-and-direct-connect',
  'ecr:ReplicateImage': 'ecr-replication',
  'elasticfilesystem:ReplicationWrite': 'efs-replication',
  'es:ESCrossClusterGet': 'opensearch-cross-cluster',
  'logs:PutDestinationPolicy': 'logs-destination-subscription',
  'logs:Unmask': 'logs-data-protection-findings',
  'rds:StartDBInstanceAutomatedBackupsReplication': 'rds-automated-backup-replication',
  'resource-explorer-2:CreateIndex': 'resource-explorer-aggregator',
  's3:PutMultiRegionAccessPointPolicy': 's3-multi-region-access-point',
  's3:ReplicateDelete': 's3-bucket-replication',
  's3:ReplicateObject': 's3-bucket-replication',
  's3:ReplicateTags': 's3-bucket-replication',
  'support:AddAttachmentsToSet': 'support-cases',
} as const satisfies Readonly<Record<IamAction, ChannelId>>;

/**
 * Copies that are authorised where they arrive. A limit on regions stops them; where two cells share an account it does not, and
 * nothing tells a copy to the other cell from one at home: there they are refused as a whole.
 */
export const COPIES: ReadonlySet<string> = new Set([
  'bedrock:CreateModelCopyJob',
  'drs:CreateReplicationConfigurationTemplate',
  'drs:CreateSourceNetwork',
  'drs:InitializeService',
  'drs:ReverseReplication',
  'drs:StartReplication',
  'ec2:CopyFpgaImage',
  'ec2:CopyImage',
  'ec2:CopySnapshot',
  'fsx:CopyBackup',
  'kafka:CreateReplicator',
  'kafka:UpdateReplicationInfo',
  'lightsail:CopySnapshot',
  'mgn:CreateReplicationConfigurationTemplate',
  'mgn:InitializeService',
  'mgn:StartReplication',
  'redshift:CreateSnapshotCopyGrant',
  'workspaces:CopyWorkspaceImage',
  'workspaces:CreateStandbyWorkspaces',
] satisfies IamAction[]);
