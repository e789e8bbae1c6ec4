import type { CellAddresses } from '../client/cells';
import type { Session } from '../client/domicile-client';
import type { ReceiptAnswer } from '../domain/api';
import type { ImportReceipt } from '../domain/archive-api';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { HandedOver } from './invitations';

/** The part of a browser's storage that is used. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** A conversation as only this device knows it: a name for the other, and the invitation to read their half. */
export interface Known {
  readonly name?: string;
  readonly other?: HandedOver;
}

/** What the device keeps until it is told to forget: nothing of it is sent to a cell. */
export interface Memory {
  readonly cells?: CellAddresses;
  readonly country?: string;
  /** Who registered here: a number, by which they can sign in. */
  readonly personId?: string;
  readonly exported?: { readonly exportId: string; readonly sha256?: string };
  readonly arrived?: ImportReceipt;
  readonly receiptId?: string;
  /** What the home has said last of an erasure. */
  readonly receipt?: ReceiptAnswer;
  /** By the id of one's own log. */
  readonly conversations?: Readonly<Record<string, Known>>;
}

const MEMORY = 'domicile';
const SESSION = 'domicile-session';

/**
 * What a device keeps of a person at one home: a browser keeps the storage of each address apart. The token, which lives for
 * minutes, goes with the tab.
 */
export class Device {
  readonly #lasting: Store;
  readonly #tab: Store;
  readonly #home: JurisdictionId;

  constructor(home: JurisdictionId, { lasting, tab }: { readonly lasting: Store; readonly tab: Store }) {
    this.#home = home;
    this.#lasting = lasting;
    this.#tab = tab;
  }

  get memory(): Memory {
    return parsed(this.#lasting.getItem(MEMORY)) ?? {};
  }

  /** Adds to what is kept; `undefined` forgets a member. */
  keep(changes: { readonly [Member in keyof Memory]: Memory[Member] | undefined }): void {
    this.#lasting.setItem(MEMORY, JSON.stringify({ ...this.memory, ...changes }));
  }

  /** An address that is known is not replaced by what a link says. */
  learn(told: CellAddresses): void {
    this.keep({ cells: { ...told, ...this.memory.cells } });
  }

  conversation(logId: string): Known {
    return this.memory.conversations?.[logId] ?? {};
  }

  keepConversation(logId: string, known: Known): void {
    const { conversations } = this.memory;
    this.keep({ conversations: { ...conversations, [logId]: { ...conversations?.[logId], ...known } } });
  }

  forgetConversation(logId: string): void {
    const { [logId]: _, ...conversations } = this.memory.conversations ?? {};
    this.keep({ conversations });
  }

  /** The session of this tab, while its token lives. */
  session(now: number): Session | undefined {
    const session = parsed(this.#tab.getItem(SESSION)) as Session | undefined;
    return session?.jurisdiction === this.#home && session.expiresAt > now ? session : undefined;
  }

  open(session: Session): void {
    this.#tab.setItem(SESSION, JSON.stringify(session));
  }

  close(): void {
    this.#tab.removeItem(SESSION);
  }

  forget(): void {
    this.close();
    this.#lasting.removeItem(MEMORY);
  }
}

/** Something else may have written there: it is as if nothing had been kept. */
function parsed(text: string | null): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
