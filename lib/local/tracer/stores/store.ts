import { LocalError } from '../../errors';
import type { Target } from '../../target';

/** Something in a region that can hold data, with everything that it holds. */
export interface Store {
  readonly kind: StoreKind;
  /** As CloudFormation names it. */
  readonly id: string;
  readonly records: readonly StoreRecord[];
}

export interface StoreRecord {
  /** Where in the store. */
  readonly where: string;
  readonly body: Buffer;
}

export const STORE_KINDS = [
  'backup vault',
  'bucket',
  'dashboard',
  'data stream',
  'event archive',
  'event bus',
  'export of a table',
  'function',
  'key',
  'log group',
  'mail identity',
  'metric',
  'parameter',
  'queue',
  'secret',
  'stack',
  'state machine',
  'table',
  'table stream',
  'tags',
  'topic',
  'user pool',
] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/**
 * Reads every store of its kinds in a region, to the last page. It fails when any call fails: what could not be read has
 * not been searched.
 */
export type Reader = (target: Target, region: string) => Promise<Store[]>;

export function record(where: string, value: unknown): StoreRecord {
  return { where, body: Buffer.from(JSON.stringify(value, binaryAsBase64)) };
}

/** JSON has no bytes, and would write them as lists of numbers in which no search finds anything. */
function binaryAsBase64(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Uint8Array ? Buffer.from(original).toString('base64') : value;
}

/** All items of a paginated call. */
export async function all<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}

/** The pages of a call for which the SDK has no paginator. */
export async function* paged<Page, Token = string>(
  call: (token: Token | undefined) => Promise<Page>,
  next: (page: Page) => Token | undefined,
): AsyncGenerator<Page> {
  let token: Token | undefined;
  do {
    const page = await call(token);
    yield page;
    token = next(page);
  } while (token !== undefined);
}

/** What an answer is expected to have; a name that is missing would leave its store unread. */
export function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new TypeError(`AWS listed ${what} without its name`);
  return value;
}

/** What holds copies that no call can look into: it cannot be judged, and is never taken for empty. */
export function unreadable(what: string): LocalError {
  return new LocalError('CopiesUnread', `${what} holds copies that nobody can look into; nothing is known of them`);
}
