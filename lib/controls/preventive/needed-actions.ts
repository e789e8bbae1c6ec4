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
  'sns:SetTopicAttributes': {
    for: 'everybody',
    because: `a topic cannot be encrypted without it; ${TEMPLATE}`,
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
    for: ['control-tower'],
    because: 'a landing zone keeps configuration, which is metadata, in its log archive',
  },
  'ec2:CreateFlowLogs': { for: ['deployment'], because: `the flow logs of a cell are made by it; ${TEMPLATE}` },
  'lambda:CreateFunction': {
    for: ['deployment'],
    because: `CDK's own helpers run outside of the network while a stack is deployed; ${TEMPLATE}`,
  },
  'lambda:PutFunctionEventInvokeConfig': {
    for: ['deployment'],
    because: `what the sentinel cannot judge goes to a queue at home; ${TEMPLATE}`,
  },
  'lambda:UpdateFunctionConfiguration': {
    for: ['deployment'],
    because: `CDK's own helpers run outside of the network while a stack is deployed; ${TEMPLATE}`,
  },
  'lambda:UpdateFunctionEventInvokeConfig': {
    for: ['deployment'],
    because: `what the sentinel cannot judge goes to a queue at home; ${TEMPLATE}`,
  },
  'logs:PutDataProtectionPolicy': {
    for: ['deployment'],
    because: `the log groups of a cell mask addresses by such a policy; ${TEMPLATE}`,
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
  'ssm:StartSession': { for: ['break-glass'], because: 'a machine may have to be looked at when a cell is down' },
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
