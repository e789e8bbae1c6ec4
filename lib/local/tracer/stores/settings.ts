import { CloudFormationClient, GetTemplateCommand, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListResourceTagsCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { LambdaClient, ListTagsCommand, paginateListFunctions } from '@aws-sdk/client-lambda';
import { paginateGetResources, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import {
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ListEmailIdentitiesCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  DescribeStateMachineCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { paginateDescribeParameters, paginateGetParameterHistory, SSMClient } from '@aws-sdk/client-ssm';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, paged, record, type Store, unreadable } from './store';

export async function readParameters(target: Target, region: string): Promise<Store[]> {
  const client = new SSMClient(sdkConfiguration(target, region));
  const parameters = await all(paginateDescribeParameters({ client }, {}), (page) => page.Parameters);
  return Promise.all(
    parameters.map(async (parameter): Promise<Store> => {
      const Name = must(parameter.Name, 'a parameter');
      const history = paginateGetParameterHistory({ client }, { Name, WithDecryption: true });
      const values = await all(history, (page) => page.Parameters);
      return { kind: 'parameter', id: Name, records: [record('description', parameter), record('values', values)] };
    }),
  );
}

export async function readSecrets(target: Target, region: string): Promise<Store[]> {
  const client = new SecretsManagerClient(sdkConfiguration(target, region));
  const secrets = await all(
    paginateListSecrets({ client }, { IncludePlannedDeletion: true }),
    (page) => page.SecretList,
  );
  return Promise.all(
    secrets.map(async (secret): Promise<Store> => {
      const SecretId = must(secret.ARN, 'a secret');
      // Its values can be read again only when somebody restores it.
      if (secret.DeletedDate !== undefined)
        throw unreadable(`secret '${secret.Name}' in '${region}', which waits to be deleted,`);
      const { Versions = [] } = await client.send(new ListSecretVersionIdsCommand({ SecretId }));
      const values = await Promise.all(
        Versions.map(async ({ VersionId }) => {
          const { SecretString, SecretBinary } = await client.send(new GetSecretValueCommand({ SecretId, VersionId }));
          return record(`version '${VersionId}'`, { SecretString, SecretBinary });
        }),
      );
      return { kind: 'secret', id: SecretId, records: [record('description', secret), ...values] };
    }),
  );
}

export async function readFunctions(target: Target, region: string): Promise<Store[]> {
  const client = new LambdaClient(sdkConfiguration(target, region));
  const functions = await all(paginateListFunctions({ client }, {}), (page) => page.Functions);
  return Promise.all(
    functions.map(async (configuration): Promise<Store> => {
      const { Tags } = await client.send(
        new ListTagsCommand({ Resource: must(configuration.FunctionArn, 'a function') }),
      );
      const id = must(configuration.FunctionName, 'a function');
      return {
        kind: 'function',
        id,
        records: [record('configuration, environment and tags', { configuration, Tags })],
      };
    }),
  );
}

export async function readStateMachines(target: Target, region: string): Promise<Store[]> {
  const client = new SFNClient(sdkConfiguration(target, region));
  const machines = await all(paginateListStateMachines({ client }, {}), (page) => page.stateMachines);
  return Promise.all(
    machines.map(async (machine): Promise<Store> => {
      const stateMachineArn = must(machine.stateMachineArn, 'a state machine');
      const { definition } = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
      const executions = await all(paginateListExecutions({ client }, { stateMachineArn }), (page) => page.executions);
      const histories = await Promise.all(
        executions.map(async ({ executionArn, name }) => {
          const events = await all(paginateGetExecutionHistory({ client }, { executionArn }), (page) => page.events);
          return record(`execution '${name}'`, { name, events });
        }),
      );
      return { kind: 'state machine', id: stateMachineArn, records: [record('definition', definition), ...histories] };
    }),
  );
}

/** Keys hold nothing; their descriptions, policies and tags could. */
export async function readKeys(target: Target, region: string): Promise<Store[]> {
  const client = new KMSClient(sdkConfiguration(target, region));
  const keys = await all(paginateListKeys({ client }, {}), (page) => page.Keys);
  return Promise.all(
    keys.map(async (key): Promise<Store> => {
      const KeyId = must(key.KeyId, 'a key');
      const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }));
      const { Policy } = await client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
      const { Tags } = await client.send(new ListResourceTagsCommand({ KeyId }));
      return {
        kind: 'key',
        id: KeyId,
        records: [record('description, policy and tags', { KeyMetadata, Policy, Tags })],
      };
    }),
  );
}

export async function readStacks(target: Target, region: string): Promise<Store[]> {
  const client = new CloudFormationClient(sdkConfiguration(target, region));
  const stacks = await all(paginateDescribeStacks({ client }, {}), (page) => page.Stacks);
  return Promise.all(
    stacks.map(async (stack): Promise<Store> => {
      const StackName = must(stack.StackName, 'a stack');
      const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName }));
      return {
        kind: 'stack',
        id: StackName,
        records: [record('parameters, outputs and tags', stack), record('template', TemplateBody)],
      };
    }),
  );
}

export async function readTags(target: Target, region: string): Promise<Store[]> {
  const client = new ResourceGroupsTaggingAPIClient(sdkConfiguration(target, region));
  const tagged = await all(paginateGetResources({ client }, {}), (page) => page.ResourceTagMappingList);
  return [{ kind: 'tags', id: 'all tags', records: tagged.map((one) => record(`'${one.ResourceARN}'`, one)) }];
}

export async function readMailIdentities(target: Target, region: string): Promise<Store[]> {
  const client = new SESv2Client(sdkConfiguration(target, region));
  const identities = await all(
    paged(
      (NextToken) => client.send(new ListEmailIdentitiesCommand({ NextToken })),
      (page) => page.NextToken,
    ),
    (page) => page.EmailIdentities,
  );
  return identities.map((identity): Store => {
    const id = must(identity.IdentityName, 'a mail identity');
    return { kind: 'mail identity', id, records: [record('identity', identity)] };
  });
}
