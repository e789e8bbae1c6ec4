import type { AccountRecord } from '../archive/records';
import type { PersonKeys, PersonReader } from '../ports';
import type { Collector } from '../use-cases/collect-export';
import { type ConversationStores, exportedWithMedia } from './exported-conversations';
import { exportedProfile } from './exported-profile';

export interface AccountReader {
  /** What the user pool has of a person; undefined where it has nothing. */
  account(personId: string): Promise<AccountRecord | undefined>;
}

/** Reads a person out of every store. Whoever has no key yet has an account, and nothing else. */
export function collector(stores: {
  readonly accounts: AccountReader;
  readonly people: PersonReader;
  readonly keys: Pick<PersonKeys, 'find'>;
  readonly conversations: ConversationStores;
}): Collector {
  const { accounts, people, keys, conversations } = stores;
  return {
    async contentOf(personId) {
      const person = await people.read(personId);
      if (person.kind === 'erased') return undefined;
      const sealer = await keys.find(personId);
      const owner = sealer && { personId, sealer };
      return {
        accounts: one(async () => accounts.account(personId)),
        profiles: exportedProfile(person),
        ...(owner === undefined ? nothing() : exportedWithMedia(owner, conversations)),
      };
    },
  };
}

/** Asked for when it is read, and not before: a failure that nobody waits for ends the process. */
async function* one<T>(find: () => Promise<T | undefined>): AsyncIterable<T> {
  const found = await find();
  if (found !== undefined) yield found;
}

async function* none(): AsyncIterable<never> {}
const nothing = () => ({ conversations: none(), media: none() });
