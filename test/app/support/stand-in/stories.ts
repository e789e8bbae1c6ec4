import type { NewPerson } from '../../../../lib/client/domicile-client';
import { Move } from '../../../../lib/client/move';
import { JURISDICTION_IDS, type JurisdictionId } from '../../../../lib/domain/jurisdictions';
import { RESIDENCE, type Resident, settle, textsIn, wordsOf } from './people';
import { difference, type Resting, resting } from './resting';
import { CODE } from './services';
import type { Story } from './story';
import type { World } from './world';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** More than a page and more than a batch of entries. */
const MESSAGES = 24;

export interface AmongOthers {
  readonly person: Resident;
  /** What rests of everybody else. */
  readonly others: readonly Resting[];
}

/** Somebody who has written, among others who have. */
async function amongOthers(world: World, jurisdiction: JurisdictionId = 'eu'): Promise<AmongOthers> {
  for (const id of JURISDICTION_IDS) await settle(world, id, 1);
  const others = resting(world.aws.state);
  return { person: await settle(world, jurisdiction, MESSAGES), others };
}

/** Somebody is erased. */
export const erasure: Story<AmongOthers> = {
  begin: async (world) => amongOthers(world),

  async tell(world, { person }) {
    const { receiptId } = await world.client.erase(person.session);
    await world.pass(HOUR);
    const { state } = await world.client.readReceipt(person.session, receiptId);
    if (state !== 'done') throw new Error(`the receipt says '${state}'`);
  },

  check: async (world, begun) => leftAfterErasure(world, begun),
};

/** Somebody is erased of whom an archive rests, and another one of which only parts were written when a process died. */
export const erasureWithArchives: Story<AmongOthers> = {
  ...erasure,
  async begin(world) {
    const begun = await amongOthers(world);
    const { faults } = world.aws;
    await world.client.archives.startExport(begun.person.session);
    const restore = world.aws.snapshot();
    faults.plan();
    await world.pass(0);
    const completing = faults.calls.indexOf('POST uploadId') + 1;
    restore();
    faults.plan(completing, 'killed before');
    await world.pass(0);
    faults.plan();
    return begun;
  },
};

/** Everything is exported, downloaded and compared; a day later it is gone. */
export const exporting: Story<AmongOthers> = {
  begin: async (world) => amongOthers(world),

  async tell(world, { person }, memory) {
    const { archives } = world.client;
    const key = memory.get('key') ?? crypto.randomUUID();
    memory.set('key', key);
    const { exportId } = await archives.startExport(person.session, key);
    await world.pass(MINUTE);
    const answer = await archives.readExport(person.session, exportId);
    if (answer.state === 'gone' && memory.has('downloaded')) return;
    if (answer.state !== 'ready') {
      // What has failed is asked for anew.
      memory.delete('key');
      throw new Error(`the export is '${answer.state}'`);
    }
    const { counts } = await archives.download(answer);
    if (counts.messages !== MESSAGES || counts.media !== 1)
      throw new Error(`the archive has ${JSON.stringify(counts)}`);
    memory.set('downloaded', 'yes');
    await world.pass(DAY);
    const after = await archives.readExport(person.session, exportId);
    if (after.state !== 'gone') throw new Error(`a day later the export is '${after.state}'`);
  },

  async check(world, { person, others }) {
    const left = difference(others, resting(world.aws.state));
    const archives = left.added.filter(({ at }) => at.startsWith('eu-archives'));
    return [
      ...left.gone.map(({ at }) => `lost of others: ${at}`),
      ...archives.map(({ at }) => `left behind: ${at}`),
      ...(await lostOf(world, person)),
    ];
  },
};

/** Nothing but two marks that name nobody, and a receipt; and everything of everybody else. */
function leftAfterErasure(
  { aws, entries }: World,
  { person, others }: AmongOthers,
  isElsewhere: (one: Resting) => boolean = () => false,
): string[] {
  const { jurisdiction, personId } = person;
  const { added: all, gone } = difference(others, resting(aws.state));
  const added = all.filter((one) => !isElsewhere(one));
  const words = wordsOf(person);
  const isMark = ({ at, content }: Resting) =>
    [`${jurisdiction}-profiles`, `${jurisdiction}-person-keys`].some((table) => at === `${table} ["${personId}"]`) &&
    Object.keys(JSON.parse(content) as object).every((name) =>
      ['personId', 'erased', 'jobId', 'expiresAt'].includes(name),
    );
  const isReceipt = ({ at, content }: Resting) =>
    at.startsWith(`${jurisdiction}-receipts `) && !words.some((word) => content.includes(word));
  const [marks, receipts] = [added.filter(isMark), added.filter(isReceipt)];
  const executions = [...aws.state.executions.values()].map(({ input }) => input);
  return [
    ...gone.map(({ at }) => `lost of others: ${at}`),
    ...added.filter((one) => !isMark(one) && !isReceipt(one)).map(({ at }) => `left behind: ${at}`),
    ...(marks.length === 2 ? [] : [`${marks.length} marks`]),
    ...(receipts.length === 1 ? [] : [`${receipts.length} receipts`]),
    ...wordsAmong(words, executions).map((word) => `in the history of workflows: ${word}`),
    ...wordsAmong(
      words,
      entries.map((entry) => JSON.stringify(entry)),
    ).map((word) => `in the log: ${word}`),
  ];
}

/** What a person was told is written, and is not there as it was, in its order and once. */
async function lostOf(world: World, { session, logId, texts }: Resident): Promise<string[]> {
  const there = await textsIn(world, session, logId);
  return there.join('\n') === texts.join('\n') ? [] : [`lost: ${there.length} of ${texts.length} messages are there`];
}

function wordsAmong(words: readonly string[], texts: readonly string[]): string[] {
  return words.filter((word) => texts.some((text) => text.includes(word)));
}

interface Moving extends AmongOthers {
  readonly account: NewPerson;
}

/** Somebody moves with everything, by the hands of their own device, which is told whenever something has failed. */
export const moving: Story<Moving> = {
  async begin(world) {
    const begun = await amongOthers(world);
    const { email } = begun.person.account;
    return { ...begun, account: { residence: RESIDENCE.international, email, password: 'Correct-Horse-there' } };
  },

  async tell(world, { person, account }, memory) {
    const { client } = world;
    const journal = {
      read: async () => memory.get('journal'),
      write: async (text: string) => void memory.set('journal', text),
      clear: async () => void memory.delete('journal'),
    };
    const asked = {
      signInAtOldHome: async () => client.signIn('eu', person.personId, person.account.password),
      newAccount: async () => account,
      confirmationCode: async () => CODE,
      accepts: async () => true,
    };
    const move = new Move({ client, journal, person: asked, wait: async () => world.pass(10) });
    const { left } = await move.run('eu', 'international');
    await world.pass(HOUR);
    const { state } = await client.readReceipt(person.session, left.receiptId);
    if (state !== 'done') throw new Error(`the receipt says '${state}'`);
  },

  async check(world, { person, others, account }) {
    // Of a sign-up whose answer never came, an account stays until the next day: the device has signed up anew.
    await world.pass(DAY + HOUR);
    await world.sweep('international', 'remove-unconfirmed');
    const isAtNewHome = ({ at }: Resting) => at.startsWith('international-');
    const { added } = difference(others, resting(world.aws.state));
    return [
      ...leftAfterErasure(world, { person, others }, isAtNewHome),
      ...(await arrived(world, person, account, added.filter(isAtNewHome))),
    ];
  },
};

/** What has to be at the new home, and nothing beside it. */
async function arrived(
  world: World,
  person: Resident,
  account: NewPerson,
  added: readonly Resting[],
): Promise<string[]> {
  const accounts = added.filter(
    ({ at, content }) => at.startsWith('international-pool') && content.includes(account.email),
  );
  const confirmed = accounts.filter(({ content }) => (JSON.parse(content) as { isConfirmed: boolean }).isConfirmed);
  const personId = confirmed[0]?.at.split(' ')[1] ?? '';
  const session = await world.client.signIn('international', personId, account.password);
  const { displayName } = await world.client.readProfile(session);
  const kinds = added.filter(({ at }) => !at.includes(personId)).map(({ at }) => at.split(' ')[0]);
  const jobs = kinds.filter((kind) => kind === 'international-jobs').length;
  const known = ['international-jobs', 'international-pool', 'international-media'];
  const others = kinds.filter((kind = '') => !known.includes(kind));
  const transfers = added.filter(({ content }) => content.includes('"transfer"')).length;
  const objects = new Set(added.filter(({ at }) => at.startsWith('international-media ')).map(({ at }) => at));
  return [
    ...(await lostOf(world, { ...person, session })),
    ...(displayName === person.displayName ? [] : ['lost: the name']),
    ...(confirmed.length === 1 && accounts.length === 1 ? [] : [`${accounts.length} accounts`]),
    ...(objects.size === 1 ? [] : [`${objects.size} objects`]),
    ...(transfers === 1 ? [] : [`${transfers} transfers`]),
    ...(jobs === 1 + transfers ? [] : [`left behind: ${jobs} jobs`]),
    ...others.map((kind) => `left behind: ${kind}`),
  ];
}
