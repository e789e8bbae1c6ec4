import { defineChannel, type Example, notCovered, type Rule } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

/** Where identity and resource policies stand; in all other places the search for the rest finds them. */
const POLICIES = [
  ['AWS::IAM::Role', 'Policies[].PolicyDocument'],
  ['AWS::IAM::Role', 'AssumeRolePolicyDocument'],
  ['AWS::IAM::User', 'Policies[].PolicyDocument'],
  ['AWS::IAM::Group', 'Policies[].PolicyDocument'],
  ['AWS::IAM::Policy', 'PolicyDocument'],
  ['AWS::IAM::RolePolicy', 'PolicyDocument'],
  ['AWS::IAM::UserPolicy', 'PolicyDocument'],
  ['AWS::IAM::GroupPolicy', 'PolicyDocument'],
  ['AWS::IAM::ManagedPolicy', 'PolicyDocument'],
  ['AWS::SSO::PermissionSet', 'InlinePolicy'],
  ['AWS::Serverless::Function', 'Policies'],
  ['AWS::Serverless::StateMachine', 'Policies'],
  ['AWS::S3::BucketPolicy', 'PolicyDocument'],
  ['AWS::S3::AccessPoint', 'Policy'],
  ['AWS::SQS::QueuePolicy', 'PolicyDocument'],
  ['AWS::SQS::QueueInlinePolicy', 'PolicyDocument'],
  ['AWS::SNS::TopicPolicy', 'PolicyDocument'],
  ['AWS::SNS::TopicInlinePolicy', 'PolicyDocument'],
  ['AWS::KMS::Key', 'KeyPolicy'],
  ['AWS::KMS::ReplicaKey', 'KeyPolicy'],
  ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy'],
  ['AWS::Events::EventBus', 'Policy'],
  ['AWS::Events::EventBusPolicy', 'Statement'],
  ['AWS::Kinesis::ResourcePolicy', 'ResourcePolicy'],
  ['AWS::Lambda::ResourcePolicy', 'PolicyDocument'],
  ['AWS::Logs::ResourcePolicy', 'PolicyDocument'],
  ['AWS::ApiGateway::RestApi', 'Policy'],
  ['AWS::EC2::VPCEndpoint', 'PolicyDocument'],
  ['AWS::Backup::BackupVault', 'AccessPolicy'],
  ['AWS::DynamoDB::Table', 'ResourcePolicy.PolicyDocument'],
  ['AWS::EFS::FileSystem', 'FileSystemPolicy'],
  ['AWS::OpenSearchService::Domain', 'AccessPolicies'],
  ['AWS::Elasticsearch::Domain', 'AccessPolicies'],
  ['AWS::IoT::Policy', 'PolicyDocument'],
] as const;

const ABROAD = { Effect: 'Allow', Action: '*', Principal: '*', Resource: 'arn:aws:sqs:us-east-1:111122223333:orders' };

const [FIRST, ...MORE] = POLICIES.map(([type, path]): Rule => ({ types: [type], path, kind: 'policy' })) as [
  Rule,
  ...Rule[],
];

export const iamCrossRegionGrant = defineChannel({
  id: 'iam-cross-region-grant',
  aliases: ['iam-role-without-boundary'],
  title: 'Policies grant resources of their home region, and nothing that places data elsewhere',
  risk: 'Whoever holds the grant can send data to the foreign resource, fetch it from there, or have it copied to any region.',
  level: 'path',
  legitimate:
    'For a deployment role that publishes code and certificates in other regions, and for reading what is public. A role that reads personal data has no grant abroad, whatever it is for.',
  remediation:
    'Name resources of the home region only, and leave out the action, or limit the statement by aws:RequestedRegion.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ],

  proactive: {
    rules: [FIRST, ...MORE],
    violating: [
      policyOf({ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::mirror-us-east-1/*' }),
      policyOf({ Effect: 'Allow', Action: ['dynamodb:CreateTableReplica'], Resource: '*' }),
      ...POLICIES.map(([type, path]) => exampleOf(type, propertiesAt(path, asStandsAt(path, ABROAD)))),
    ],
    compliant: [
      policyOf(
        { Effect: 'Deny', Action: 'dynamodb:CreateTableReplica', Resource: '*' },
        { Effect: 'Allow', NotAction: 'kms:ReplicateKey', NotResource: 'arn:aws:sqs:us-east-1:*:*' },
        { Effect: 'Allow', Action: 's3:ReplicateObject', Resource: '*' },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::aws-codedeploy-us-east-1/*' },
        { Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: 'arn:aws:logs:*:*:*' },
        { Effect: 'Allow', Action: 'acm:DescribeCertificate', Resource: 'arn:aws:acm:us-east-1:*:certificate/*' },
        {
          Effect: 'Allow',
          Action: 'kms:ReplicateKey',
          Resource: '*',
          Condition: { StringEquals: { 'kms:ReplicaRegion': 'eu-central-1' } },
        },
      ),
    ],
  },
  preventive: notCovered(
    'writing a policy names no place; a boundary around every role, which allows the home region only, makes such a grant void',
  ),
  detective: notCovered('a policy is recorded as it is written, in us-east-1 only, and may be narrowed by others'),
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-iam',
        command: 'GetAccountAuthorizationDetailsCommand',
        field: 'Policies[].PolicyVersionList[].Document',
        kind: 'text',
      },
    ],
  },
});

function documentOf(...statements: readonly object[]) {
  return { Version: '2012-10-17', Statement: statements };
}

/** EventBridge takes a statement by itself. */
function asStandsAt(path: string, statement: object): object {
  return path === 'Statement' ? statement : documentOf(statement);
}

function policyOf(...statements: readonly object[]): Example {
  return exampleOf('AWS::IAM::ManagedPolicy', { PolicyDocument: documentOf(...statements) });
}
