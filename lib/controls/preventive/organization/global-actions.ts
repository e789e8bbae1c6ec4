/** Actions that are made outside of the home region, because AWS serves them nowhere else, and why they carry no data there. */
export interface GlobalActions {
  readonly actions: readonly string[];
  readonly because: string;
  /** Whether other regions serve them as well, so that only us-east-1 is left out. @default false */
  readonly alsoServedElsewhere?: boolean;
}

/**
 * What a limit on regions has to leave out, or nobody could operate an account. Narrower than what AWS Control Tower leaves out:
 * of services whose writing leaves a region (`kms`, `config`, `sso`, `networkmanager`, `cloudfront`, `globalaccelerator`,
 * Multi-Region Access Points) only reading and deleting, or nothing at all.
 *
 * Where AWS serves a global service: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
 * What Control Tower leaves out: https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
 * The names are compared with AWS's list of actions by a test.
 */
export const GLOBAL_ACTIONS: readonly GlobalActions[] = [
  {
    actions: ['iam:*', 'signin:*'],
    because: 'users, roles and policies are one set for all regions, and people sign in to the console there',
  },
  {
    actions: ['account:*', 'organizations:*'],
    because: 'accounts belong to no region; which regions are enabled has a statement of its own',
  },
  {
    actions: ['support:*', 'supportplans:*', 'trustedadvisor:*', 'health:*'],
    because: 'operators ask AWS, and are told of its troubles, at one address; permits to act on stores are refused',
  },
  {
    actions: [
      'aws-marketplace:*',
      'aws-portal:*',
      'bcm-pricing-calculator:*',
      'bcm-recommended-actions:*',
      'bcm-data-exports:*',
      'activate:*',
      'billing:*',
      'billingconductor:*',
      'budgets:*',
      'ce:*',
      'compute-optimizer:Get*',
      'consoleapp:*',
      'consolidatedbilling:*',
      'cost-optimization-hub:*',
      'cur:*',
      'freetier:*',
      'invoicing:*',
      'payments:*',
      'pricing:*',
      'purchase-orders:*',
      'savingsplans:*',
      'sustainability:*',
      'tax:*',
      'uxc:*',
      'artifact:*',
    ],
    because: 'bills and contracts are one for all regions; exports of costs are refused by a statement of their own',
  },
  {
    actions: ['sts:*'],
    because:
      'clients that know no regional endpoint ask the global one; names of roles and sessions are all that is told there',
    alsoServedElsewhere: true,
  },
  {
    actions: ['route53:*', 'route53domains:*'],
    because:
      'public names are one set for all regions; records that lead elsewhere are refused by a statement of their own',
  },
  {
    actions: [
      'cloudfront:Delete*',
      'cloudfront:Describe*',
      'cloudfront:Get*',
      'cloudfront:List*',
      'globalaccelerator:Delete*',
      'globalaccelerator:Describe*',
      'globalaccelerator:List*',
      'networkmanager:Delete*',
      'networkmanager:Describe*',
      'networkmanager:Get*',
      'networkmanager:List*',
      'shield:Describe*',
      'shield:Get*',
      'shield:List*',
      'waf:Get*',
      'waf:List*',
    ],
    because: 'what would lead data out can be seen and removed there; making it is refused',
  },
  {
    actions: [
      'networkmanager:CreateDirectConnectGatewayAttachment',
      'networkmanager:CreateSiteToSiteVpnAttachment',
      'networkmanager:CreateTransitGatewayPeering',
      'networkmanager:CreateVpcAttachment',
    ],
    because: 'networks at home are attached by calls in us-west-2; statements of their own refuse networks elsewhere',
  },
  {
    actions: [
      's3:DeleteMultiRegionAccessPoint',
      's3:DescribeMultiRegionAccessPointOperation',
      's3:GetAccountPublicAccessBlock',
      's3:GetBucketLocation',
      's3:GetBucketPolicyStatus',
      's3:GetBucketPublicAccessBlock',
      's3:GetMultiRegionAccessPoint*',
      's3:GetStorageLens*',
      's3:ListAllMyBuckets',
      's3:ListMultiRegionAccessPoints',
      's3:ListStorageLensConfigurations',
    ],
    because: 'which buckets there are, and where, is asked at one address; no object is read',
  },
  {
    actions: [
      'access-analyzer:Check*',
      'access-analyzer:Get*',
      'access-analyzer:List*',
      'access-analyzer:ValidatePolicy',
      'acm:DescribeCertificate',
      'acm:ListCertificates',
      'cloudtrail:DescribeTrails',
      'cloudtrail:GetTrailStatus',
      'cloudtrail:ListTrails',
      'cloudtrail:LookupEvents',
      'servicequotas:Get*',
      'servicequotas:List*',
      'servicequotas:RequestServiceQuotaIncrease',
      'tag:GetResources',
      'tag:GetTagKeys',
      'tag:GetTagValues',
      'wafv2:Describe*',
      'wafv2:Get*',
      'wafv2:List*',
    ],
    because: 'what global services have, and who called them, is told in us-east-1',
    alsoServedElsewhere: true,
  },
  {
    actions: ['ec2:DescribeRegions'],
    because: 'the console and the CLI ask which regions there are wherever they are opened',
  },
  {
    actions: ['ecr-public:BatchCheckLayerAvailability', 'ecr-public:Describe*', 'ecr-public:Get*'],
    because: 'public images are fetched from us-east-1; publishing them is refused',
  },
  {
    actions: [
      'identitystore:Describe*',
      'identitystore:List*',
      'sso-directory:Describe*',
      'sso-directory:Get*',
      'sso-directory:List*',
      'sso-oauth:*',
      'sso:Describe*',
      'sso:Get*',
      'sso:List*',
    ],
    because: 'operators may be kept by an Identity Center in another region; adding regions to it is refused',
  },
  {
    actions: [
      'chatbot:Describe*',
      'chatbot:List*',
      'directconnect:Describe*',
      'notifications:Get*',
      'notifications:List*',
      'notifications-contacts:Get*',
      'notifications-contacts:List*',
      'resource-explorer-2:Get*',
      'resource-explorer-2:List*',
    ],
    because: 'settings that would tell data elsewhere can be seen there; making them is refused',
  },
];

/**
 * What the undo role does where a copy has arrived, and nobody else may: it takes the copy away.
 * Nothing of it reads data.
 */
export const UNDO_ABROAD = [
  'dynamodb:DeleteTable',
  'dynamodb:DeleteTableReplica',
  'dynamodb:DescribeTable',
  'ec2:DeleteSnapshot',
  'ec2:DeregisterImage',
  'kms:DescribeKey',
  'kms:ScheduleKeyDeletion',
  'rds:DeleteDBClusterSnapshot',
  'rds:DeleteDBSnapshot',
  'rds:StopDBInstanceAutomatedBackupsReplication',
  'secretsmanager:StopReplicationToReplica',
] as const;

/**
 * What AWS Control Tower makes in each region that it governs, with the role that it has in each account.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/shared-account-resources.html
 */
export const LANDING_ZONE = [
  'cloudformation:*',
  'cloudwatch:*',
  'config:*',
  'events:*',
  'lambda:*',
  'logs:*',
  'sns:*',
] as const;
