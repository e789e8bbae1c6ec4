import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CreatePolicyCommand, IAMClient, PutRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { DEPLOYED_STACKS } from '../../lib/local/cdk';
import type { Emulator } from '../../lib/local/emulator/emulator';
import { cdkEnvironment, LOCAL_ACCOUNT, LOCAL_CREDENTIALS } from '../../lib/local/environment';
import { sdkConfiguration, type Target } from '../../lib/local/target';
import { bareEmulator } from './support/bare-emulator';
import { installEmulator, Scratch } from './support/scratch';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const CELLS = [
  { cell: 'Eu', region: 'eu-central-1', abroad: 'ap-southeast-1' },
  { cell: 'International', region: 'ap-southeast-1', abroad: 'eu-central-1' },
] as const;

/** docs/deploying.md, word for word, on an emulator in which nothing is yet. */
describe('a deployment as it is documented', () => {
  let scratch: Scratch;
  let emulator: Emulator;
  let target: Target;

  beforeAll(async () => {
    await installEmulator();
    scratch = new Scratch();
    mkdirSync(path.join(scratch.folder, '.local', 'run'), { recursive: true });
    emulator = await bareEmulator(scratch);
    target = { endpoint: emulator.endpoint, account: LOCAL_ACCOUNT, credentials: LOCAL_CREDENTIALS };
    shell('npm run build');
  }, 180_000);

  afterAll(async () => {
    await emulator.stop();
    scratch.remove();
  }, 30_000);

  it('writes the policies that the bootstrap needs', async () => {
    shell('npx cdk-domicile policies --out policies');
    const iam = new IAMClient(sdkConfiguration(target, 'us-east-1'));
    const names = CELLS.flatMap(({ cell }) => [`${cell}-DeploymentBoundary`, `${cell}-Deployment`]);
    const made = names.map(async (PolicyName) => {
      const PolicyDocument = readFileSync(path.join(scratch.folder, 'policies', `${PolicyName}.json`), 'utf8');
      const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
      return Policy?.PolicyName;
    });
    expect(await Promise.all(made)).toEqual(names);
  }, 30_000);

  it.each(CELLS)(
    'bootstraps the region of $cell',
    async ({ cell, region }) => {
      const command = documented('npx cdk bootstrap');
      shell(
        command
          .replaceAll('Eu-', `${cell}-`)
          .replaceAll('_EU', `_${cell.toUpperCase()}`)
          .replaceAll('eu-central-1', region),
      );
      // What the emulator's CloudFormation drops is put through the API, as the settle step does for the cells.
      const iam = new IAMClient(sdkConfiguration(target, 'us-east-1'));
      const PermissionsBoundary = `arn:aws:iam::${target.account}:policy/${cell}-DeploymentBoundary`;
      const roles = await rolesOfBootstrap(region);
      expect(roles).toHaveLength(5);
      for (const RoleName of roles)
        await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
    },
    60_000,
  );

  it('deploys both cells with roles that are bounded so', async () => {
    shell(`npx cdk deploy ${DEPLOYED_STACKS.join(' ')} --require-approval never`);
    for (const { cell, region } of CELLS) {
      const client = new CloudFormationClient(sdkConfiguration(target, region));
      const { StackSummaries = [] } = await client.send(
        new ListStacksCommand({ StackStatusFilter: ['CREATE_COMPLETE'] }),
      );
      const own = StackSummaries.flatMap(({ StackName = '' }) => (StackName.startsWith(`${cell}-`) ? [StackName] : []));
      expect(own.toSorted()).toEqual(DEPLOYED_STACKS.filter((name) => name.startsWith(`${cell}-`)).toSorted());
    }
  }, 120_000);

  it.each(CELLS)(
    'leaves the role that deploys $cell no way into the other region',
    async ({ region, abroad }) => {
      const RoleName = (await rolesOfBootstrap(region)).find((name) => name.includes('-deploy-role-'));
      const sts = new STSClient(sdkConfiguration(target, region));
      const RoleArn = `arn:aws:iam::${target.account}:role/${RoleName}`;
      const { Credentials: keys } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }));
      const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = keys ?? {};
      const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
      const look = (where: string) =>
        new CloudFormationClient(sdkConfiguration({ ...target, credentials }, where)).send(
          new DescribeStacksCommand({}),
        );
      // Its own policy names no region: what stops it abroad is the boundary.
      expect((await look(region)).Stacks?.length).toBeGreaterThan(0);
      await expect(look(abroad)).rejects.toMatchObject({ name: expect.stringContaining('AccessDenied') });
    },
    30_000,
  );

  /** A command of the page, on one line. */
  function documented(beginning: string): string {
    const page = readFileSync(path.join(scratch.folder, 'docs', 'deploying.md'), 'utf8');
    const block = page.split('```').find((text) => text.includes(beginning)) ?? '';
    return block
      .slice(block.indexOf(beginning))
      .replaceAll(/\\\n\s*/g, '')
      .trim();
  }

  function shell(command: string): void {
    const accounts = { DOMICILE_ACCOUNT_EU: target.account, DOMICILE_ACCOUNT_INTERNATIONAL: target.account };
    const env = cdkEnvironment(
      { folder: path.join(scratch.folder, '.local', 'run'), ...target, accounts },
      process.env,
    );
    const own = command
      .replace('npx cdk-domicile', 'node dist/bin/domicile.js')
      .replace('npx cdk ', 'node node_modules/aws-cdk/bin/cdk ');
    const { status, stdout, stderr } = spawnSync('sh', ['-c', own], { cwd: scratch.folder, env, encoding: 'utf8' });
    expect([status, status === 0 ? '' : `${own}\n${stdout}${stderr}`]).toEqual([0, '']);
  }

  async function rolesOfBootstrap(region: string): Promise<string[]> {
    const client = new CloudFormationClient(sdkConfiguration(target, region));
    const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: 'CDKToolkit' }));
    return StackResources.flatMap(({ ResourceType, PhysicalResourceId }) =>
      ResourceType === 'AWS::IAM::Role' && PhysicalResourceId !== undefined ? [PhysicalResourceId] : [],
    );
  }
});
