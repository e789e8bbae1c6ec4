import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import type { CellAddresses } from '../../lib/client/cells';
import { DomicileClient, type Session } from '../../lib/client/domicile-client';
import { HOME_REGION, JURISDICTION_IDS, type JurisdictionId } from '../../lib/domain/jurisdictions';
import { addressesOf } from '../../lib/local/cells';
import { findKept } from '../../lib/local/emulator/emulator';
import { LOCAL_CREDENTIALS } from '../../lib/local/environment';
import { residenceIn } from '../../lib/local/people';
import { send } from '../../lib/local/send';
import { sdkConfiguration } from '../../lib/local/target';
import { atOnce } from '../../test/app/support/stand-in/world';

/** What is kept of people, by jurisdiction. */
type PerCell = Readonly<Record<JurisdictionId, number>>;

export interface EmulatedCrowd {
  readonly acknowledged: PerCell;
  readonly stored: PerCell;
  readonly exported: number;
  readonly receipts: number;
  /** Items of tables that are left in the end, but for marks and receipts. */
  readonly left: PerCell;
  readonly wrong: readonly string[];
}

/** Each call is a process of its own there: more than some at once, and they wait for each other. */
const AT_ONCE = 4;
const MESSAGES = 2;
const CODE = '123456';
const START_LIMIT_MS = 15 * 60_000;
const SETTLED_WITHIN_MS = 10 * 60_000;

/** undefined on a machine on which `npm start` has never run. */
export async function emulatedCrowd(people: number): Promise<EmulatedCrowd | undefined> {
  if (!existsSync(path.join('.emulator', 'bin', 'ministack'))) return undefined;
  const wasKept = findKept('.local') !== undefined;
  npmStart('--keep');
  try {
    const { endpoint } = findKept('.local') ?? {};
    if (endpoint === undefined) throw new Error('the emulator was not kept');
    const outputs = JSON.parse(readFileSync(path.join('.local', 'run', 'outputs.json'), 'utf8')) as Parameters<
      typeof addressesOf
    >[0];
    return await throng(addressesOf(outputs, endpoint), endpoint, people);
  } finally {
    if (!wasKept) npmStart('--stop');
  }
}

function npmStart(option: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/start.mjs', option], {
    encoding: 'utf8',
    timeout: START_LIMIT_MS,
  });
  if (status !== 0) throw new Error(`'npm start -- ${option}' failed:\n${`${stdout}${stderr}`.slice(-2000)}`);
}

async function throng(cells: CellAddresses, endpoint: string, people: number): Promise<EmulatedCrowd> {
  const client = new DomicileClient({ cells, send });
  const wrong: string[] = [];
  const acknowledged = Object.fromEntries(JURISDICTION_IDS.map((id) => [id, 0])) as Record<JurisdictionId, number>;
  const sessions: { readonly session: Session; readonly exportId: string }[] = [];
  const before = await itemsOf(endpoint);
  const told = (work: (number: number) => Promise<void>) => async (number: number) =>
    work(number).catch((error: unknown) => void wrong.push(String(error)));

  const live = told(async (number) => {
    const jurisdiction = JURISDICTION_IDS[number % JURISDICTION_IDS.length] ?? 'eu';
    const account = {
      residence: residenceIn(jurisdiction),
      email: `crowd.${crypto.randomUUID()}@example.org`,
      password: `Correct-Horse-${number}`,
    };
    const { personId } = await client.register(account);
    await client.confirm({ jurisdiction, personId }, CODE);
    const session = await client.signIn(jurisdiction, personId, account.password);
    await client.acceptTerms(session, await client.readTerms(jurisdiction));
    await client.writeProfile(session, { displayName: `Person ${number}` });
    const { logId } = await client.conversations.startLog(session);
    const texts = Array.from({ length: MESSAGES }, (_, index) => `${number}, message ${index}`);
    for (const text of texts) {
      await client.conversations.write(session, logId, { text });
      acknowledged[jurisdiction] += 1;
    }
    const { messages } = await client.conversations.readOwn(session, logId);
    if (messages.map(({ text }) => text).join('\n') !== texts.join('\n')) throw new Error('a message is not there');
    const { exportId } = await client.archives.startExport(session);
    sessions.push({ session, exportId });
  });
  await atOnce(AT_ONCE, [...Array.from({ length: people }).keys()], live);
  const written = await itemsOf(endpoint);

  let [exported, receipts] = [0, 0];
  const leave = told(async (number) => {
    const { session, exportId } = sessions[number] ?? {};
    if (session === undefined || exportId === undefined) return;
    const read = async () => (await client.archives.readExport(session, exportId)).state;
    if ((await until(read, 'running')) === 'ready') exported += 1;
    const { receiptId } = await client.erase(session);
    const erased = async () => (await client.readReceipt(session, receiptId)).state;
    if ((await until(erased, 'running')) === 'done') receipts += 1;
  });
  await atOnce(AT_ONCE, [...sessions.keys()], leave);
  const after = await itemsOf(endpoint);
  const perCell = (of: (id: JurisdictionId) => number) =>
    Object.fromEntries(JURISDICTION_IDS.map((id) => [id, of(id)])) as PerCell;
  return {
    acknowledged,
    stored: perCell((id) => written[id].messages - before[id].messages),
    exported,
    receipts,
    left: perCell((id) => after[id].others - before[id].others),
    wrong,
  };
}

async function until(state: () => Promise<string>, not: string): Promise<string> {
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const now = await state();
    if (now !== not || Date.now() > deadline) return now;
    await delay(1_000);
  }
}

/** How many messages rest in each cell, and how much else that is no mark and no receipt. */
async function itemsOf(endpoint: string) {
  const counts = Object.fromEntries(JURISDICTION_IDS.map((id) => [id, { messages: 0, others: 0 }])) as Record<
    JurisdictionId,
    { messages: number; others: number }
  >;
  for (const id of JURISDICTION_IDS) {
    const target = { endpoint, credentials: LOCAL_CREDENTIALS };
    const client = new DynamoDBClient(sdkConfiguration(target, HOME_REGION[id]));
    const { TableNames: tables = [] } = await client.send(new ListTablesCommand({}));
    for (const TableName of tables) {
      for await (const { Items: items = [] } of paginateScan({ client }, { TableName })) {
        for (const item of items) {
          if (item['entry']?.S?.startsWith('message#') === true) counts[id].messages += 1;
          if (item['erased'] === undefined && item['receiptId'] === undefined) counts[id].others += 1;
        }
      }
    }
  }
  return counts;
}
