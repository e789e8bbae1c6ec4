import type { CellAddresses } from '../client/cells';
import { DomicileClient } from '../client/domicile-client';
import { Move, type MoveReceipts } from '../client/move';
import type { Journal } from '../client/move-journal';
import { DomicileError } from '../domain/errors';
import type { JurisdictionId } from '../domain/jurisdictions';
import { ClaimError } from './errors';
import { followingLinks } from './links';
import { CODE, registerPerson, residenceIn } from './people';
import { send } from './send';
import type { Target } from './target';

/** A person who has moved, and how. */
export interface Moved {
  readonly receipts: MoveReceipts;
  /** As finished lines say it. */
  readonly words: readonly string[];
}

const WORDS = 'written at the old home, read at the new one';

/**
 * Moves somebody from one cell to another by the hands of their own device, interrupted once on the way, and shows that what
 * they wrote is at the new home and that the old one serves them no more.
 */
export async function moveHouse(
  cells: CellAddresses,
  target: Target,
  [from, to]: readonly [JurisdictionId, JurisdictionId],
): Promise<Moved> {
  const { session, email, password, personId } = await registerPerson(cells, from);
  const links = { misjudged: 0 };
  const transfer = followingLinks(target, from, links);
  const client = new DomicileClient({ cells, send, transfer, livesThere: () => true });
  const { logId } = await client.conversations.startLog(session);
  await client.conversations.write(session, logId, { text: WORDS });

  const kept: { text?: string } = {};
  const journal: Journal = {
    read: async () => kept.text,
    write: async (text) => void Object.assign(kept, { text }),
    clear: async () => void delete kept.text,
  };
  const person = {
    signInAtOldHome: async () => client.signIn(from, personId, password),
    newAccount: async () => ({ residence: residenceIn(to), email, password }),
    confirmationCode: async () => CODE,
  };
  const hesitant = new Move({ client, journal, person: { ...person, accepts: async () => false } });
  const stopped = await codeOf(hesitant.run(from, to));
  if (stopped !== 'TermsNotAccepted') {
    throw new ClaimError('MovedUnasked', `a move to '${to}' went on without its terms accepted, to '${stopped}'`);
  }
  const receipts = await new Move({ client, journal, person: { ...person, accepts: async () => true } }).run(from, to);
  await check(client, receipts, { session, password, from, to });
  const { logs, messages, profiles } = receipts.arrived.counts;
  return {
    receipts,
    words: [
      `one moved from '${from}' to '${to}': stopped before the terms of '${to}' were accepted, went on from there, and has ${profiles} profile, ${logs} log and ${messages} message there, compared record by record`,
      `'${to}' has a receipt of it, and '${from}' one of the erasure: it serves them no more`,
      ...(links.misjudged === 0 ? [] : [LINK_MISJUDGED]),
    ],
  };
}

const LINK_MISJUDGED =
  'the link to the archive was signed and not followed, for the reason given above; the run read the archive in its place, by rights of its own';

async function check(
  client: DomicileClient,
  { personId }: MoveReceipts,
  {
    session,
    password,
    from,
    to,
  }: { session: Parameters<DomicileClient['erase']>[0]; password: string } & Readonly<
    Record<'from' | 'to', JurisdictionId>
  >,
): Promise<void> {
  const answered = await codeOf(client.readProfile(session));
  if (answered !== 'erased') {
    throw new ClaimError('MovedAndServed', `a person who moved away from '${from}' was answered '${answered}' there`);
  }
  const there = await client.signIn(to, personId, password);
  const [log] = (await client.conversations.logs(there)).logs;
  const { messages } = log === undefined ? { messages: [] } : await client.conversations.readOwn(there, log.logId);
  if (messages.map(({ text }) => text).join('\n') !== WORDS) {
    throw new ClaimError(
      'NotMoved',
      `what a person wrote in '${from}' is not what they read in '${to}' after their move`,
    );
  }
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'served',
    (error: unknown) => (error instanceof DomicileError ? error.code : 'unknown'),
  );
}
