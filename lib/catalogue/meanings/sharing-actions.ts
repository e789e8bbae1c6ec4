import type { NameMeaning } from './meaning';

/** IAM actions about what other accounts and hosts are given, and those that only ask or tell. Sources: the descriptions of the actions. */
export const SHARING_ACTIONS: readonly NameMeaning[] = [
  {
    means: 'a directory or share that another account offers to this one',
    of: ['ds:AcceptSharedDirectory', 'ram:AcceptResourceShareInvitation', 'servicecatalog:AcceptPortfolioShare'],
  },
  {
    means: 'which permissions a share gives, and by which way it was made; whom it admits is refused by that',
    of: ['ram:AssociateResourceSharePermission', 'ram:PromoteResourceShareCreatedFromPolicy'],
  },
  {
    means: 'products, which are templates, for other accounts',
    of: ['servicecatalog:CopyProduct', 'servicecatalog:CreatePortfolioShare', 'servicecatalog:UpdatePortfolioShare'],
  },
  {
    means: 'a review of an architecture, or what it asks, for other accounts; it tells of systems and not of people',
    of: [
      'wellarchitected:CreateLensShare',
      'wellarchitected:CreateProfileShare',
      'wellarchitected:CreateTemplateShare',
      'wellarchitected:CreateWorkloadShare',
      'wellarchitected:GetGlobalSettings',
      'wellarchitected:UpdateGlobalSettings',
      'wellarchitected:UpdateShareInvitation',
      'wellarchitected:UpdateWorkloadShare',
    ],
  },
  {
    means: 'an answer to a framework of controls that is offered; it holds questions, and no evidence',
    of: ['auditmanager:UpdateAssessmentFrameworkShare'],
  },
  { means: 'code for changing code, for another account', of: ['transform-custom:ShareTransformationPackage'] },
  { means: "one job's settings, for AWS's support to look at", of: ['mediaconvert:CreateResourceShare'] },
  {
    means: 'how partners of the marketplace divide revenue',
    of: [
      'partnercentral:CreateMarketplaceRevenueShare',
      'partnercentral:CreateMarketplaceRevenueShareAllocation',
      'partnercentral:GetMarketplaceRevenueShare',
      'partnercentral:GetMarketplaceRevenueShareAllocation',
      'partnercentral:UpdateMarketplaceRevenueShareAllocation',
    ],
  },
  {
    means: "how a queue's machines are divided among those who send jobs",
    of: ['batch:CreateQuotaShare', 'batch:UpdateQuotaShare'],
  },
  {
    means: 'a version of a model for others of the same Studio domain',
    of: ['sagemaker:CreateSharedModel', 'sagemaker:SendSharedModelEvent', 'sagemaker:UpdateSharedModel'],
  },
  {
    means: 'a copy within the same store, project, domain or application',
    of: [
      'bedrock:CopyBlueprintStage',
      'codeartifact:CopyPackageVersions',
      'medical-imaging:CopyImageSet',
      'qapps:CopyQApp',
    ],
  },
  {
    means: 'a copy of how something is set up: a distribution or a template of a job',
    of: ['cloudfront:CopyDistribution', 'deadline:CopyJobTemplate'],
  },
  {
    means: 'settings of Chime for the whole account, such as where calls are logged',
    of: ['chime:GetGlobalSettings', 'chime:UpdateGlobalSettings'],
  },
  {
    means: 'that a person is signed out everywhere',
    of: ['cognito-idp:AdminUserGlobalSignOut', 'cognito-idp:GlobalSignOut'],
  },
  {
    means: 'a call to a host outside that has been set up: to set it up is refused',
    of: ['events:InvokeApiDestination'],
  },
  {
    means: 'that a host outside has answered, and whether messages go on to it: to set it up is refused',
    of: ['iot:ConfirmTopicRuleDestination', 'iot:UpdateTopicRuleDestination'],
  },
  {
    means: 'how the cloud of another maker of devices is signed in to',
    of: [
      'iotmanagedintegrations:CreateConnectorDestination',
      'iotmanagedintegrations:GetConnectorDestination',
      'iotmanagedintegrations:UpdateConnectorDestination',
    ],
  },
  {
    means: 'the rule of the same region that messages of devices are handed to, by name',
    of: ['iotwireless:CreateDestination', 'iotwireless:GetDestination', 'iotwireless:UpdateDestination'],
  },
  {
    means: 'which accounts may send logs into a destination here',
    of: ['logs:PutDeliveryDestinationPolicy', 'logs:PutDestinationPolicy'],
  },
  {
    means: 'whether traces go to X-Ray or to CloudWatch Logs, both in the region',
    of: ['xray:UpdateTraceSegmentDestination'],
  },
  {
    means: 'addresses that no more mail is sent to',
    of: ['ses:GetSuppressedDestination', 'ses:PutSuppressedDestination'],
  },
  {
    means: 'a phone that test messages may be sent to',
    of: [
      'sms-voice:CreateVerifiedDestinationNumber',
      'sms-voice:SendDestinationNumberVerificationCode',
      'sms-voice:VerifyDestinationNumber',
    ],
  },
  {
    means: 'the work of KMS to keep a key that spans regions alike: to make one is refused',
    of: ['kms:SynchronizeMultiRegionKey'],
  },
  { means: 'a secret that two holders of keys work out', of: ['kms:DeriveSharedSecret'] },
  { means: 'in which regions STS gives out credentials', of: ['iam:SetSTSRegionalEndpointStatus'] },
  {
    means: 'a role by which a service looks at how machines and applications are built',
    of: ['inspector:RegisterCrossAccountAccessRole', 'route53-recovery-readiness:CreateCrossAccountAuthorization'],
  },
  {
    means: 'which regions an account uses, and which is its home',
    of: [
      'account:GetRegionOptStatus',
      'controltower:GetHomeRegion',
      'lightsail:GetRegions',
      'payment-cryptography:GetDefaultKeyReplicationRegions',
      'securityhub:BatchGetEnabledRegionsV2',
    ],
  },
  {
    means: 'how copies and replicas of buckets and tables are set up, and how far they are',
    of: [
      's3-outposts:GetReplicationConfiguration',
      's3:GetReplicationConfiguration',
      's3tables:GetTableBucketReplication',
      's3tables:GetTableReplication',
      's3tables:GetTableReplicationStatus',
    ],
  },
  {
    means: 'how an access point that spans regions is set up',
    of: [
      's3:GetMultiRegionAccessPoint',
      's3:GetMultiRegionAccessPointPolicy',
      's3:GetMultiRegionAccessPointPolicyStatus',
      's3:GetMultiRegionAccessPointRoutes',
    ],
  },
  { means: 'how far the copy of an image or a model is', of: ['bedrock:GetModelCopyJob', 'ecr:GetImageCopyStatus'] },
  {
    means: 'where events, messages and logs are sent',
    of: [
      'appfabric:GetIngestionDestination',
      'iot:GetTopicRuleDestination',
      'iotmanagedintegrations:GetDestination',
      'logs:GetDeliveryDestination',
      'logs:GetDeliveryDestinationPolicy',
      'ses:GetConfigurationSetEventDestinations',
      'sms-voice:GetConfigurationSetEventDestinations',
      'xray:GetTraceSegmentDestination',
    ],
  },
  { means: 'whether the bucket for reports of costs is there', of: ['cur:ValidateReportDestination'] },
  {
    means: 'how connections of networks are set up',
    of: [
      'networkmanager:GetConnectPeer',
      'networkmanager:GetConnectPeerAssociations',
      'networkmanager:GetTransitGatewayConnectPeerAssociations',
      'networkmanager:GetTransitGatewayPeering',
      'odb:GetOdbPeeringConnection',
    ],
  },
  {
    means: 'how a service that spans regions is set up',
    of: [
      'arc-region-switch:GetPlanInRegion',
      'connect:GetCrossRegionRouting',
      'route53globalresolver:GetGlobalResolver',
      'ses:GetMultiRegionEndpoint',
      'ssm-incidents:GetReplicationSet',
      'sso:GetSharedSsoConfiguration',
    ],
  },
  {
    means: 'what is shared with whom',
    of: [
      'omics:GetShare',
      'ram:GetResourceShareAssociations',
      'ram:GetResourceShareInvitations',
      'ram:GetResourceShares',
    ],
  },
  { means: 'attacks that AWS sees anywhere', of: ['shield:GetGlobalThreatData'] },
];
