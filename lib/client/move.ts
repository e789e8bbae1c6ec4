import type { ReceiptAnswer, TermsAnswer } from '../domain/api';
import type { ImportReceipt } from '../domain/archive-api';
import { DomicileError } from '../domain/errors';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { ArchiveCounts, DeviceArchive } from './archive';
import type { DomicileClient, NewPerson, Session } from './domicile-client';
import { type Journal, type MoveState, readState, writeState } from './move-journal';
import { ProblemError } from './problem-error';
import { writtenBy } from './written';

/** The person who moves, as their device asks them. Nothing of what they answer is kept. */
export interface MovingPerson {
  signInAtOldHome(): Promise<Session>;
  /** What they register with at the new home. */
  newAccount(): Promise<NewPerson>;
  /** The code that the new home has sent them. */
  confirmationCode(): Promise<string>;
  accepts(terms: TermsAnswer): Promise<boolean>;
}

export interface MoveProps {
  readonly client: DomicileClient;
  readonly journal: Journal;
  readonly person: MovingPerson;
  /** @default - some seconds of real time */
  readonly wait?: () => Promise<void>;
}

/** What either home answers for. */
export interface MoveReceipts {
  /** All that is to be taken in is at the new home, compared record by record. */
  readonly arrived: ImportReceipt;
  /** How far the erasure at the old home is, and when it is final, is read by this. */
  readonly left: Pick<ReceiptAnswer, 'receiptId'>;
  readonly personId: string;
}

/** The move stays where it is. Whatever the reason, everything is at one of the two homes, and it can be run again. */
class MoveError extends DomicileError {}

const WAIT_MS = 2_000;
/** How often the device asks before it says that it takes longer. */
const MOST_ASKED = 300;

/**
 * Moves a person from one home to another, by the hands of their own device: everything is exported, brought along, taken in
 * and compared, and only then erased where it was. The two cells do not know of each other.
 *
 * Each step is written down before the next: run again after whatever has happened, it goes on where it was.
 */
export class Move {
  readonly #props: MoveProps;

  constructor(props: MoveProps) {
    this.#props = props;
  }

  /** Begins a move, or goes on with the one that was begun. @throws MoveError */
  async run(from: JurisdictionId, to: JurisdictionId): Promise<MoveReceipts> {
    const begun = await readState(this.#props.journal);
    const isOther = begun !== undefined && (begun.from !== from || begun.to !== to);
    // One that was finished hinders no other.
    const goesOn = begun !== undefined && !(isOther && begun.left !== undefined);
    const state = goesOn ? begun : await this.#write({ from, to, exportKey: newKey() });
    if (state.from !== from || state.to !== to) {
      throw new MoveError('OtherMove', `a move from '${state.from}' to '${state.to}' was begun; finish or abandon it`);
    }
    const exported = await this.#export(state);
    const registered = await this.#register(exported);
    const arrived = await this.#import(registered);
    const left = await this.#erase(arrived);
    const { arrived: receipt, left: receiptId, personId } = left;
    if (receipt === undefined || receiptId === undefined || personId === undefined) throw unclear();
    return { arrived: receipt, left: { receiptId }, personId };
  }

  /** Leaves everything at the old home, and nothing at the new one. @throws MoveError `TooLate` once the erasure was begun */
  async abandon(): Promise<void> {
    const { client, journal, person } = this.#props;
    const state = await readState(journal);
    if (state?.erasing !== undefined || state?.left !== undefined) {
      throw new MoveError('TooLate', 'everything has arrived, and the old home forgets you already');
    }
    if (state?.personId !== undefined) {
      const session = await this.#signIn(state, (await person.newAccount()).password);
      // Somebody who never confirmed can have brought nothing along, and whoever was told before may be forgotten already.
      if (session === undefined && state.confirmed === true && state.abandoning !== true) {
        throw newHomeShut(state.to);
      }
      if (session !== undefined) {
        await this.#write({ ...state, abandoning: true });
        await client.erase(session);
      }
    }
    await journal.clear();
  }

  async #write(state: MoveState): Promise<MoveState> {
    await writeState(this.#props.journal, state);
    return state;
  }

  async #export(state: MoveState): Promise<MoveState> {
    if (state.exportId !== undefined) return state;
    const session = await this.#props.person.signInAtOldHome();
    const locked = (await writtenBy(session, this.#props.client)) === 'locked';
    const { exportId } = await this.#props.client.archives.startExport(session, state.exportKey);
    return this.#write({ ...state, exportId, locked });
  }

  async #register(state: MoveState): Promise<MoveState> {
    if (state.personId !== undefined) return state;
    const { client, person } = this.#props;
    const { jurisdiction, personId } = await client.register(await person.newAccount());
    if (jurisdiction !== state.to) {
      throw new MoveError('OtherHome', `you belong to '${jurisdiction}', and not to '${state.to}', by your residence`);
    }
    return this.#write({ ...state, personId });
  }

  async #import(state: MoveState): Promise<MoveState> {
    if (state.arrived !== undefined) return state;
    const session = await this.#arrive(state);
    const there = await this.#write({ ...state, confirmed: true });
    const announced = there.import ?? (await this.#bring(there, session)).import;
    if (announced === undefined) throw unclear();
    const { importId, counts, sha256 } = announced;
    const receipt = await this.#settled({ ...there, import: announced }, session, importId);
    const differ = (Object.keys(counts) as (keyof ArchiveCounts)[]).filter((of) => counts[of] !== receipt.counts[of]);
    if (differ.length > 0 || receipt.sha256 !== sha256) {
      throw new MoveError('ReceiptDiffers', `the receipt of the new home does not fit the archive: ${differ.join()}`);
    }
    return this.#write({ ...there, import: announced, arrived: receipt });
  }

  /** Confirmed, signed in, and the terms accepted: each can be done again. */
  async #arrive(state: MoveState): Promise<Session> {
    const { client, person } = this.#props;
    const { password } = await person.newAccount();
    let session = await this.#signIn(state, password);
    if (session === undefined) {
      const { personId = '', to } = state;
      if (state.confirmed === true) throw newHomeShut(to);
      const isConfirmed = await this.#confirm(to, personId);
      session = await this.#signIn(state, password);
      if (session === undefined) {
        if (isConfirmed) throw newHomeShut(to);
        // A registration that waits for too long is removed, and its code is good for no longer: the next run makes another.
        const { personId: _, ...before } = state;
        await this.#write(before);
        throw new MoveError('NotConfirmed', `'${to}' has not taken the code; run the move again for another one`);
      }
    }
    const terms = await client.readTerms(state.to);
    if (!(await person.accepts(terms))) {
      throw new MoveError('TermsNotAccepted', `the terms of '${state.to}' were not accepted; nothing has moved`);
    }
    await client.acceptTerms(session, terms);
    return session;
  }

  /** Refused, it may have been taken by an earlier call whose answer was lost: signing in tells. */
  async #confirm(jurisdiction: JurisdictionId, personId: string): Promise<boolean> {
    const { client, person } = this.#props;
    try {
      await client.confirm({ jurisdiction, personId }, await person.confirmationCode());
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'confirmation_refused') return false;
      throw error;
    }
  }

  /** undefined where they have not confirmed yet: whoever is refused is not told why. */
  async #signIn({ to, personId = '' }: MoveState, password: string): Promise<Session | undefined> {
    try {
      return await this.#props.client.signIn(to, personId, password);
    } catch (error) {
      if (isRefused(error)) return undefined;
      throw error;
    }
  }

  /** Announces the archive at the new home and sends it there. */
  async #bring(state: MoveState, session: Session): Promise<MoveState> {
    const { archives } = this.#props.client;
    const { bytes, counts, sha256 } = await this.#fetched(state);
    const request = { bytes: bytes.length, sha256 };
    // Another archive, because the first one was gone, is another import.
    const key = state.importKey?.sha256 === sha256 ? state.importKey : { key: newKey(), sha256 };
    const keyed = await this.#write({ ...state, importKey: key });
    const started = await archives.startImport(session, request, key.key);
    if (started.state === 'open') await archives.upload(started, bytes);
    return this.#write({ ...keyed, import: { importId: started.importId, sha256, counts } });
  }

  /** The archive, as the old home has it ready; one that is gone or was never made is asked for anew in the next run. */
  async #fetched(state: MoveState): Promise<DeviceArchive & { readonly sha256: string }> {
    const { client, person } = this.#props;
    const session = await person.signInAtOldHome();
    for (let asked = 0; asked < MOST_ASKED; asked += 1) {
      const answer = await client.archives.readExport(session, state.exportId ?? '');
      if (answer.state === 'ready') return { ...(await client.archives.download(answer)), sha256: answer.sha256 };
      if (answer.state !== 'running') {
        const { exportId: _, ...rest } = state;
        await this.#write({ ...rest, exportKey: newKey() });
        throw new MoveError('ExportGone', 'the archive is not at the old home any more; run the move again');
      }
      await this.#wait();
    }
    throw new MoveError('TakesLonger', 'the old home is still collecting; run the move again later');
  }

  async #settled(state: MoveState, session: Session, importId: string): Promise<ImportReceipt> {
    const { archives } = this.#props.client;
    const { import: _, importKey: __, ...before } = state;
    for (let asked = 0; asked < MOST_ASKED; asked += 1) {
      const answer = await archives.readImport(session, importId).catch(unlessUnknown);
      if (answer?.state === 'done') return answer.receipt;
      if (answer?.state === 'running') {
        // Whoever had it run before may have got no further than to say so: asked again, it goes on, and is not run twice.
        if (asked === 0) await archives.runImport(session, importId);
        await this.#wait();
      } else if (answer?.state === 'failed') {
        await this.#write(before);
        throw new MoveError('NotTakenIn', `the new home has taken nothing in: ${answer.detail}`);
      } else if (
        answer === undefined ||
        (await archives.runImport(session, importId).catch(unlessUnknown)) === undefined
      ) {
        await this.#write(before);
        throw new MoveError('NotArrived', 'the archive is not at the new home any more; run the move again');
      }
    }
    throw new MoveError('TakesLonger', 'the new home is still taking it in; run the move again later');
  }

  /**
   * Only now, with the receipt in hand. The session is written down with the intention: where the answer is lost, the same
   * call is made again by it, though nobody could sign in there any more.
   */
  async #erase(state: MoveState): Promise<MoveState> {
    if (state.left !== undefined) return state;
    const session = await this.#sessionToErase(state);
    if (state.erasing === undefined) await this.#nothingWrittenSince(state, session);
    const { erasing: _, ...rest } = await this.#write({ ...state, erasing: session });
    const { receiptId } = await this.#props.client.erase(session);
    return this.#write({ ...rest, left: receiptId });
  }

  /**
   * A move can rest for days, and its person go on writing at the old home meanwhile: what came after the export is nowhere else.
   * Nothing of a log is ever taken out of it, so that as much as then is the same as then.
   */
  async #nothingWrittenSince(state: MoveState, session: Session): Promise<void> {
    const now = await writtenBy(session, this.#props.client);
    if (now === 'erased') return;
    const then = state.import?.counts;
    const isSame = now === 'locked' ? state.locked === true : now.logs === then?.logs && now.messages === then.messages;
    if (isSame) return;
    throw new MoveError(
      'WroteSince',
      `something may have been written at '${state.from}' since the archive was made; abandon the move, and begin again`,
    );
  }

  async #sessionToErase({ from, erasing }: MoveState): Promise<Session> {
    if (erasing !== undefined && erasing.expiresAt > Date.now()) return erasing;
    try {
      return await this.#props.person.signInAtOldHome();
    } catch (error) {
      if (erasing === undefined || !isRefused(error)) throw error;
      throw new MoveError(
        'OldHomeShut',
        `'${from}' lets you in no more: it forgets you already, and its receipt is lost, or the password was wrong`,
      );
    }
  }

  async #wait(): Promise<void> {
    const { wait = async () => new Promise<void>((resolve) => setTimeout(resolve, WAIT_MS)) } = this.#props;
    await wait();
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'sign_in_refused';
}

/** An import that the new home does not know any more, or whose archive it has not. */
function unlessUnknown(error: unknown): undefined {
  if (error instanceof ProblemError && ['no_such_import', 'archive_missing'].includes(error.code)) return undefined;
  throw error;
}

function newHomeShut(to: JurisdictionId): MoveError {
  return new MoveError('NewHomeShut', `'${to}' does not let you in any more, and may have what you brought along`);
}

function newKey(): string {
  return crypto.randomUUID();
}

function unclear(): MoveError {
  return new MoveError('JournalUnclear', 'what was written down of the move does not fit together; abandon it');
}
