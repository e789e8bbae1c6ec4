import type { ChannelId } from '../../../catalogue/catalogue';
import type { IamAction } from '../../../catalogue/channel';
import type { Statement } from '../policy';

type Condition = NonNullable<Statement['Condition']>;

/** An action that is refused only under a condition, though its channel would have it refused as a whole. */
interface Narrowing {
  readonly Sid: string;
  readonly condition: Condition;
  readonly because: string;
}

/** What the actions of the catalogue are refused for, where a key tells more than the catalogue's form of a condition can say. */
export const NARROWED = {
  'codebuild:CreateProject': {
    Sid: 'BuildsInANetwork',
    condition: { Null: { 'codebuild:vpcConfig.vpcId': 'true' } },
    because: 'a build outside of a network has a way to the internet; the key is missing where no network is named',
  },
  'ec2:ModifyImageAttribute': {
    Sid: 'ImagesAreNotShared',
    condition: { StringNotEqualsIgnoreCase: { 'ec2:Attribute': ['description', 'imdsSupport'] } },
    because:
      'no key tells with whom an image is shared, only which attribute is changed; a missing key counts as sharing',
  },
  'lambda:CreateFunction': {
    Sid: 'FunctionsInANetwork',
    condition: { Null: { 'lambda:VpcIds': 'true' } },
    because: 'a function outside of a network has a way to the internet; the key is missing where no network is named',
  },
  'lambda:UpdateFunctionConfiguration': {
    Sid: 'FunctionsInANetwork',
    condition: { Null: { 'lambda:VpcIds': 'true' } },
    because: 'a function outside of a network has a way to the internet; the key is missing where no network is named',
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
  'rds:StartDBInstanceAutomatedBackupsReplication': 'rds-automated-backup-replication',
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
