import { codeOfRegion } from '../../../domain/zones';
import { deny, type GuardStatement } from './guard-statement';
import { type GuardedAccount, regionsOf } from './guarded-account';

/**
 * What puts data into a store, hands it on, or becomes somebody who can. Reading is not among them: what AWS gives to everybody,
 * such as images and layers, is in accounts of its own.
 */
const INTO_STORES = [
  'dynamodb:BatchWriteItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'events:PutEvents',
  'firehose:PutRecord',
  'firehose:PutRecordBatch',
  'kinesis:PutRecord',
  'kinesis:PutRecords',
  's3:PutObject',
  'sns:Publish',
  'sqs:SendMessage',
  'sts:AssumeRole',
] as const;

/** How old a signature may be, in milliseconds, as `s3:signatureAge` counts: no function signs for longer than an hour. */
const LONGEST_LINK_MS = '3600000';

/** What closes a channel by a key, or a resource, of which the catalogue's form of a condition knows nothing. */
export function resourceStatements(account: GuardedAccount): GuardStatement[] {
  const regions = regionsOf(account);
  return [
    {
      // A REST API, or its domain, is edge-optimized where nobody says otherwise, and then the request has no such key.
      statement: deny(
        'RestApisSayTheirType',
        {
          Action: 'apigateway:POST',
          Resource: ['arn:aws:apigateway:*::/domainnames', 'arn:aws:apigateway:*::/restapis'],
        },
        { Null: { 'apigateway:Request/EndpointType': 'true' } },
      ),
      because: 'without an endpoint type a REST API is served at the edge',
      channels: ['apigateway-edge-endpoint'],
    },
    {
      statement: deny(
        'ZonesOfTheRegionByName',
        { Action: ['ec2:CreateVolume', 'ec2:RunInstances'] },
        {
          StringNotLike: { 'ec2:AvailabilityZone': regions.map((region) => `${region}?`) },
          Null: { 'ec2:AvailabilityZone': 'false' },
        },
      ),
      because:
        'a Local Zone or a Wavelength Zone can be in another country; its name has more than one letter after the region',
      channels: ['outposts-local-zones'],
    },
    {
      statement: deny(
        'ZonesOfTheRegionById',
        { Action: ['ec2:CreateVolume', 'ec2:RunInstances'] },
        {
          StringNotLike: { 'ec2:AvailabilityZoneId': regions.map((region) => `${codeOfRegion(region)}-az?`) },
          Null: { 'ec2:AvailabilityZoneId': 'false' },
        },
      ),
      because: 'the same for zones that are asked for by id',
      channels: ['outposts-local-zones'],
    },
    {
      statement: deny(
        'NothingIntoOtherAccounts',
        { Action: [...INTO_STORES] },
        {
          // Whatever the caller's account is, so that the document holds at a unit of several accounts as well; and the number,
          // for an emulator, or an evaluator, that takes a variable for a text.
          StringNotEquals: { 'aws:ResourceAccount': [account.account, '${aws:PrincipalAccount}'] },
          Null: { 'aws:ResourceAccount': 'false' },
        },
      ),
      because: 'where the store of another account keeps things, and to whom it passes them on, nobody here can see',
      channels: [
        'application-sdk-cross-region-client',
        'rds-sql-export-to-s3',
        'redshift-unload-copy-region',
        's3-copy-object-by-principal',
        'vpc-endpoint-policy-open',
      ],
    },
    {
      statement: deny(
        'MailThroughOneRegion',
        { Action: 'ses:SendEmail' },
        { Null: { 'ses:MultiRegionEndpointId': 'false' } },
      ),
      because: 'mail that is sent through a multi-region endpoint goes through either region',
      channels: ['ses-multi-region-endpoint'],
    },
    {
      statement: deny(
        'LinksAreShort',
        { Action: ['s3:GetObject', 's3:PutObject'] },
        {
          StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
          NumericGreaterThan: { 's3:signatureAge': LONGEST_LINK_MS },
        },
      ),
      because: 'whoever holds a link has what it leads to, wherever they are, for as long as it lasts',
      channels: ['s3-presigned-url'],
    },
    {
      statement: deny('CommandsPrintIntoNoBucket', { Action: 'ssm:SendCommand', Resource: 'arn:aws:s3:::*' }),
      because:
        'the bucket of the output is a resource of the call, and its ARN tells no region; CloudWatch Logs keeps output at home',
      channels: ['ssm-command-output'],
    },
    {
      statement: deny('SessionsAreNoTunnels', {
        Action: 'ssm:StartSession',
        Resource: ['arn:aws:ssm:*:*:document/AWS-StartPortForwarding*', 'arn:aws:ssm:*:*:document/AWS-StartSSH*'],
      }),
      because:
        'a tunnel carries a database to wherever its other end is; a shell shows what is asked for, and is logged',
      channels: ['people-remote-access'],
    },
    {
      // A filter on a log group alone has no destination among its resources.
      statement: deny('LogsForThisAccount', {
        Action: 'logs:PutSubscriptionFilter',
        NotResource: [
          'arn:aws:logs:*:*:log-group:*',
          ...regions.map((region) => `arn:aws:logs:${region}:${account.account}:destination:*`),
        ],
      }),
      because: 'a destination of another account leads to wherever that account says',
      channels: ['logs-destination-subscription'],
    },
    {
      // AWS's own profiles are those that lead to several regions; an application's profile can be of one model at home.
      // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
      statement: deny('ModelsAtHome', {
        Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        Resource: 'arn:aws:bedrock:*:*:inference-profile/*',
      }),
      because: 'a profile of AWS sends prompts to any region of a geography, or of the world',
      channels: ['bedrock-cross-region-inference'],
    },
    {
      statement: deny(
        'SharesWithThisAccount',
        { Action: ['ram:AssociateResourceShare', 'ram:CreateResourceShare'] },
        {
          StringNotLike: { 'ram:Principal': [account.account, `arn:aws:iam::${account.account}:*`] },
          Null: { 'ram:Principal': 'false' },
        },
      ),
      because: 'what is shared with another account, or with an organization, is used where its home is',
      channels: ['ram-resource-share'],
    },
    {
      statement: deny(
        'FunctionsForThisAccount',
        { Action: 'lambda:AddPermission' },
        {
          StringLike: { 'lambda:Principal': ['????????????', 'arn:aws:iam::*'] },
          StringNotLike: { 'lambda:Principal': [account.account, `arn:aws:iam::${account.account}:*`] },
        },
      ),
      because: 'what a function answers to another account is answered to wherever that account is',
      channels: ['lambda-public-or-cross-account'],
    },
    {
      statement: deny(
        'AclsForNobodyElse',
        { Action: ['s3:CreateBucket', 's3:PutBucketAcl', 's3:PutObject', 's3:PutObjectAcl'] },
        { StringLike: { 's3:x-amz-acl': ['authenticated-read', 'aws-exec-read', 'public-*'] } },
      ),
      because: 'these lists let in whoever asks, or whoever has any account of AWS',
      channels: ['s3-public-or-external-access'],
    },
  ];
}
