import { CloudFormationClient, paginateListStackResources, paginateListStacks } from '@aws-sdk/client-cloudformation';
import { LocalError } from '../errors';
import { sdkConfiguration, type Target } from '../target';
import { all, must, type Store, type StoreKind } from './stores/store';

/** What is searched, by the type of resource that it is in a template. */
const SEARCHED = {
  'AWS::Backup::BackupVault': 'backup vault',
  'AWS::CloudWatch::Dashboard': 'dashboard',
  'AWS::Cognito::UserPool': 'user pool',
  'AWS::DynamoDB::Table': 'table',
  'AWS::Events::Archive': 'event archive',
  'AWS::Events::EventBus': 'event bus',
  'AWS::Kinesis::Stream': 'data stream',
  'AWS::KMS::Key': 'key',
  'AWS::Lambda::Function': 'function',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SecretsManager::Secret': 'secret',
  'AWS::SES::EmailIdentity': 'mail identity',
  'AWS::SNS::Topic': 'topic',
  'AWS::SQS::Queue': 'queue',
  'AWS::SSM::Parameter': 'parameter',
  'AWS::StepFunctions::StateMachine': 'state machine',
} as const satisfies Readonly<Record<string, StoreKind>>;

/** Types that hold nothing that a person sent: rules, rights and connections. Another type ends the search until it is known. */
const HOLDS_NOTHING: readonly RegExp[] = [
  /^AWS::ApiGatewayV2::/,
  /^AWS::Backup::Backup(Plan|Selection)$/,
  /^AWS::CDK::Metadata$/,
  /^AWS::CloudWatch::(Alarm|CompositeAlarm)$/,
  /^AWS::Cognito::(UserPoolClient|UserPoolGroup|UserPoolRiskConfigurationAttachment)$/,
  /^AWS::EC2::/,
  /^AWS::ECR::Repository$/,
  /^AWS::Events::Rule$/,
  /^AWS::IAM::/,
  /^AWS::KMS::Alias$/,
  /^AWS::Lambda::(EventSourceMapping|Permission|EventInvokeConfig)$/,
  /^AWS::Logs::(MetricFilter|QueryDefinition|ResourcePolicy)$/,
  /^AWS::S3::BucketPolicy$/,
  /^AWS::SNS::(Subscription|TopicPolicy)$/,
  /^AWS::SQS::QueuePolicy$/,
];

/**
 * Fails unless everything that the region's stacks say they deployed is among the stores that were read, and unless each
 * type of resource is known: a store that nobody looks into would make every search come out clean.
 *
 * @returns how many stores of the stacks were found
 */
export async function assertAllRead(target: Target, region: string, stores: readonly Store[]): Promise<number> {
  const client = new CloudFormationClient(sdkConfiguration(target, region));
  const read = new Set(stores.map(({ kind, id }) => identity(kind, id)));
  const stacks = await all(paginateListStacks({ client }, {}), (page) => page.StackSummaries);
  let found = 0;
  for (const { StackName, StackStatus } of stacks) {
    if (StackStatus === 'DELETE_COMPLETE' || StackStatus === 'REVIEW_IN_PROGRESS') continue;
    const resources = await all(
      paginateListStackResources({ client }, { StackName }),
      (page) => page.StackResourceSummaries,
    );
    for (const { ResourceType = '', PhysicalResourceId } of resources) {
      if (HOLDS_NOTHING.some((type) => type.test(ResourceType))) continue;
      const kind = searchedAs(ResourceType);
      const what = `'${PhysicalResourceId}' (${ResourceType}) of stack '${StackName}' in '${region}'`;
      if (kind === undefined) {
        throw new LocalError(
          'StoreUnknown',
          `${what} is searched by nobody; teach the tracer to read it, or list its type as holding nothing`,
        );
      }
      if (!read.has(identity(kind, must(PhysicalResourceId, what)))) {
        throw new LocalError(
          'StoreUnread',
          `${what} was deployed and not found when every ${kind} was read; nothing is known of it`,
        );
      }
      found += 1;
    }
  }
  return found;
}

/** A queue's id is its address, in which an emulator writes whatever host it was asked by. */
function identity(kind: StoreKind, id: string): string {
  return `${kind} ${kind === 'queue' ? new URL(id).pathname : id}`;
}

function searchedAs(type: string): StoreKind | undefined {
  return Object.hasOwn(SEARCHED, type) ? SEARCHED[type as keyof typeof SEARCHED] : undefined;
}
