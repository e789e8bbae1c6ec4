import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { sdkConfiguration, type Target } from './target';

/** The stack that `cdk bootstrap` makes, and the output of it that says of which version it is. */
const TOOLKIT = 'CDKToolkit';
const VERSION_OUTPUT = 'BootstrapVersion';
const WHOLE: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE'];

/** Whether `cdk bootstrap` has been there, whole, and left what an assembly needs that asks for at least `needed`. */
export async function isBootstrapped(target: Target, region: string, needed: number): Promise<boolean> {
  const client = new CloudFormationClient(sdkConfiguration(target, region));
  // That there is no such stack is an error too; whatever it is, bootstrapping again tells.
  const { Stacks = [] } = await client
    .send(new DescribeStacksCommand({ StackName: TOOLKIT }))
    .catch(() => ({ Stacks: [] }));
  const [{ StackStatus = '', Outputs = [] } = {}] = Stacks;
  const version = Number(Outputs.find(({ OutputKey }) => OutputKey === VERSION_OUTPUT)?.OutputValue);
  return WHOLE.includes(StackStatus) && version >= needed;
}
