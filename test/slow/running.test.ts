import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateBackupCommand,
  DeleteBackupCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  GetPolicyVersionCommand,
  IAMClient,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { DomicileClient } from '../../lib/client/domicile-client';
import { nodeSend } from '../../lib/client/node-send';
import type { Outputs } from '../../lib/local/cdk';
import { addressesOf } from '../../lib/local/cells';
import { drill } from '../../lib/local/drill/drill';
import { findKept } from '../../lib/local/emulator/emulator';
import { LOCAL_ACCOUNT, LOCAL_CREDENTIALS } from '../../lib/local/environment';
import { eraseSomebody } from '../../lib/local/erase';
import { hiddenTexts, registerPerson, tracedTexts } from '../../lib/local/people';
import { sdkConfiguration, type Target } from '../../lib/local/target';
import { readRegion } from '../../lib/local/tracer/stores/readers';
import { traceIn } from '../../lib/local/tracer/trace';
import { PLANTS } from './support/plant';
import { listenersOf, processesIn, processesLeft } from './support/processes';
import { installEmulator, type Run, Scratch } from './support/scratch';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** The app with a filter of a log that is not there: its stack begins to be deployed, and is rolled back. */
const BROKEN_APP = `
  import { CfnResource } from 'aws-cdk-lib/core';
  import { cellsApp } from '../stacks/cells-app';
  const app = cellsApp(process.env);
  const guard = app.node.findAll().find(({ node }) => node.id === 'Eu-Guard');
  const properties = { LogGroupName: 'no-such-log', FilterPattern: '', MetricTransformations: [] };
  new CfnResource(guard, 'Broken', { type: 'AWS::Logs::MetricFilter', properties });
  app.synth();
`;
const ROOT = path.resolve(__dirname, '..', '..');
const HOME = 'eu-central-1';
const ABROAD = 'ap-southeast-1';

/** One emulator for all of these, kept by the first run: each test goes on from where the one before it came to. */
describe('npm start -- --keep, and what goes on with it', () => {
  let scratch: Scratch;
  let first: Run;
  let port: number;
  let target: Target;

  beforeAll(async () => {
    await installEmulator();
    scratch = new Scratch();
    port = await freePort();
    target = { endpoint: `http://127.0.0.1:${port}`, account: LOCAL_ACCOUNT, credentials: LOCAL_CREDENTIALS };
    first = scratch.start(['--keep', '--port', String(port)]);
    await first.ended;
  }, 300_000);

  afterAll(async () => {
    await findKept(path.join(scratch.folder, '.local'))?.stop();
    scratch.remove();
  }, 30_000);

  it('ends well, and says what it did', async () => {
    expect([await first.ended, first.output]).toEqual([0, expect.any(String)]);
    const steps = [...first.output.matchAll(/^ {2}✓ (\S+)/gm)].map(([, step]) => step);
    expect(steps).toEqual(['emulator', 'prepare', 'deploy', 'settle', 'people', 'trace', 'erase', 'move', 'drill']);
  });

  it.each([
    ['which stacks are left out', 'left out: Eu-Oversight, International-Oversight, because'],
    ['what the settle step did', 'Eu-Boundary put on Eu-pre-sign-up'],
    ['where Frankfurt stands in', 'Frankfurt, Germany; stands in for the Netherlands, where AWS has no region'],
    ['which cell the wrong cell named', "'eu' refused SG: 421, named 'international'"],
    ['why mainland China is refused', "'international' refused CN: 403"],
    ['which call was refused', 'kms:ReplicateKey'],
    ['what an emulator cannot show', 'What an emulator cannot show'],
    ['what to try', '-H "authorization: Bearer $EU_TOKEN"'],
  ])('says %s', (_what, words) => {
    expect(first.output).toContain(words);
  });

  it('calls nothing encrypted or protected that only the templates show', () => {
    expect(first.output).not.toMatch(/\b(?:encrypted|protected)\b/i);
  });

  it('listens on the loopback only', () => {
    const listeners = listenersOf(processesIn(scratch.folder));
    expect(listeners).toContain(`127.0.0.1:${port}`);
    expect(listeners.filter((address) => !address.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('changes nothing the second time, and leaves what was kept', async () => {
    const run = scratch.start();
    expect([await run.ended, run.output]).toEqual([
      0,
      expect.stringContaining('10 stacks, by name; nothing was to be changed'),
    ]);
    expect(run.output).toContain(`the one that was kept, ${target.endpoint}`);
    expect(run.output).toContain('Eu-Boundary was already on Eu-pre-sign-up');
    expect(processesIn(scratch.folder).length).toBeGreaterThan(0);
  }, 120_000);

  it('does not start a second one on another port', async () => {
    const run = scratch.start(['--port', String(port + 1)]);
    expect([await run.ended, run.output]).toEqual([
      2,
      expect.stringContaining(`an emulator was kept at ${target.endpoint}`),
    ]);
  }, 30_000);

  it('does not let two runs into each other', async () => {
    const one = scratch.start();
    await one.says('✓ emulator');
    const two = scratch.start();
    expect([await two.ended, two.output]).toEqual([2, expect.stringContaining('another run is under way here')]);
    one.child.kill('SIGINT');
    await one.ended;
  }, 60_000);

  it.each(['WhatTheCellDoesAtHome', 'NothingAbroad'])(
    'fails the drill without statement %s of the boundary',
    async (sid) => {
      const code = sid === 'NothingAbroad' ? 'NotRefused' : 'RefusedAtHome';
      await withoutStatement(target, sid, async () => {
        await expect(drill(target, 'eu', ABROAD)).rejects.toMatchObject({ code, exitCode: 1 });
      });
      expect(await drill(target, 'eu', ABROAD)).toHaveLength(5);
    },
    60_000,
  );

  it('leaves nothing of the drill, whether it failed or not', async () => {
    const iam = new IAMClient(sdkConfiguration(target, 'us-east-1'));
    const { Roles = [] } = await iam.send(new ListRolesCommand({ MaxItems: 1000 }));
    const stores = (await Promise.all([HOME, ABROAD].map((region) => readRegion(target, region)))).flat();
    const names = [...Roles.map(({ RoleName = '' }) => RoleName), ...stores.map(({ id }) => id)];
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => name.includes('drill-'))).toEqual([]);
  }, 30_000);

  it('finds a leak in every kind of store, and says where', async () => {
    const planted = PLANTS.map(([where, kind, plant]) => ({
      where,
      kind,
      plant,
      text: `Leak.${randomBytes(8).toString('hex')}@eu.example`,
    }));
    await Promise.all(planted.map(({ plant, text }) => plant(target, ABROAD, text)));
    const texts = planted.map(({ where, text }) => ({ label: where, text }));
    const [home, abroad] = await traceIn(target, [HOME, ABROAD], texts);
    expect(home?.traces).toEqual([]);
    const found = (label: string, kind: string) =>
      abroad?.traces.some((trace) => trace.label === label && trace.kind === kind);
    const missed = planted.filter(({ where, kind }) => !found(where, kind)).map(({ where }) => where);
    expect(missed).toEqual([]);
  }, 60_000);

  it.each([
    ['an item', 'us-east-1'],
    ["an object's content", 'eu-west-3'],
  ])(
    'finds %s in %s, where no cell is',
    async (where, region) => {
      const [, kind, plant] = PLANTS.find(([name]) => name === where) ?? PLANTS[0];
      const text = `Leak.${randomBytes(8).toString('hex')}@eu.example`;
      await plant(target, region, text);
      const traces = (await traceIn(target, [HOME, ABROAD], [{ label: where, text }])).flatMap((found) => found.traces);
      expect(traces).toContainEqual(expect.objectContaining({ region, kind, label: where }));
    },
    30_000,
  );

  it('does not take a backup, which nobody can look into, for empty', async () => {
    const client = new DynamoDBClient(sdkConfiguration(target, 'us-east-1'));
    const names = { TableName: 'planted-item', BackupName: 'planted' };
    const { BackupDetails } = await client.send(new CreateBackupCommand(names));
    const search = () => traceIn(target, [HOME, ABROAD], []);
    await expect(search()).rejects.toThrow("backup 'planted' of table 'planted-item' in 'us-east-1' holds copies");
    await client.send(new DeleteBackupCommand({ BackupArn: BackupDetails?.BackupArn }));
    expect(await search()).toHaveLength(4);
  }, 60_000);

  it('takes the stacks down, in spite of their protection, and says what stays', async () => {
    const run = scratch.start(['--destroy']);
    expect([await run.ended, run.output]).toEqual([0, expect.stringContaining('✓ destroy     10 stacks')]);
    expect(run.output).toContain('termination protection lifted from 4 stacks');
    expect(run.output).toMatch(/eu-central-1 +AWS::DynamoDB::Table +Eu-Data-/);
    const again = scratch.start(['--destroy']);
    expect([await again.ended, again.output]).toEqual([2, expect.stringContaining('no stack of a cell is deployed')]);
  }, 60_000);

  it('tells of a deployment that failed, and recovers from it, named as an endpoint of somebody else', async () => {
    const app = path.join(scratch.folder, 'bin', 'app.ts');
    const whole = readFileSync(app, 'utf8');
    writeFileSync(app, BROKEN_APP);
    const failed = scratch.start();
    expect([await failed.ended, failed.output]).toEqual([2, expect.stringContaining("'cdk deploy' ended with 1")]);
    expect(failed.output).toContain('.local/run/cdk.log');
    writeFileSync(app, whole);
    const recovered = scratch.start(['--endpoint', target.endpoint]);
    expect([await recovered.ended, recovered.output]).toEqual([0, expect.stringContaining('What was tried')]);
  }, 180_000);

  it('holds nothing readable of somebody whose old copy is put back, and a replay removes that copy', async () => {
    const cells = addressesOf(outputsIn(scratch.folder), target.endpoint);
    const person = await registerPerson(cells, 'eu');
    const tables = new DynamoDBClient(sdkConfiguration(target, HOME));
    const named = await tables.send(new ListTablesCommand({}));
    const profiles = named.TableNames?.find((name) => name.startsWith('Eu-Data-ProfilesTable')) ?? '';
    const Key = { personId: { S: person.personId } };
    const { Item: copy } = await tables.send(new GetItemCommand({ TableName: profiles, Key }));
    await eraseSomebody(cells, person);
    await tables.send(new PutItemCommand({ TableName: profiles, Item: copy }));

    const texts = [...tracedTexts(person), ...hiddenTexts(person)].filter(({ text }) => text !== person.personId);
    const traces = (await traceIn(target, [HOME, ABROAD], texts)).flatMap((region) => region.traces);
    expect([copy !== undefined, traces]).toEqual([true, []]);
    const client = new DomicileClient({ cells, send: nodeSend });
    await expect(client.readProfile(person.session)).rejects.toMatchObject({ code: 'erased' });

    const replay = (...args: readonly string[]) =>
      execFileSync(process.execPath, ['--import', 'tsx', 'tools/replay-erasures.ts', '--jurisdiction', 'eu', ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          AWS_ENDPOINT_URL: target.endpoint,
          AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
          AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
        },
      });
    expect(replay()).toMatch(/; 1 of them have no account, and run it again with '--act'/);
    expect(replay('--act')).toMatch(/; 1 of them have no account, and their erasure has begun again/);
    const isMark = async () => {
      const { Item: item } = await tables.send(new GetItemCommand({ TableName: profiles, Key }));
      return item?.['erased'] !== undefined && item['profile'] === undefined;
    };
    for (let waited = 0; !(await isMark()) && waited < 60; waited += 1) await delay(500);
    expect(await isMark()).toBe(true);
    expect(replay()).toMatch(/; 0 of them have no account\n$/);
  }, 120_000);

  it('fails when a function logs what it is sent', async () => {
    const route = path.join(scratch.folder, 'lib', 'app', 'routes', 'register-person.ts');
    const source = readFileSync(route, 'utf8');
    const talkative = source.replace(
      'return async (event) => {',
      'return async (event) => {\n    console.log(event.body);',
    );
    expect(talkative).not.toBe(source);
    writeFileSync(route, talkative);
    const run = scratch.start();
    expect([await run.ended, run.output]).toEqual([
      1,
      expect.stringMatching(/the e-mail of 'eu' is in 'eu-central-1', in log group '/),
    ]);
    expect(run.output).toMatch(
      /the e-mail of somebody whom international refused is in 'ap-southeast-1', .*, and was to be nowhere/,
    );
    writeFileSync(route, source);
  }, 90_000);

  it('ends when it is told to, and leaves nothing', async () => {
    const run = scratch.start(['--stop']);
    expect([await run.ended, run.output]).toEqual([
      0,
      expect.stringContaining(`the emulator at ${target.endpoint} has been stopped`),
    ]);
    expect(await processesLeft(scratch.folder, 0)).toEqual([]);
    expect(readdirSync(path.join(scratch.folder, '.local')).filter((name) => name.startsWith('emulator-'))).toEqual([]);
    expect(existsSync(path.join(scratch.folder, '.local', 'lock.json'))).toBe(false);
  }, 30_000);
});

/** Runs `work` while the boundary of the European cell lacks a statement. */
async function withoutStatement(target: Target, sid: string, work: () => Promise<void>): Promise<void> {
  const iam = new IAMClient(sdkConfiguration(target, 'us-east-1'));
  const PolicyArn = `arn:aws:iam::${target.account}:policy/Eu-Boundary`;
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
  const policy = JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? '')) as { Statement: { Sid: string }[] };
  const statements = policy.Statement.filter(({ Sid }) => Sid !== sid);
  expect(statements).toHaveLength(policy.Statement.length - 1);
  const weakened = JSON.stringify({ ...policy, Statement: statements });
  const { PolicyVersion: made } = await iam.send(
    new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: weakened, SetAsDefault: true }),
  );
  try {
    await work();
  } finally {
    const whole = JSON.stringify(policy);
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: whole, SetAsDefault: true }));
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: made?.VersionId }));
  }
}

/** What the last deployment of a folder said of its stacks. */
function outputsIn(folder: string): Outputs {
  return JSON.parse(readFileSync(path.join(folder, '.local', 'run', 'outputs.json'), 'utf8')) as Outputs;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
