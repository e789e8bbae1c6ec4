import { personKeys } from './adapters/person-keys';
import { profilesTable } from './adapters/profiles-table';
import type { Cell } from './cell';
import { requireEnv } from './environment';

/** The people of a cell and their keys, as the environment of a function names where these rest. Read once, at cold start. */
export function peopleOf(cell: Cell) {
  const keys = personKeys(cell, { table: requireEnv('PERSON_KEYS_TABLE'), key: requireEnv('PERSON_KEY') });
  return { people: profilesTable(cell, requireEnv('PROFILES_TABLE'), keys), keys };
}
