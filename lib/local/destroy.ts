import path from 'node:path';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { STACK_KINDS, stackName } from '../domain/cell';
import { HOME_REGION, JURISDICTION_IDS } from '../domain/jurisdictions';
import { Cdk, DEPLOYED_STACKS } from './cdk';
import { columns } from './columns';
import type { Context } from './context';
import { LocalError } from './errors';
import { sdkConfiguration, type Target } from './target';
import { all } from './tracer/stores/store';

interface DeployedStack {
  readonly name: string;
  readonly region: string;
  readonly isProtected: boolean;
}

/**
 * `cdk destroy`, after termination protection was lifted through the API: in the templates it stays on. What the templates
 * retain stays, as it would on AWS.
 *
 * @returns what to tell of it
 */
export async function destroy({ root, steps, processes }: Context, target: Target): Promise<string[]> {
  const cdk = new Cdk({ root, folder: path.join(root, '.local', 'run'), target, processes });
  const stacks = await deployedStacks(target);
  if (stacks.length === 0)
    throw new LocalError('NothingDeployed', `no stack of a cell is deployed at ${target.endpoint}`);
  let retained: string[][] = [];
  await steps.run('prepare', async (step) => {
    step.note('cdk synth');
    const synthesis = await cdk.synth();
    retained = (await Promise.all(stacks.map((stack) => retainedBy(cdk, target, stack)))).flat();
    return synthesis;
  });
  await steps.run('unprotect', async (step) => {
    const guarded = stacks.filter(({ isProtected }) => isProtected);
    for (const { name: StackName, region } of guarded) {
      const client = new CloudFormationClient(sdkConfiguration(target, region));
      await client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }));
      step.detail(StackName);
    }
    return `termination protection lifted from ${guarded.length} stacks, through the API`;
  });
  await steps.run('destroy', async (step) => {
    step.note('cdk destroy');
    await cdk.destroy();
    const left = await deployedStacks(target);
    if (left.length > 0)
      throw new LocalError(
        'NotDestroyed',
        `'${left.map(({ name }) => name).join("', '")}' are there after 'cdk destroy' said that it had ended well`,
      );
    return `${stacks.length} stacks`;
  });
  return [
    '',
    retained.length === 0 ? 'nothing stays' : steps.strong('What stays, because the templates retain it'),
    ...columns(retained).map((line) => `  ${line}`),
  ];
}

async function deployedStacks(target: Target): Promise<DeployedStack[]> {
  const found = JURISDICTION_IDS.flatMap((id) => {
    const client = new CloudFormationClient(sdkConfiguration(target, HOME_REGION[id]));
    const names = STACK_KINDS.map((kind) => stackName(id, kind)).filter((name) => DEPLOYED_STACKS.includes(name));
    return names.map(async (name): Promise<DeployedStack | undefined> => {
      try {
        const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
        if (stack === undefined || stack.StackStatus === 'DELETE_COMPLETE') return undefined;
        return { name, region: HOME_REGION[id], isProtected: stack.EnableTerminationProtection === true };
      } catch (error) {
        // CloudFormation has no error of its own for a stack that is not there.
        if ((error as Error).name === 'ValidationError') return undefined;
        throw error;
      }
    });
  });
  return (await Promise.all(found)).filter((stack) => stack !== undefined);
}

async function retainedBy(cdk: Cdk, target: Target, { name: StackName, region }: DeployedStack): Promise<string[][]> {
  const client = new CloudFormationClient(sdkConfiguration(target, region));
  const resources = await all(
    paginateListStackResources({ client }, { StackName }),
    (page) => page.StackResourceSummaries,
  );
  return Object.entries(cdk.template(StackName).Resources ?? {}).flatMap(([logicalId, { Type, DeletionPolicy }]) => {
    if (DeletionPolicy !== 'Retain' && DeletionPolicy !== 'RetainExceptOnCreate') return [];
    const resource = resources.find(({ LogicalResourceId }) => LogicalResourceId === logicalId);
    return resource?.PhysicalResourceId === undefined ? [] : [[region, Type, resource.PhysicalResourceId]];
  });
}
