import { personKeys } from './adapters/person-keys';
import { profilesTable } from './adapters/profiles-table';
import type { Cell } from './cell';
import { requireEnv } from './environment';

/** The keys of a cell's people, as the environment of a function names where they rest. */
export function keysOf(cell: Cell) {
  return personKeys(cell, { table: requireEnv('PERSON_KEYS_TABLE'), key: requireEnv('PERSON_KEY') });
}

/** The people of a cell and their keys, as the environment of a function names where these rest. Read once, at cold start. */
export function peopleOf(cell: Cell) {
  const keys = keysOf(cell);
  return { people: profilesTable(cell, requireEnv('PROFILES_TABLE'), keys), keys };
}
