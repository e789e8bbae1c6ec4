/** What a policy of AWS allows that moves data. */
export interface AwsGrant {
  readonly actions: readonly string[];
  /** @default - every resource */
  readonly resources?: readonly string[];
}

const NOTHING: readonly AwsGrant[] = [];
const WRITES_LOGS: readonly AwsGrant[] = [{ actions: ['logs:PutLogEvents'] }];
const READS_LOGS: readonly AwsGrant[] = [
  { actions: ['logs:Get*', 'logs:StartQuery', 'logs:FilterLogEvents', 'logs:StartLiveTail'] },
];

function all(...actions: readonly string[]): readonly AwsGrant[] {
  return [{ actions }];
}

/**
 * Policies that AWS wrote, with what of them moves data. A policy that is not here is taken to allow everything.
 *
 * Source: AWS managed policy reference, versions of March 2026.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const AWS_POLICIES: Readonly<Record<string, readonly AwsGrant[]>> = {
  AWSAppSyncPushToCloudWatchLogs: WRITES_LOGS,
  AWSBackupServiceRolePolicyForBackup: all('backup:CopyIntoBackupVault', 'backup:CopyFromBackupVault'),
  AWSBackupServiceRolePolicyForRestores: all(
    'dynamodb:Scan',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'dynamodb:PutItem',
    'dynamodb:GetItem',
    'dynamodb:DeleteItem',
    'dynamodb:BatchWriteItem',
    'backup:StartRestoreJob',
  ),
  AWSBackupServiceRolePolicyForS3Backup: all('s3:GetObject', 's3:GetObjectVersion'),
  AWSBatchServiceRole: WRITES_LOGS,
  AWSCodeDeployRole: all('sns:Publish'),
  AWSCodeDeployRoleForECS: all('lambda:InvokeFunction', 'sns:Publish', 's3:GetObject', 's3:GetObjectVersion'),
  AWSGlueServiceRole: [
    { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::crawler-public*', 'arn:aws:s3:::aws-glue-*'] },
    { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::aws-glue-*/*'] },
    { actions: ['logs:PutLogEvents'], resources: ['arn:aws:logs:*:*:log-group:/aws-glue/*'] },
  ],
  AWSKeyManagementServicePowerUser: NOTHING,
  AWSLambdaBasicExecutionRole: WRITES_LOGS,
  AWSLambdaDynamoDBExecutionRole: all('dynamodb:GetRecords', 'logs:PutLogEvents'),
  AWSLambdaENIManagementAccess: NOTHING,
  'AWSLambdaInvocation-DynamoDB': all('lambda:InvokeFunction', 'dynamodb:GetRecords'),
  AWSLambdaKinesisExecutionRole: all('kinesis:GetRecords', 'kinesis:SubscribeToShard', 'logs:PutLogEvents'),
  AWSLambdaMSKExecutionRole: WRITES_LOGS,
  AWSLambdaRole: all('lambda:InvokeFunction'),
  AWSLambdaSQSQueueExecutionRole: all('sqs:ReceiveMessage', 'logs:PutLogEvents'),
  AWSLambdaVPCAccessExecutionRole: WRITES_LOGS,
  AWSLambda_FullAccess: [
    { actions: ['lambda:*'] },
    {
      actions: ['logs:GetLogEvents', 'logs:FilterLogEvents', 'logs:StartLiveTail'],
      resources: ['arn:aws:logs:*:*:log-group:/aws/lambda/*'],
    },
  ],
  AWSStepFunctionsFullAccess: all('states:*'),
  AWSTransferLoggingAccess: WRITES_LOGS,
  AWSXRayDaemonWriteAccess: NOTHING,
  AWSXrayFullAccess: NOTHING,
  AWSXrayWriteOnlyAccess: NOTHING,
  AdministratorAccess: all('*'),
  AmazonAPIGatewayPushToCloudWatchLogs: all('logs:PutLogEvents', 'logs:GetLogEvents', 'logs:FilterLogEvents'),
  AmazonCognitoPowerUser: all('cognito-idp:*'),
  AmazonCognitoReadOnly: all('cognito-idp:AdminGet*', 'cognito-idp:AdminList*', 'cognito-idp:List*'),
  AmazonDynamoDBFullAccess: all('dynamodb:*', 'sns:Subscribe'),
  AmazonDynamoDBReadOnlyAccess: all(
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'dynamodb:PartiQLSelect',
  ),
  AmazonEBSCSIDriverPolicy: NOTHING,
  AmazonEC2ContainerRegistryPowerUser: NOTHING,
  AmazonEC2ContainerRegistryPullOnly: NOTHING,
  AmazonEC2ContainerRegistryReadOnly: NOTHING,
  AmazonEC2ContainerServiceforEC2Role: WRITES_LOGS,
  AmazonEC2ReadOnlyAccess: NOTHING,
  AmazonECSInfrastructureRolePolicyForLoadBalancers: NOTHING,
  AmazonECSInfrastructureRolePolicyForVolumes: NOTHING,
  AmazonECSTaskExecutionRolePolicy: WRITES_LOGS,
  AmazonEKSClusterPolicy: NOTHING,
  AmazonEKSFargatePodExecutionRolePolicy: NOTHING,
  AmazonEKSVPCResourceController: NOTHING,
  AmazonEKSWorkerNodeMinimalPolicy: NOTHING,
  AmazonEKSWorkerNodePolicy: NOTHING,
  AmazonEKS_CNI_Policy: NOTHING,
  AmazonElasticContainerRegistryPublicReadOnly: NOTHING,
  AmazonElasticMapReduceforEC2Role: all(
    'dynamodb:*',
    'kinesis:GetRecords',
    'kinesis:PutRecord',
    's3:*',
    'sdb:*',
    'sns:*',
    'sqs:*',
  ),
  AmazonEventBridgeFullAccess: all('events:*'),
  AmazonKinesisFirehoseFullAccess: all('firehose:*'),
  AmazonKinesisFullAccess: all('kinesis:*'),
  AmazonKinesisReadOnlyAccess: all('kinesis:Get*'),
  AmazonOpenSearchServiceFullAccess: all('es:*'),
  AmazonRDSDataFullAccess: all('rds-data:ExecuteSql', 'rds-data:ExecuteStatement', 'rds-data:BatchExecuteStatement'),
  AmazonRDSEnhancedMonitoringRole: [
    { actions: ['logs:PutLogEvents', 'logs:GetLogEvents'], resources: ['arn:aws:logs:*:*:log-group:RDS*'] },
  ],
  AmazonRekognitionFullAccess: all('rekognition:*'),
  AmazonS3FullAccess: all('s3:*'),
  AmazonS3ReadOnlyAccess: all('s3:Get*'),
  AmazonSESFullAccess: all('ses:*'),
  AmazonSNSFullAccess: all('sns:*'),
  AmazonSNSReadOnlyAccess: NOTHING,
  AmazonSQSFullAccess: all('sqs:*'),
  AmazonSQSReadOnlyAccess: NOTHING,
  AmazonSSMManagedInstanceCore: NOTHING,
  AmazonSSMReadOnlyAccess: NOTHING,
  CloudWatchAgentServerPolicy: WRITES_LOGS,
  CloudWatchFullAccess: all('logs:*', 'sns:*'),
  CloudWatchFullAccessV2: all('logs:*', 'sns:Subscribe'),
  CloudWatchLambdaInsightsExecutionRolePolicy: [
    { actions: ['logs:PutLogEvents'], resources: ['arn:aws:logs:*:*:log-group:/aws/lambda-insights:*'] },
  ],
  CloudWatchLogsFullAccess: all('logs:*'),
  CloudWatchLogsReadOnlyAccess: READS_LOGS,
  CloudWatchReadOnlyAccess: READS_LOGS,
  // In truth all but a few services, none of which holds data.
  PowerUserAccess: all('*'),
};

/** What a policy of AWS is known to allow. Undefined for one that is not known. */
export function awsGrants(name: string | undefined): readonly AwsGrant[] | undefined {
  return name !== undefined && Object.hasOwn(AWS_POLICIES, name) ? AWS_POLICIES[name] : undefined;
}
