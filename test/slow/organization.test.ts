import { randomBytes } from 'node:crypto';
import path from 'node:path';
import {
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, DescribeKeyCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { bucketPolicy } from '../../lib/controls/preventive/bucket-policy';
import { storeKeyPolicy } from '../../lib/controls/preventive/key-policy';
import { policyOf } from '../../lib/controls/preventive/policy';
import { findKept } from '../../lib/local/emulator/emulator';
import { LOCAL_ACCOUNT, LOCAL_CREDENTIALS } from '../../lib/local/environment';
import { sdkConfiguration, type Target } from '../../lib/local/target';
import { accountOfCell, ask, CELLS, controlsOf } from '../support/organization';
import { verdict } from '../support/simulate';
import type { Attempt } from './support/attempt';
import { ATTEMPTS } from './support/attempts';
import { installEmulator, Scratch } from './support/scratch';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const EVERYTHING = { Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' } as const;
const TRUST = policyOf({
  Sid: 'Account',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${LOCAL_ACCOUNT}:root` },
  Action: 'sts:AssumeRole',
});

/** The emulator enforces no service control policy: the same documents are put on a role as its boundary, which it does enforce. */
describe('service control policies, put on a role that may do anything, beside deployed cells', () => {
  let scratch: Scratch;
  let root: Target;

  beforeAll(async () => {
    await installEmulator();
    scratch = new Scratch();
    const run = scratch.start(['--keep']);
    await run.says('Still running');
    await run.ended;
    const { endpoint } = findKept(path.join(scratch.folder, '.local')) ?? { endpoint: '' };
    root = { endpoint, account: LOCAL_ACCOUNT, credentials: LOCAL_CREDENTIALS };
  }, 300_000);

  afterAll(async () => {
    await findKept(path.join(scratch.folder, '.local'))?.stop();
    scratch.remove();
  }, 30_000);

  it.each(CELLS.map((cell) => ({ ...cell, account: LOCAL_ACCOUNT })))(
    'refuse in $home what the evaluator says, and nothing else',
    async (cell) => {
      const controls = controlsOf(accountOfCell(cell));
      const id = `tried-${randomBytes(4).toString('hex')}`;
      const as = await boundedBy(root, id, [
        EVERYTHING,
        ...controls.serviceControls.flatMap(({ Statement }) => Statement),
      ]);
      const place = (text = '{home}') =>
        text.replace('{home}', cell.home).replace('{abroad}', cell.abroad).replace('{neighbour}', cell.neighbour);
      const answers: [name: string, emulator: string, evaluator: string][] = [];
      for (const attempt of ATTEMPTS) {
        const region = place(attempt.region);
        const emulator = await answerTo(attempt, { as, region, id });
        const evaluator = await ask({ ...attempt, principal: id }, cell, controls);
        answers.push([attempt.name, emulator, evaluator === 'ExplicitlyDenied' ? 'refused' : 'passed']);
      }
      const differ = answers.filter(([, emulator, evaluator]) => emulator !== evaluator).map(([name]) => name);
      // A difference has its reason, and a reason its difference.
      expect(differ).toEqual(ATTEMPTS.filter(({ notShown }) => notShown !== undefined).map(({ name }) => name));
      expect(new Set(answers.map(([, , evaluator]) => evaluator))).toEqual(new Set(['passed', 'refused']));
    },
    120_000,
  );

  it('and the policy of a bucket refuse another account what the evaluator says', async () => {
    const name = `tried-${randomBytes(4).toString('hex')}`;
    const place = { region: 'eu-central-1', account: LOCAL_ACCOUNT };
    const other = {
      ...root,
      account: '222222222222',
      credentials: { accessKeyId: '222222222222', secretAccessKey: 'test' },
    };
    const both = {
      Sid: 'BothAccounts',
      Effect: 'Allow',
      Principal: { AWS: [root, other].map(({ account }) => `arn:aws:iam::${account}:root`) },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${name}/*`,
    } as const;
    const own = bucket(root);
    await own.send(new CreateBucketCommand({ Bucket: name }));
    await own.send(new PutObjectCommand({ Bucket: name, Key: 'o', Body: 'o' }));
    const reads = async (target: Target, policy: ReturnType<typeof policyOf>) => {
      await own.send(new PutBucketPolicyCommand({ Bucket: name, Policy: JSON.stringify(policy) }));
      const read = () => bucket(target).send(new GetObjectCommand({ Bucket: name, Key: 'o' }));
      const principal = `arn:aws:iam::${target.account}:root`;
      const context = { 'aws:RequestedRegion': place.region, 'aws:SecureTransport': 'true' };
      const asked = { principal, action: 's3:GetObject', resource: `arn:aws:s3:::${name}/o`, owner: place.account };
      const evaluator = await verdict({ ...asked, context, resourcePolicy: policy });
      return [await answered(read), evaluator === 'Allowed' ? 'passed' : 'refused'];
    };
    const closed = policyOf(both, ...bucketPolicy(place, name).Statement);
    expect({
      own: await reads(root, closed),
      other: await reads(other, closed),
      otherWithoutIt: await reads(other, policyOf(both)),
    }).toEqual({ own: ['passed', 'passed'], other: ['refused', 'refused'], otherWithoutIt: ['passed', 'passed'] });
  }, 30_000);

  it('and the policy of a key refuse direct use, and not administration, as the evaluator says', async () => {
    const place = { region: 'eu-central-1', account: LOCAL_ACCOUNT };
    const policy = storeKeyPolicy(place, ['dynamodb', 's3']);
    const admin = new KMSClient(sdkConfiguration(root, place.region));
    const { KeyMetadata } = await admin.send(new CreateKeyCommand({ Policy: JSON.stringify(policy) }));
    const KeyId = KeyMetadata?.KeyId;
    const id = `tried-${randomBytes(4).toString('hex')}`;
    const kms = new KMSClient(sdkConfiguration(await boundedBy(root, id, [EVERYTHING]), place.region));
    const asked = async (action: string) => {
      const principal = `arn:aws:iam::${LOCAL_ACCOUNT}:role/${id}`;
      const resource = `arn:aws:kms:${place.region}:${LOCAL_ACCOUNT}:key/${KeyId}`;
      const context = { 'aws:RequestedRegion': place.region, 'kms:CallerAccount': LOCAL_ACCOUNT };
      const answer = await verdict({
        principal,
        action,
        resource,
        context,
        owner: LOCAL_ACCOUNT,
        resourcePolicy: policy,
      });
      return answer === 'Allowed' ? 'passed' : 'refused';
    };
    const use = () => kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
    const describe = () => kms.send(new DescribeKeyCommand({ KeyId }));
    expect({
      use: [await answered(use), await asked('kms:GenerateDataKey')],
      administration: [await answered(describe), await asked('kms:DescribeKey')],
    }).toEqual({ use: ['refused', 'refused'], administration: ['passed', 'passed'] });
  }, 30_000);
});

function bucket(target: Target): S3Client {
  return new S3Client({ ...sdkConfiguration(target, 'eu-central-1'), forcePathStyle: true });
}

/** A session of a role that may do anything within a boundary of these statements. */
async function boundedBy(root: Target, RoleName: string, statements: readonly object[]): Promise<Target> {
  const iam = new IAMClient(sdkConfiguration(root, 'us-east-1'));
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(TRUST) }));
  const everything = JSON.stringify(policyOf(EVERYTHING));
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'everything', PolicyDocument: everything }));
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: RoleName, PolicyDocument }));
  await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: Policy?.Arn }));
  const RoleArn = `arn:aws:iam::${root.account}:role/${RoleName}`;
  const sts = new STSClient(sdkConfiguration(root, 'eu-central-1'));
  const { Credentials: keys } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = keys ?? {};
  return {
    ...root,
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
  };
}

function answerTo({ make }: Attempt, at: Parameters<Attempt['make']>[0]): Promise<string> {
  return answered(() => make(at));
}

/** Whether a call was refused. One that fails for another reason has passed: nobody fails who was not let in. */
async function answered(call: () => Promise<unknown>): Promise<'passed' | 'refused'> {
  try {
    await call();
    return 'passed';
  } catch (error) {
    return /^AccessDenied|^AuthorizationError$|^KMSAccessDenied/u.test((error as Error).name) ? 'refused' : 'passed';
  }
}
