import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** As many as CloudFormation takes in one stack, so that more resources are more stacks. */
const RESOURCES_OF_A_STACK = 500;

/**
 * Writes a cloud assembly with a number of resources, in the mix of a service: functions with roles, tables, queues, topics,
 * buckets and alarms, which refer to each other as CDK's templates do. Nothing in it leaves its region.
 */
export function writeAssembly(folder: string, resources: number): string[] {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: resources / RESOURCES_OF_A_STACK }, (_, index) => `Stack${index}`);
  for (const name of names) writeFileSync(path.join(folder, file(name)), JSON.stringify(template(name), null, 1));
  const artifacts = names.map((name) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment: 'aws://111122223333/eu-central-1',
      properties: { templateFile: file(name) },
    },
  ]);
  const manifest = { version: '55.0.0', artifacts: Object.fromEntries(artifacts) as object };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return names.map((name) => path.join(folder, file(name)));
}

function file(stack: string): string {
  return `${stack}.template.json`;
}

function template(stack: string): object {
  const blocks = Array.from({ length: RESOURCES_OF_A_STACK / RESOURCES_OF_A_BLOCK }, (_, index) => block(stack, index));
  return {
    Parameters: { Stage: { Type: 'String', Default: 'live', AllowedValues: ['live', 'test'] } },
    Mappings: { Days: { live: { Logs: 365, Backups: 35 }, test: { Logs: 7, Backups: 1 } } },
    Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
    Resources: Object.assign({}, ...blocks) as object,
  };
}

const ref = (id: string) => ({ Ref: id });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const sub = (text: string) => ({ 'Fn::Sub': text });
const days = (what: string) => ({ 'Fn::FindInMap': ['Days', ref('Stage'), what] });

const RESOURCES_OF_A_BLOCK = 20;

function block(stack: string, index: number): Readonly<Record<string, object>> {
  const id = (name: string) => `${name}${index}`;
  const resource = (Type: string, Properties: object) => ({ Type, Properties });
  const statement = (Action: readonly string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
  const trust = (service: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
  const alarm = (metric: string, dimension: string, of: unknown) =>
    resource('AWS::CloudWatch::Alarm', {
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 1,
      MetricName: metric,
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: dimension, Value: of }],
      Period: 300,
      Statistic: 'Sum',
      Threshold: 1,
      AlarmActions: [ref(id('Topic'))],
    });
  const worker = (name: string, more: object) =>
    resource('AWS::Lambda::Function', {
      FunctionName: sub(`\${AWS::StackName}-${name}-${index}`),
      Code: { S3Bucket: sub('cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}'), S3Key: `${name}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Role: arn(id('Role')),
      KmsKeyArn: arn(id('Key')),
      Environment: {
        Variables: {
          TABLE: ref(id('Table')),
          QUEUE: sub(`https://sqs.\${AWS::Region}.amazonaws.com/\${AWS::AccountId}/${stack}-${index}`),
          BUCKET: ref(id('Bucket')),
          LOG_LEVEL: { 'Fn::If': ['IsLive', 'INFO', 'DEBUG'] },
        },
      },
      ...more,
    });
  return {
    [id('Key')]: resource('AWS::KMS::Key', {
      EnableKeyRotation: true,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              AWS: { 'Fn::Join': ['', ['arn:', ref('AWS::Partition'), ':iam::', ref('AWS::AccountId'), ':root']] },
            },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    }),
    [id('Alias')]: resource('AWS::KMS::Alias', { AliasName: `alias/${stack}-${index}`, TargetKeyId: arn(id('Key')) }),
    [id('Bucket')]: resource('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn(id('Key')) } },
        ],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] },
    }),
    [id('BucketPolicy')]: resource('AWS::S3::BucketPolicy', {
      Bucket: ref(id('Bucket')),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [arn(id('Bucket')), { 'Fn::Join': ['', [arn(id('Bucket')), '/*']] }],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    }),
    [id('Table')]: resource('AWS::DynamoDB::Table', {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arn(id('Key')) },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
    [id('DeadLetters')]: resource('AWS::SQS::Queue', { KmsMasterKeyId: ref(id('Key')) }),
    [id('Queue')]: resource('AWS::SQS::Queue', {
      KmsMasterKeyId: ref(id('Key')),
      RedrivePolicy: { deadLetterTargetArn: arn(id('DeadLetters')), maxReceiveCount: 3 },
    }),
    [id('Topic')]: resource('AWS::SNS::Topic', { KmsMasterKeyId: ref(id('Key')) }),
    [id('Subscription')]: resource('AWS::SNS::Subscription', {
      Protocol: 'sqs',
      TopicArn: ref(id('Topic')),
      Endpoint: arn(id('Queue')),
    }),
    [id('Role')]: resource('AWS::IAM::Role', { AssumeRolePolicyDocument: trust('lambda.amazonaws.com') }),
    [id('Policy')]: resource('AWS::IAM::Policy', {
      PolicyName: id('Policy'),
      Roles: [ref(id('Role'))],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          statement(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], arn(id('Table'))),
          statement(['sqs:SendMessage'], [arn(id('Queue')), arn(id('DeadLetters'))]),
          statement(['s3:GetObject', 's3:PutObject'], { 'Fn::Join': ['', [arn(id('Bucket')), '/*']] }),
          statement(
            ['logs:PutLogEvents'],
            sub('arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*'),
          ),
        ],
      },
    }),
    [id('Writer')]: worker('writer', { Timeout: 10 }),
    [id('Reader')]: worker('reader', { MemorySize: 512 }),
    [id('WriterLogs')]: resource('AWS::Logs::LogGroup', {
      LogGroupName: sub(`/aws/lambda/\${AWS::StackName}-writer-${index}`),
      RetentionInDays: days('Logs'),
    }),
    [id('ReaderLogs')]: resource('AWS::Logs::LogGroup', { RetentionInDays: days('Logs') }),
    [id('Mapping')]: resource('AWS::Lambda::EventSourceMapping', {
      FunctionName: ref(id('Reader')),
      EventSourceArn: arn(id('Queue')),
      BatchSize: 10,
    }),
    [id('Schedule')]: resource('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 day)',
      Targets: [{ Id: 'Target', Arn: arn(id('Writer')), DeadLetterConfig: { Arn: arn(id('DeadLetters')) } }],
    }),
    [id('Permission')]: resource('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn(id('Writer')),
      Principal: 'events.amazonaws.com',
      SourceArn: arn(id('Schedule')),
    }),
    [id('WriterErrors')]: alarm('Errors', 'FunctionName', ref(id('Writer'))),
    [id('ReaderErrors')]: alarm('Errors', 'FunctionName', ref(id('Reader'))),
  };
}
