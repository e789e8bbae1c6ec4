import type { ExceptedFinding } from '../../../lib/domain/exception';
import type { Finding } from '../../../lib/domain/finding';
import { describeFlows, foundAt } from '../../support/describe-flows';
import {
  allow,
  arnOf,
  BUCKET,
  documentOf,
  fn,
  QUEUE,
  readerOf,
  ref,
  resource,
  role,
  TABLE,
} from '../../support/flow-templates';

const findings = (...all: readonly Finding[]) => ({ options: { allowed: ['eu-central-1'], findings: all } });
const OPEN = "(channel: some-channel) 'us-east-1'";

describeFlows('a channel that was found open leads abroad: it', [
  {
    name: 'does from the store itself',
    resources: { Table: TABLE, Other: TABLE },
    ...findings(foundAt('Table', 'Replicas[0].Region')),
    says: { Table: OPEN, Other: [] },
  },
  ...(['content', 'keys', 'path'] as const).map((level) => ({
    name: `does at the level ${level}, whatever its severity`,
    resources: { Table: TABLE },
    ...findings(foundAt('Table', 'X', { level, severity: 'info' })),
    says: { Table: OPEN },
  })),
  {
    name: 'does not where only something about the data leaves',
    resources: { Table: TABLE },
    ...findings(foundAt('Table', 'X', { level: 'metadata' })),
    says: { Table: [] },
  },
  {
    name: 'does not at an endpoint, which leads to what is at home',
    resources: { Endpoint: resource('AWS::EC2::VPCEndpoint', {}), Table: { ...TABLE, DependsOn: 'Endpoint' } },
    ...findings(foundAt('Endpoint', 'PolicyDocument', { channel: 'vpc-endpoint-policy-open' })),
    says: { Table: [] },
  },
  {
    name: 'does perhaps where its destination is not known',
    resources: { Table: TABLE },
    ...findings(foundAt('Table', 'X', { reach: 'unknown', value: '${Region}' })),
    says: { Table: "(channel: some-channel, possibly) '${Region}'" },
  },
  ...['true', 'EDGE', 'nothing', ''].map((value) => ({
    name: `leads to another region where it is open by a setting: ${value}`,
    resources: { Table: TABLE },
    ...findings(foundAt('Table', 'X', { value })),
    says: { Table: '(channel: some-channel) another region' },
  })),
  {
    name: 'leads nowhere from what is not made',
    resources: { Table: TABLE },
    ...findings(foundAt('Nothing', 'X'), foundAt('Table', 'X', { stack: 'Other' })),
    says: { Table: [] },
  },
  {
    name: 'does for a store that it refers to',
    resources: { Table: TABLE, Replica: resource('Custom::Replica', { Of: { Names: [ref('Table')] } }) },
    ...findings(foundAt('Replica', 'Region')),
    says: { Table: OPEN },
  },
  {
    name: 'does for a store that refers to it',
    resources: {
      Key: resource('AWS::KMS::Key'),
      Bucket: resource('AWS::S3::Bucket', { Key: { 'Fn::If': ['On', arnOf('Key'), ref('AWS::NoValue')] } }),
    },
    ...findings(foundAt('Key', 'MultiRegion')),
    says: { Bucket: OPEN },
  },
  {
    name: 'does not for a store to which a function only refers',
    resources: {
      Table: TABLE,
      Function: fn('Role', { Environment: { Variables: { A: ref('Table') } } }),
      Role: role([]),
    },
    ...findings(foundAt('Function', 'Environment.Variables.HOST')),
    says: { Table: [] },
  },
  {
    name: 'does for what a function reads',
    resources: readerOf([allow('dynamodb:GetItem', arnOf('Table'))]),
    ...findings(foundAt('Reader', 'Environment.Variables.HOST')),
    says: { Table: `(grant: dynamodb:GetItem) Reader → ${OPEN}` },
  },
  {
    name: 'does for what runs as a role',
    resources: readerOf([allow('dynamodb:GetItem', arnOf('Table')), allow('x:Y', 'arn:aws:x:us-east-1::y')]),
    ...findings(foundAt('Role', 'Policies[0].PolicyDocument.Statement[1].Resource')),
    says: { Table: `(grant: dynamodb:GetItem) Reader → ${OPEN}` },
  },
  {
    name: 'does for the stores that a statement lets be copied, and for no others',
    resources: {
      ...readerOf([allow('dynamodb:CreateTableReplica', arnOf('Table')), allow('s3:GetBucketAcl', arnOf('Bucket'))]),
      Other: TABLE,
      Bucket: BUCKET,
    },
    ...findings(foundAt('Role', 'Policies[0].PolicyDocument.Statement[0].Action')),
    says: { Table: OPEN, Other: [], Bucket: [] },
  },
  {
    name: 'does for all stores that a statement lets be copied',
    resources: {
      Table: TABLE,
      Bucket: BUCKET,
      Role: role([]),
      Policy: resource('AWS::IAM::Policy', {
        Roles: [ref('Role')],
        PolicyDocument: documentOf(allow(['s3:PutReplicationConfiguration', 'dynamodb:CreateTableReplica'], '*')),
      }),
      Queue: QUEUE,
    },
    ...findings(foundAt('Policy', 'PolicyDocument.Statement[0].Action[0]')),
    says: { Table: OPEN, Bucket: OPEN, Queue: [] },
  },
  {
    name: 'does for the bucket of a policy',
    resources: { Bucket: BUCKET, Policy: resource('AWS::S3::BucketPolicy', { Bucket: ref('Bucket') }) },
    ...findings(foundAt('Policy', 'PolicyDocument.Statement[0].Principal')),
    says: { Bucket: OPEN },
  },
  {
    name: 'does for what is in a network',
    resources: {
      ...readerOf([allow('dynamodb:GetItem', arnOf('Table'))]),
      Share: resource('AWS::Some::Link', { SubnetIds: [ref('Subnet')] }),
    },
    ...findings(foundAt('Share', 'Region', { level: 'path' })),
    says: { Table: `(grant: dynamodb:GetItem) Reader → ${OPEN}` },
  },
]);

const ACCEPTED: ExceptedFinding = {
  ...foundAt('Table', 'Replicas[0].Region'),
  exception: { reason: 'the parent company reads it', legalBasis: 'consent', owner: 'privacy', expires: '2027-06-30' },
};
const RESTS_ON =
  "'some-channel' at 'Main/Table' is accepted by 'privacy' until 2027-06-30: the parent company reads it";

const excepted = (...all: ExceptedFinding[]) => ({ options: { allowed: ['eu-central-1'], excepted: all } });

describeFlows('a channel that is accepted is what a proof rests on: it', [
  {
    name: 'takes the place of the way abroad',
    resources: { Table: TABLE, Bucket: BUCKET },
    ...excepted(ACCEPTED),
    says: { Table: [RESTS_ON], Bucket: [] },
  },
  {
    name: 'takes the place of what the graph itself says of the same place',
    resources: {
      Queue: resource('AWS::SQS::Queue', {
        RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:111122223333:x' },
      }),
    },
    ...excepted({ ...ACCEPTED, ...foundAt('Queue', 'RedrivePolicy.deadLetterTargetArn') }),
    says: { Queue: [RESTS_ON.replace('Table', 'Queue')] },
  },
  {
    name: 'takes the place of a grant around it',
    resources: readerOf([
      allow('dynamodb:GetItem', arnOf('Table')),
      allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:x'),
    ]),
    ...excepted({ ...ACCEPTED, ...foundAt('Role', 'Policies[0].PolicyDocument.Statement[1].Resource') }),
    says: { Table: [RESTS_ON.replace('Table', 'Role')] },
  },
  {
    name: 'says nothing of another channel at the same place',
    resources: { Table: TABLE },
    options: {
      allowed: ['eu-central-1'],
      findings: [foundAt('Table', 'Replicas[0].Region', { channel: 'other-channel' })],
      excepted: [ACCEPTED],
    },
    says: { Table: "(channel: other-channel) 'us-east-1'" },
  },
  {
    name: 'says nothing of another place',
    resources: readerOf([
      allow('dynamodb:GetItem', arnOf('Table')),
      allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:x'),
    ]),
    ...excepted({ ...ACCEPTED, ...foundAt('Role', 'Policies[0].PolicyDocument.Statement[10].Resource') }),
    says: {
      Table: "(grant: dynamodb:GetItem) Reader → (grant: sqs:SendMessage) 'arn:aws:sqs:us-east-1:111122223333:x'",
    },
  },
]);
