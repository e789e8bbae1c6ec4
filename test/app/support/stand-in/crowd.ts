import { JURISDICTION_IDS, type JurisdictionId } from '../../../../lib/domain/jurisdictions';
import { register, textsIn } from './people';
import { resting } from './resting';
import { HOUR, MINUTE } from './stories';
import { atOnce, type World } from './world';

/** What became of many people at once. */
export interface Crowd {
  readonly people: number;
  /** Messages that a cell has acknowledged, by jurisdiction; and those that were found in its store, and in an archive. */
  readonly acknowledged: Readonly<Record<JurisdictionId, number>>;
  readonly stored: Readonly<Record<JurisdictionId, number>>;
  readonly exported: number;
  /** How often two devices of one person were at the same log, and one had to repeat its call. */
  readonly repeated: number;
  readonly calls: number;
  readonly marks: number;
  readonly receipts: number;
  readonly wrong: readonly string[];
}

/**
 * How many people are served at once. A deployed function serves one request at a time, within some seconds; here one thread
 * serves them all, and is AWS as well.
 */
const AT_ONCE = 20;
const DEVICES = 2;
const MESSAGES_OF_A_DEVICE = 3;
const MOST_ATTEMPTS = 20;

interface Writer {
  readonly jurisdiction: JurisdictionId;
  readonly session: Awaited<ReturnType<typeof register>>['session'];
  readonly logId: string;
  readonly displayName: string;
  /** Of each device, in its order. */
  readonly acknowledged: readonly (readonly { readonly sequence: number; readonly text: string }[])[];
}

/**
 * People of all jurisdictions register, accept, write with two devices at once, export and are erased, all at the same time. What a
 * cell has acknowledged is counted in the end, and not what was sent.
 */
export async function crowd(world: World, people: number): Promise<Crowd> {
  const { aws, client } = world;
  aws.faults.plan();
  let repeated = 0;
  const wrong: string[] = [];

  /** As a device does: what was refused because something else was at the same log is repeated with the same key. */
  const write = async (one: Pick<Writer, 'session' | 'logId'>, text: string) => {
    const key = crypto.randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { ...(await client.conversations.write(one.session, one.logId, { text }, key)), text };
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || (error as { readonly code?: unknown }).code !== 'too_many_requests')
          throw error;
        repeated += 1;
      }
    }
  };

  const arrive = async (number: number): Promise<Writer> => {
    const jurisdiction = JURISDICTION_IDS[number % JURISDICTION_IDS.length] ?? 'eu';
    const { session } = await register(world, jurisdiction);
    const displayName = `Person ${number}`;
    await client.writeProfile(session, { displayName });
    const { logId } = await client.conversations.startLog(session);
    const device = async (which: number) => {
      const written: { readonly sequence: number; readonly text: string }[] = [];
      for (let message = 1; message <= MESSAGES_OF_A_DEVICE; message += 1)
        written.push(await write({ session, logId }, `${number}, device ${which}, message ${message}`));
      return written;
    };
    const acknowledged = await Promise.all(Array.from({ length: DEVICES }, async (_, which) => device(which)));
    return { jurisdiction, session, logId, displayName, acknowledged };
  };

  const everybody = Array.from({ length: people }, (_, number) => number);
  const writers = await together(everybody, arrive, wrong);
  const sum = (of: (writer: Writer) => number) =>
    Object.fromEntries(
      JURISDICTION_IDS.map((id) => [
        id,
        writers.filter(({ jurisdiction }) => jurisdiction === id).reduce((total, one) => total + of(one), 0),
      ]),
    ) as Record<JurisdictionId, number>;
  const acknowledged = sum((one) => one.acknowledged.flat().length);
  const messages = [...aws.state.tables].flatMap(([table, items]) =>
    [...items.keys()].filter((key) => key.includes('"message#')).map(() => table),
  );
  const stored = Object.fromEntries(
    JURISDICTION_IDS.map((id) => [id, messages.filter((table) => table === `${id}-conversations`).length]),
  ) as Record<JurisdictionId, number>;

  await together(
    writers,
    async (one) => {
      const there = await textsIn(world, one.session, one.logId);
      const expected = one.acknowledged.flat().toSorted((a, b) => a.sequence - b.sequence);
      if (there.join('\n') !== expected.map(({ text }) => text).join('\n'))
        throw new Error(`${there.length} messages of ${expected.length} are there, or in another order`);
      const { displayName } = await client.readProfile(one.session);
      if (displayName !== one.displayName) throw new Error(`somebody is called '${displayName}'`);
    },
    wrong,
  );

  const exports = await together(
    writers,
    async ({ session }) => ({ session, exportId: (await client.archives.startExport(session)).exportId }),
    wrong,
  );
  await world.pass(MINUTE, AT_ONCE);
  const archives = await together(
    exports,
    async ({ session, exportId }) => {
      const answer = await client.archives.readExport(session, exportId);
      if (answer.state !== 'ready') throw new Error(`an export is '${answer.state}'`);
      return client.archives.download(answer);
    },
    wrong,
  );

  const receipts = await together(
    writers,
    async ({ session }) => ({ session, receiptId: (await client.erase(session)).receiptId }),
    wrong,
  );
  await world.pass(HOUR, AT_ONCE);
  await together(
    receipts,
    async ({ session, receiptId }) => {
      const { state } = await client.readReceipt(session, receiptId);
      if (state !== 'done') throw new Error(`a receipt says '${state}'`);
    },
    wrong,
  );
  const left = resting(aws.state);
  const [marks, kept] = [left.filter(({ content }) => content.includes('"erased"')), left.filter(isReceipt)];
  const others = left.filter((one) => !marks.includes(one) && !kept.includes(one));
  return {
    people,
    acknowledged,
    stored,
    exported: archives.reduce((total, { counts }) => total + counts.messages, 0),
    repeated,
    calls: aws.faults.calls.length,
    marks: marks.length,
    receipts: kept.length,
    wrong: [...wrong, ...aws.defects.splice(0), ...others.map(({ at }) => `left behind: ${at}`)],
  };
}

function isReceipt({ at }: { readonly at: string }): boolean {
  return JURISDICTION_IDS.some((id) => at.startsWith(`${id}-receipts `));
}

/** Whatever fails is told, and the others go on. */
async function together<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
  wrong: string[],
): Promise<Result[]> {
  const results: Result[] = [];
  await atOnce(AT_ONCE, all, async (one) => {
    try {
      results.push(await work(one));
    } catch (error) {
      wrong.push(String(error));
    }
  });
  return results;
}
