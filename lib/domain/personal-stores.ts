import type { StoreClass } from './store-class';

/** What has to be done with what a store holds of a person. */
export const STORE_TASKS = ['export', 'erase', 'move'] as const;
export type StoreTask = (typeof STORE_TASKS)[number];

/** Code of the application does it, or there is a reason why none has to, which people are told. */
export type StoreDuty = 'handler' | { readonly no: string };

/**
 * Every store that holds something of a person, in the order in which an erasure goes through them, and what becomes of it when
 * the person takes it away, has it erased, or moves.
 *
 * A store that is not here cannot be declared as personal, and a task without a handler does not compile: the application's
 * handlers are typed by this table (`lib/app/stores/handlers.ts`).
 */
export const PERSONAL_STORES = {
  conversations: { export: 'handler', erase: 'handler', move: 'handler' },
  media: { export: 'handler', erase: 'handler', move: 'handler' },
  archives: {
    export: { no: 'it holds exports, and nothing else' },
    erase: 'handler',
    move: { no: 'a day after it was written an archive is gone' },
  },
  jobs: {
    export: { no: 'it says only that something was asked for, and when' },
    erase: 'handler',
    move: { no: 'what was asked of one home is nothing to another' },
  },
  'person-keys': {
    export: { no: 'what the key has sealed is exported, opened' },
    erase: 'handler',
    move: { no: 'the new home makes a key of its own' },
  },
  accounts: {
    export: 'handler',
    erase: 'handler',
    move: { no: 'you register at your new home, under its terms' },
  },
  // After the account: from here on nobody gets a token, and the mark that stands in a profile's place may have an end.
  profiles: { export: 'handler', erase: 'handler', move: 'handler' },
  backups: {
    export: { no: 'it holds copies of tables that are exported' },
    erase: { no: 'what your key has sealed cannot be read once the key is gone, and the copy goes by age' },
    move: { no: 'the new home makes backups of its own' },
  },
  trail: {
    export: { no: 'AWS writes it for those who look into an attack, and it goes by age' },
    erase: { no: 'nobody can take a line out of it, and it goes by age' },
    move: { no: 'it is about calls to this home' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<StoreTask, StoreDuty>>>>;

export type PersonalStoreId = keyof typeof PERSONAL_STORES;
export const PERSONAL_STORE_IDS = Object.keys(PERSONAL_STORES) as PersonalStoreId[];

/** The stores for which code has to do a task. */
export type HandledStore<Task extends StoreTask> = {
  [Id in PersonalStoreId]: (typeof PERSONAL_STORES)[Id][Task] extends 'handler' ? Id : never;
}[PersonalStoreId];

export function handledStores<Task extends StoreTask>(task: Task): HandledStore<Task>[] {
  return PERSONAL_STORE_IDS.filter((id): id is HandledStore<Task> => PERSONAL_STORES[id][task] === 'handler');
}

export function isPersonalStore(id: string): id is PersonalStoreId {
  return Object.hasOwn(PERSONAL_STORES, id);
}

/**
 * Under which key a store's content rests: each person's own, within a store that is encrypted under the cell's key; the cell's,
 * which only services of its region can use; or one of AWS's for the account.
 */
export const STORE_KEYS = {
  person: 'sealed under your own key, in a store that is encrypted under a key of the cell',
  cell: 'encrypted under a key of the cell, which never leaves the region',
  aws: "encrypted under a key of AWS's own",
} as const;
export type StoreKeyKind = keyof typeof STORE_KEYS;

/** The class of a store of a cell: one that holds something of a person is one of the table above. */
export type DeclaredStore = Omit<StoreClass, 'id' | 'personal'> & { readonly key: StoreKeyKind } & (
    | { readonly id: PersonalStoreId; readonly personal: true }
    | { readonly id: string; readonly personal: { readonly no: string } }
  );
