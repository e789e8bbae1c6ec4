import type { Channel } from './channel';
import { accountOptInRegion } from './services/account';
import { aiServiceAsyncOutput } from './services/ai';
import { amplifyHosting } from './services/amplify';
import { apigatewayEdgeEndpoint } from './services/apigateway-edge';
import { apigatewayCrossRegionIntegration } from './services/apigateway-integrations';
import { appconfigExtension } from './services/appconfig';
/** Every channel, by the service that opens it; one entry for each file in `services/`. */ import { appfabricIngestion } from './services/appfabric';
import { appflowFlow } from './services/appflow';
import { appstreamImageCopy } from './services/appstream';
import { appsyncDatasourceRegion } from './services/appsync';
import { prometheusGrafana } from './services/aps';
import { arcRegionSwitchPlan } from './services/arc-region-switch';
import { athenaOutputAndFederation } from './services/athena';
import { auditmanagerShare } from './services/auditmanager';
import { backupCopyAction, backupOndemandCopyJob, backupVaultPolicyShare } from './services/backup';
import { bedrockAgentcoreTargets } from './services/bedrock-agentcore';
import { bedrockDataAutomation } from './services/bedrock-data-automation';
import { bedrockCrossRegionInference, bedrockGuardrailCrossRegion } from './services/bedrock-inference';
import { bedrockDataRetention, bedrockInvocationLogging, bedrockModelCopyAndBatch } from './services/bedrock-jobs';
import { bedrockKnowledgeBaseSources } from './services/bedrock-knowledge';
import { billingCostExports } from './services/billing';
import { keyspacesMultiRegion } from './services/cassandra';
import { cdkCrossRegionReferences, cdkCustomResourceSdkCall } from './services/cdk';
import { chatApplications } from './services/chatbot';
import { chimeSdkMediaRegion } from './services/chime';
import { cleanroomsResultRegions } from './services/cleanrooms';
import { cfnGetStackOutput, stacksetsMultiRegion } from './services/cloudformation';
import { cloudfrontDistribution, cloudfrontRealtimeLogs, lambdaAtEdgeAndFunctions } from './services/cloudfront';
import { cloudhsmBackupCopy } from './services/cloudhsm';
import { cloudtrailLakeAndChannels, cloudtrailMultiRegion } from './services/cloudtrail';
import {
  cloudwatchCrossRegionConsole,
  cloudwatchMetricStream,
  cloudwatchObservabilityLink,
} from './services/cloudwatch';
import { applicationSdkCrossRegionClient } from './services/code';
import { codepipelineCrossRegionArtifacts } from './services/codepipeline';
import {
  cognitoAnalyticsPinpoint,
  cognitoLogDelivery,
  cognitoSesRegion,
  cognitoSmsRegion,
} from './services/cognito-messages';
import {
  cognitoCustomDomainEdge,
  cognitoTriggersAndFederation,
  cognitoUserPoolReplica,
} from './services/cognito-replicas';
import { configAggregatorAndDelivery } from './services/config';
import { connectGlobalResiliency, connectStorageConfig } from './services/connect';
import { dataExchange } from './services/dataexchange';
import { datasyncTask } from './services/datasync';
import { datazoneCrossRegion } from './services/datazone';
import { dlmCrossRegionCopy } from './services/dlm';
import { dmsEndpoints } from './services/dms';
import { docdbGlobalCluster, docdbSnapshotCopy } from './services/docdb';
import { drsElasticDisasterRecovery } from './services/drs';
import { dsMultiRegionDirectory } from './services/ds';
import { dsqlMultiRegionCluster } from './services/dsql';
import { dynamodbGlobalTable, dynamodbGlobalTableV1, dynamodbMultiAccountGlobalTable } from './services/dynamodb';
import {
  dynamodbExportToS3,
  dynamodbKinesisStreamDestination,
  dynamodbPitrRestoreCrossRegion,
  dynamodbResourcePolicy,
} from './services/dynamodb-copies';
import {
  ec2EbsDirectApis,
  ec2ImageCopy,
  ec2SnapshotCopy,
  ec2SnapshotImageShare,
  ec2VmImportExport,
} from './services/ec2-images';
import { ecrPublicPublish, ecrReplication } from './services/ecr';
import { ecsAwslogsRegion } from './services/ecs';
import { elasticacheGlobalDatastore } from './services/elasticache';
import { efsReplication } from './services/elasticfilesystem';
import { emrAndFlinkOutput } from './services/elasticmapreduce';
import { eventbridgeCrossRegionTarget, eventbridgeGlobalEndpoint } from './services/events';
import { eventbridgeApiDestination, eventbridgeBusPolicy } from './services/events-partners';
import { firehoseDestination } from './services/firehose';
import { fsxBackupCopy, fsxDataRepository, fsxOntapOpenzfsReplication } from './services/fsx';
import { gameliftMultiLocation } from './services/gamelift';
import { genericForeignArnOrHost, templateMacro } from './services/generic';
import { globalControlPlaneNames, globalTagsAndNames } from './services/global';
import { globalacceleratorEndpointGroup } from './services/globalaccelerator';
import { glueJobsAndConnections, glueLakeformationResourceLink } from './services/glue';
import { groundstationDelivery } from './services/groundstation';
import { guarddutyFindingsExport } from './services/guardduty';
import { healthlakeOmicsExports } from './services/health';
import { iamCrossRegionGrant } from './services/iam';
import { imagebuilderDistribution } from './services/imagebuilder';
import { inventoryAggregation } from './services/inventory';
import { iotRuleActions } from './services/iot';
import { iotDataDelivery } from './services/iot-data';
import { ivsRealtimeGlobal } from './services/ivs';
import { mskReplicator } from './services/kafka';
import { mskConnect } from './services/kafkaconnect';
import { kinesisCrossRegionConsumer, kinesisvideoImageDestination } from './services/kinesis';
import { kmsMultiRegionKey } from './services/kms';
import { kmsCrossRegionDecryptGrant } from './services/kms-grants';
import { lambdaPublicOrCrossAccount, lambdaWithoutVpc } from './services/lambda';
import { lambdaEventAndDestinationArns, lambdaWebFunctionMultiRegion } from './services/lambda-events';
import { lexConversations, lexGlobalResiliency } from './services/lex';
import { lightsailSnapshotCopy } from './services/lightsail';
import { accessLogs } from './services/logging';
import { logsDataProtectionFindings, logsDestinationSubscription, logsVendedDelivery } from './services/logs';
import { logsScheduledQuery } from './services/logs-queries';
import { macieDiscoveryResults } from './services/macie2';
import { mediaServicesRegions } from './services/media';
import { memorydbMultiRegion } from './services/memorydb';
import { mgnMigration, snowExportJob } from './services/migration';
import { pinpointEventStream } from './services/mobiletargeting';
import { mqDataReplication } from './services/mq';
import { neptuneGlobalDatabase, neptuneGraphExport } from './services/neptune';
import { networkmanagerCoreNetwork } from './services/networkmanager';
import { notificationsHub } from './services/notifications';
import { logsCentralization, telemetryRuleRegions } from './services/observabilityadmin';
import { odbOracleCrossRegion } from './services/odb';
import {
  opensearchCrossCluster,
  opensearchIngestionPipeline,
  opensearchManualSnapshot,
  opensearchReplicationPeer,
} from './services/opensearch';
import { organizationsAiServicesOptOut, organizationsBackupPolicyCopy } from './services/organizations';
import { outpostsLocalZones } from './services/outposts';
import { paymentCryptographyReplication } from './services/payment-cryptography';
import { peopleRemoteAccess } from './services/people';
import { personalizeOutput } from './services/personalize';
import { eventbridgePipes } from './services/pipes';
import { customerProfilesAndEntityResolution } from './services/profile';
import { qCrossRegionInference } from './services/q';
import { quicksightHomeRegion } from './services/quicksight';
import { ramResourceShare } from './services/ram';
import { dbNativeReplication } from './services/rds-network';
import {
  rdsAuroraGlobalDatabase,
  rdsAutomatedBackupReplication,
  rdsCrossRegionReadReplica,
} from './services/rds-replicas';
import {
  rdsSnapshotCopyCrossRegion,
  rdsSnapshotExportS3,
  rdsSnapshotShare,
  rdsSqlExportToS3,
} from './services/rds-snapshots';
import {
  redshiftDatashareCrossRegion,
  redshiftServerlessSnapshotCopy,
  redshiftSnapshotCopy,
  redshiftUnloadCopyRegion,
} from './services/redshift';
import { rekognitionStreamProcessor } from './services/rekognition';
import { reportsSecurityAndBackup } from './services/reports';
import { resourceExplorerAggregator } from './services/resource-explorer-2';
import { route53CrossRegionRouting, route53PrivateZoneAssociation, route53QueryLogs } from './services/route53';
import { route53GlobalResolver } from './services/route53globalresolver';
import { rtbfabricLink } from './services/rtbfabric';
import { rumAppMonitor } from './services/rum';
import { s3BucketReplication } from './services/s3';
import { s3MultiRegionAccessPoint, s3PublicOrExternalAccess, s3RequesterExternalWebsite } from './services/s3-access';
import { s3OutpostsReplication } from './services/s3-outposts';
import {
  s3BatchOperationsCopy,
  s3CopyObjectByPrincipal,
  s3PresignedUrl,
  s3TransferAcceleration,
} from './services/s3-requests';
import { s3StorageLensCrossRegion } from './services/s3-storage-lens';
import { s3TablesReplication } from './services/s3tables';
import { sagemakerInferenceRouter, sagemakerStudioAndOutputs } from './services/sagemaker';
import { schedulerTarget } from './services/scheduler';
import { secretsmanagerReplica, secretsmanagerResourcePolicy } from './services/secretsmanager';
import { securityhubAggregation } from './services/securityhub';
import { securitylakeReplication } from './services/securitylake';
import { sesEventDestination, sesMultiRegionEndpoint, sesSendFromOtherRegion } from './services/ses';
import { smsVoiceEventDestination } from './services/sms-voice';
import { snsCrossRegionSubscription, snsEgressProtocols, snsTopicPolicy } from './services/sns';
import { whatsappDataLocalization } from './services/social-messaging';
import { sqsQueuePolicyRemoteConsumer } from './services/sqs';
import { ssmCommandOutput, ssmResourceDataSync } from './services/ssm';
import { ssmMultiRegionAutomation } from './services/ssm-automation';
import { ssmIncidentsReplicationSet } from './services/ssm-incidents';
import { ssmDocumentShare } from './services/ssm-shares';
import { ssoInstanceReplication, ssoRemoteInstance } from './services/sso';
import { stepfunctionsHttpAndCrossAccount } from './services/states';
import { storagegatewayBucketRegion } from './services/storagegateway';
import { streamChannelDelivery } from './services/stream-channels';
import { stsGlobalEndpoint } from './services/sts';
import { supportAccessPermit, supportCases } from './services/support';
import { syntheticsCanaryReplicas } from './services/synthetics';
import { transferFamily } from './services/transfer';
import { vpcPeeringInterRegion, vpcPrivateLinkCrossRegion, vpcTransitGatewayPeering } from './services/vpc-connections';
import { vpcEndpointPolicyOpen, vpcInternetEgress, vpcVpnAndDirectConnect } from './services/vpc-egress';
import { wafv2CloudfrontScope } from './services/wafv2';
import { workspacesConnectionAlias, workspacesStandbyAndImageCopy } from './services/workspaces';
import { xrayOtlpTelemetryExport } from './services/xray';
import { rdsZeroEtlIntegration } from './services/zero-etl';

export const CATALOGUE = {
  account: [accountOptInRegion],
  ai: [aiServiceAsyncOutput],
  amplify: [amplifyHosting],
  apigateway: [apigatewayEdgeEndpoint, apigatewayCrossRegionIntegration],
  appconfig: [appconfigExtension],
  appfabric: [appfabricIngestion],
  appflow: [appflowFlow],
  appstream: [appstreamImageCopy],
  appsync: [appsyncDatasourceRegion],
  aps: [prometheusGrafana],
  'arc-region-switch': [arcRegionSwitchPlan],
  athena: [athenaOutputAndFederation],
  auditmanager: [auditmanagerShare],
  backup: [backupCopyAction, backupOndemandCopyJob, backupVaultPolicyShare],
  bedrock: [
    bedrockCrossRegionInference,
    bedrockGuardrailCrossRegion,
    bedrockDataAutomation,
    bedrockModelCopyAndBatch,
    bedrockInvocationLogging,
    bedrockDataRetention,
    bedrockKnowledgeBaseSources,
  ],
  'bedrock-agentcore': [bedrockAgentcoreTargets],
  billing: [billingCostExports],
  cassandra: [keyspacesMultiRegion],
  cdk: [cdkCrossRegionReferences, cdkCustomResourceSdkCall],
  chatbot: [chatApplications],
  chime: [chimeSdkMediaRegion],
  cleanrooms: [cleanroomsResultRegions],
  cloudformation: [stacksetsMultiRegion, cfnGetStackOutput],
  cloudfront: [cloudfrontDistribution, lambdaAtEdgeAndFunctions, cloudfrontRealtimeLogs],
  cloudhsm: [cloudhsmBackupCopy],
  cloudtrail: [cloudtrailMultiRegion, cloudtrailLakeAndChannels],
  cloudwatch: [cloudwatchMetricStream, cloudwatchObservabilityLink, cloudwatchCrossRegionConsole],
  code: [applicationSdkCrossRegionClient],
  codepipeline: [codepipelineCrossRegionArtifacts],
  'cognito-idp': [
    cognitoUserPoolReplica,
    cognitoTriggersAndFederation,
    cognitoCustomDomainEdge,
    cognitoSmsRegion,
    cognitoSesRegion,
    cognitoAnalyticsPinpoint,
    cognitoLogDelivery,
  ],
  config: [configAggregatorAndDelivery],
  connect: [connectGlobalResiliency, connectStorageConfig],
  dataexchange: [dataExchange],
  datasync: [datasyncTask],
  datazone: [datazoneCrossRegion],
  dlm: [dlmCrossRegionCopy],
  dms: [dmsEndpoints],
  docdb: [docdbGlobalCluster, docdbSnapshotCopy],
  drs: [drsElasticDisasterRecovery],
  ds: [dsMultiRegionDirectory],
  dsql: [dsqlMultiRegionCluster],
  dynamodb: [
    dynamodbGlobalTable,
    dynamodbGlobalTableV1,
    dynamodbMultiAccountGlobalTable,
    dynamodbPitrRestoreCrossRegion,
    dynamodbExportToS3,
    dynamodbKinesisStreamDestination,
    dynamodbResourcePolicy,
  ],
  ebs: [ec2EbsDirectApis],
  ec2: [ec2SnapshotCopy, ec2ImageCopy, ec2SnapshotImageShare, ec2VmImportExport],
  ecr: [ecrReplication],
  'ecr-public': [ecrPublicPublish],
  ecs: [ecsAwslogsRegion],
  elasticache: [elasticacheGlobalDatastore],
  elasticfilesystem: [efsReplication],
  elasticmapreduce: [emrAndFlinkOutput],
  es: [opensearchCrossCluster, opensearchReplicationPeer, opensearchManualSnapshot],
  events: [eventbridgeCrossRegionTarget, eventbridgeGlobalEndpoint, eventbridgeBusPolicy, eventbridgeApiDestination],
  firehose: [firehoseDestination],
  fsx: [fsxBackupCopy, fsxOntapOpenzfsReplication, fsxDataRepository],
  gamelift: [gameliftMultiLocation],
  generic: [genericForeignArnOrHost, templateMacro],
  global: [globalControlPlaneNames, globalTagsAndNames],
  globalaccelerator: [globalacceleratorEndpointGroup],
  glue: [glueLakeformationResourceLink, glueJobsAndConnections],
  groundstation: [groundstationDelivery],
  guardduty: [guarddutyFindingsExport],
  healthlake: [healthlakeOmicsExports],
  iam: [iamCrossRegionGrant],
  imagebuilder: [imagebuilderDistribution],
  inventory: [inventoryAggregation],
  iot: [iotRuleActions, iotDataDelivery],
  ivs: [ivsRealtimeGlobal],
  kafka: [mskReplicator],
  kafkaconnect: [mskConnect],
  kinesis: [kinesisCrossRegionConsumer, streamChannelDelivery],
  kinesisvideo: [kinesisvideoImageDestination],
  kms: [kmsMultiRegionKey, kmsCrossRegionDecryptGrant],
  lambda: [lambdaWithoutVpc, lambdaPublicOrCrossAccount, lambdaEventAndDestinationArns, lambdaWebFunctionMultiRegion],
  lex: [lexGlobalResiliency, lexConversations],
  lightsail: [lightsailSnapshotCopy],
  logging: [accessLogs],
  logs: [logsDestinationSubscription, logsVendedDelivery, logsDataProtectionFindings, logsScheduledQuery],
  macie2: [macieDiscoveryResults],
  media: [mediaServicesRegions],
  memorydb: [memorydbMultiRegion],
  mgn: [mgnMigration],
  mobiletargeting: [pinpointEventStream],
  mq: [mqDataReplication],
  neptune: [neptuneGlobalDatabase],
  'neptune-graph': [neptuneGraphExport],
  networkmanager: [networkmanagerCoreNetwork],
  notifications: [notificationsHub],
  observabilityadmin: [logsCentralization, telemetryRuleRegions],
  odb: [odbOracleCrossRegion],
  organizations: [organizationsBackupPolicyCopy, organizationsAiServicesOptOut],
  osis: [opensearchIngestionPipeline],
  outposts: [outpostsLocalZones],
  'payment-cryptography': [paymentCryptographyReplication],
  people: [peopleRemoteAccess],
  personalize: [personalizeOutput],
  pipes: [eventbridgePipes],
  profile: [customerProfilesAndEntityResolution],
  q: [qCrossRegionInference],
  quicksight: [quicksightHomeRegion],
  ram: [ramResourceShare],
  rds: [
    rdsAuroraGlobalDatabase,
    rdsCrossRegionReadReplica,
    rdsAutomatedBackupReplication,
    rdsSnapshotCopyCrossRegion,
    rdsSnapshotShare,
    rdsSnapshotExportS3,
    rdsSqlExportToS3,
    rdsZeroEtlIntegration,
    dbNativeReplication,
  ],
  redshift: [redshiftSnapshotCopy, redshiftDatashareCrossRegion, redshiftUnloadCopyRegion],
  'redshift-serverless': [redshiftServerlessSnapshotCopy],
  rekognition: [rekognitionStreamProcessor],
  reports: [reportsSecurityAndBackup],
  'resource-explorer-2': [resourceExplorerAggregator],
  route53: [route53CrossRegionRouting, route53QueryLogs, route53PrivateZoneAssociation],
  route53globalresolver: [route53GlobalResolver],
  rtbfabric: [rtbfabricLink],
  rum: [rumAppMonitor],
  s3: [
    s3BucketReplication,
    s3BatchOperationsCopy,
    s3CopyObjectByPrincipal,
    s3MultiRegionAccessPoint,
    s3TransferAcceleration,
    s3StorageLensCrossRegion,
    s3PublicOrExternalAccess,
    s3PresignedUrl,
    s3RequesterExternalWebsite,
  ],
  's3-outposts': [s3OutpostsReplication],
  s3tables: [s3TablesReplication],
  sagemaker: [sagemakerStudioAndOutputs, sagemakerInferenceRouter],
  scheduler: [schedulerTarget],
  secretsmanager: [secretsmanagerReplica, secretsmanagerResourcePolicy],
  securityhub: [securityhubAggregation],
  securitylake: [securitylakeReplication],
  ses: [sesMultiRegionEndpoint, sesEventDestination, sesSendFromOtherRegion],
  'sms-voice': [smsVoiceEventDestination],
  snowball: [snowExportJob],
  sns: [snsCrossRegionSubscription, snsEgressProtocols, snsTopicPolicy],
  'social-messaging': [whatsappDataLocalization],
  sqs: [sqsQueuePolicyRemoteConsumer],
  ssm: [ssmCommandOutput, ssmResourceDataSync, ssmMultiRegionAutomation, ssmDocumentShare],
  'ssm-incidents': [ssmIncidentsReplicationSet],
  sso: [ssoInstanceReplication, ssoRemoteInstance],
  states: [stepfunctionsHttpAndCrossAccount],
  storagegateway: [storagegatewayBucketRegion],
  sts: [stsGlobalEndpoint],
  support: [supportCases, supportAccessPermit],
  synthetics: [syntheticsCanaryReplicas],
  transfer: [transferFamily],
  vpc: [
    vpcPeeringInterRegion,
    vpcTransitGatewayPeering,
    vpcPrivateLinkCrossRegion,
    vpcEndpointPolicyOpen,
    vpcInternetEgress,
    vpcVpnAndDirectConnect,
  ],
  wafv2: [wafv2CloudfrontScope],
  workspaces: [workspacesStandbyAndImageCopy, workspacesConnectionAlias],
  xray: [xrayOtlpTelemetryExport],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;

export type Service = keyof typeof CATALOGUE;
export type ChannelId = (typeof CATALOGUE)[Service][number]['id'];

export const CHANNELS: readonly Channel<ChannelId>[] = Object.values(CATALOGUE).flat();
