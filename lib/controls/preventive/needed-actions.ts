import type { IamAction } from '../../catalogue/channel';

/** Roles that can be exempt from a guardrail, each by its name; `principals.ts` has their ARNs. */
export type ExemptRole = 'deployment' | 'undo' | 'break-glass' | 'control-tower';

/** An action that a channel would have refused as a whole, and who needs it all the same. */
interface Need {
  readonly for: 'everybody' | readonly [ExemptRole, ...ExemptRole[]];
  /** Why, and what stands in for the refusal. */
  readonly because: string;
}

const TEMPLATE = 'the template is judged instead, and the sentinel hears the call';
const OWN_ROLE = 'what it hands on is sent with a role of this account, to which every call abroad is refused';

/**
 * Actions that open a channel, that no condition key tells from their use at home, and that somebody needs. Each exemption is
 * from the refusal of that one action; conditions that name a destination hold for everybody.
 */
export const NEEDED = {
  'apigateway:PUT': { for: 'everybody', because: `integrations of an API are made by this call; ${TEMPLATE}` },
  'cognito-idp:CreateUserPool': { for: 'everybody', because: `people are registered in a pool; ${TEMPLATE}` },
  'cognito-idp:CreateUserPoolClient': { for: 'everybody', because: `people sign in through a client; ${TEMPLATE}` },
  'cognito-idp:SetUserPoolMfaConfig': {
    for: 'everybody',
    because: `CloudFormation sets up a pool with it; ${TEMPLATE}`,
  },
  'cognito-idp:UpdateUserPool': { for: 'everybody', because: `CloudFormation changes a pool with it; ${TEMPLATE}` },
  'cognito-idp:UpdateUserPoolClient': { for: 'everybody', because: `CloudFormation changes a client; ${TEMPLATE}` },
  'kms:PutKeyPolicy': {
    for: 'everybody',
    because:
      'whoever cannot repair a key policy loses what is under the key; the resource control policy keeps others out',
  },
  'lambda:CreateEventSourceMapping': {
    for: 'everybody',
    because:
      'functions read queues of their own region with it; a function hands on with its own role, which the boundary binds',
  },
  'lambda:PutFunctionEventInvokeConfig': {
    for: 'everybody',
    because: `failed calls are kept for later with it; ${OWN_ROLE}`,
  },
  'lambda:UpdateFunctionEventInvokeConfig': {
    for: 'everybody',
    because: `where failed calls are kept is changed with it; ${OWN_ROLE}`,
  },
  // The destination of a filter is in the region of its log group; only a destination object can lead on, and is refused.
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html
  'logs:PutSubscriptionFilter': {
    for: 'everybody',
    because:
      'a function or stream of the same region reads logs by it; destinations, which lead on, are refused by a statement of their own',
  },
  'pipes:CreatePipe': { for: 'everybody', because: `queues of one region are joined by it; ${OWN_ROLE}` },
  'pipes:UpdatePipe': { for: 'everybody', because: `queues of one region are joined by it; ${OWN_ROLE}` },
  'rds-db:connect': {
    for: 'everybody',
    because: 'functions sign in to a database of their own network with it, as people do',
  },
  'scheduler:CreateSchedule': { for: 'everybody', because: `work at home is begun by the clock with it; ${OWN_ROLE}` },
  'scheduler:UpdateSchedule': { for: 'everybody', because: `work at home is begun by the clock with it; ${OWN_ROLE}` },
  'sns:SetTopicAttributes': {
    for: 'everybody',
    because: `a topic cannot be encrypted without it; ${TEMPLATE}`,
  },
  'ssm:StartSession': {
    for: 'everybody',
    because:
      'a machine at home is looked at by it, and no key tells from where; tunnels are refused by a statement of their own, and the sentinel hears the call',
  },
  'sqs:SetQueueAttributes': {
    for: 'everybody',
    because: 'how long a queue waits is set by it; the resource control policy keeps others out',
  },
  'support:AddCommunicationToCase': {
    for: 'everybody',
    because:
      'whoever operates a cell must be able to ask AWS; that cases tell nothing of people is for a rule of the house',
  },
  'support:CreateCase': {
    for: 'everybody',
    because: 'whoever operates a cell must be able to ask AWS; files cannot be attached',
  },

  'backup:PutBackupVaultAccessPolicy': {
    for: ['deployment'],
    because: `the vault of a cell has a policy that keeps copies at home; ${TEMPLATE}`,
  },
  'cloudtrail:CreateTrail': {
    for: ['deployment', 'control-tower'],
    because: `the trail of a cell, and of a landing zone, is made by it; ${TEMPLATE}`,
  },
  'cloudtrail:UpdateTrail': {
    for: ['deployment', 'control-tower'],
    because: `the trail of a cell, and of a landing zone, is changed by it; ${TEMPLATE}`,
  },
  'config:PutAggregationAuthorization': {
    for: ['control-tower'],
    because: 'a landing zone gathers configuration, which is metadata, in its audit account',
  },
  'config:PutDeliveryChannel': {
    for: ['deployment', 'control-tower'],
    because: `the recorder of an account delivers by it, a landing zone's to its log archive; ${TEMPLATE}`,
  },
  'appsync:CreateDataSource': {
    for: ['deployment'],
    because: `an API asks stores of its own region by it; ${TEMPLATE}`,
  },
  'appsync:UpdateDataSource': {
    for: ['deployment'],
    because: `an API asks stores of its own region by it; ${TEMPLATE}`,
  },
  'cloudwatch:PutMetricStream': {
    for: ['deployment'],
    because: `metrics are read by a stream of the same region; ${TEMPLATE}`,
  },
  'codebuild:CreateProject': {
    for: ['deployment'],
    because: `a pipeline fetches packages from outside of the network; ${TEMPLATE}`,
  },
  'codepipeline:CreatePipeline': {
    for: ['deployment'],
    because: `a cell can be deployed by a pipeline at home; ${TEMPLATE}`,
  },
  'codepipeline:UpdatePipeline': {
    for: ['deployment'],
    because: `a cell can be deployed by a pipeline at home; ${TEMPLATE}`,
  },
  'cognito-idp:CreateIdentityProvider': {
    for: ['deployment'],
    because: `people may sign in by a provider under contract; ${TEMPLATE}`,
  },
  'cognito-idp:CreateUserPoolDomain': {
    for: ['deployment'],
    because: `a pool's own pages have a name of its region; ${TEMPLATE}`,
  },
  'cognito-idp:SetLogDeliveryConfiguration': {
    for: ['deployment'],
    because: `why a message was not sent is logged at home; ${TEMPLATE}`,
  },
  'cognito-idp:SetRiskConfiguration': {
    for: ['deployment'],
    because: `a pool is defended against guessed passwords by it; ${TEMPLATE}`,
  },
  'cognito-idp:UpdateIdentityProvider': {
    for: ['deployment'],
    because: `people may sign in by a provider under contract; ${TEMPLATE}`,
  },
  'dynamodb:EnableKinesisStreamingDestination': {
    for: ['deployment'],
    because: `a stream of the same region hears what changes; ${TEMPLATE}`,
  },
  'firehose:CreateDeliveryStream': {
    for: ['deployment'],
    because: `logs are kept in a bucket at home by it; ${OWN_ROLE}, and ${TEMPLATE}`,
  },
  'firehose:UpdateDestination': {
    for: ['deployment'],
    because: `logs are kept in a bucket at home by it; ${OWN_ROLE}, and ${TEMPLATE}`,
  },
  'ec2:CreateFlowLogs': { for: ['deployment'], because: `the flow logs of a cell are made by it; ${TEMPLATE}` },
  'lambda:CreateFunction': {
    for: ['deployment'],
    because: `CDK's own helpers run outside of the network while a stack is deployed; ${TEMPLATE}`,
  },
  'lambda:UpdateFunctionConfiguration': {
    for: ['deployment'],
    because: `CDK's own helpers run outside of the network while a stack is deployed; ${TEMPLATE}`,
  },
  'logs:PutDataProtectionPolicy': {
    for: ['deployment'],
    because: `the log groups of a cell mask addresses by such a policy; ${TEMPLATE}`,
  },
  'route53:ChangeResourceRecordSets': {
    for: ['deployment'],
    because: `a cell is found under a name; ${TEMPLATE}`,
  },
  'ssm:CreateAssociation': {
    for: ['deployment'],
    because: `machines are kept as they should be by it; ${TEMPLATE}`,
  },
  'ssm:UpdateAssociation': {
    for: ['deployment'],
    because: `machines are kept as they should be by it; ${TEMPLATE}`,
  },
  'route53resolver:CreateResolverQueryLogConfig': {
    for: ['deployment'],
    because: `which names a cell looks up is logged at home; ${TEMPLATE}`,
  },

  'ec2:ModifyImageAttribute': { for: ['undo'], because: 'a share of an image is taken back by the call that makes it' },
  'ec2:ModifySnapshotAttribute': {
    for: ['undo'],
    because: 'a share of a snapshot is taken back by the call that makes it',
  },
  'ecr:PutReplicationConfiguration': {
    for: ['undo'],
    because: 'replication of images is ended by the call that begins it, without rules',
  },
  'rds:ModifyDBClusterSnapshotAttribute': {
    for: ['undo'],
    because: 'a share of a snapshot is taken back by the call that makes it',
  },
  'rds:ModifyDBSnapshotAttribute': {
    for: ['undo'],
    because: 'a share of a snapshot is taken back by the call that makes it',
  },
  's3:PutAccelerateConfiguration': { for: ['undo'], because: 'acceleration is suspended by the call that begins it' },
  's3:PutReplicationConfiguration': {
    for: ['undo'],
    because: 'S3 asks for this action when replication is deleted, too',
  },
  'ssm:ModifyDocumentPermission': {
    for: ['undo'],
    because: 'a share of a document is taken back by the call that makes it',
  },

  's3:PutAccountPublicAccessBlock': {
    for: ['undo', 'break-glass', 'control-tower'],
    because: 'public access is blocked by the call that lets it in',
  },
  'ssm:StartAutomationExecution': {
    for: ['break-glass'],
    because: 'a runbook may be all that is left when a cell is down',
  },
  'logs:Unmask': {
    for: ['break-glass'],
    because: 'what is masked may have to be read when nothing else tells whom an incident concerns',
  },
  'supportauthz:CreateSupportPermit': {
    for: ['break-glass'],
    because: 'AWS may be the only one who can mend a store; the permit is for one case and ends',
  },
} as const satisfies Readonly<Record<IamAction, Need>>;

/** The need of an action, if there is any. */
export function needOf(action: string): Need | undefined {
  return Object.hasOwn(NEEDED, action) ? NEEDED[action as keyof typeof NEEDED] : undefined;
}

/** Whether CloudFormation makes a cell's own resources with the action. */
export function isNeededToDeploy(action: string): boolean {
  const need = needOf(action);
  return need !== undefined && (need.for === 'everybody' || need.for.includes('deployment'));
}
