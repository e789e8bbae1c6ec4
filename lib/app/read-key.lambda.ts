import { readerFinder } from './adapters/readers-table';
import { requireCell, requireEnv } from './environment';
import { peopleOf } from './people';
import { surroundings } from './surroundings';
import { readKeyAuthorizer } from './triggers/read-key';
import { openLog } from './use-cases/read-as-reader';

const cell = requireCell();
const around = surroundings();
const readers = readerFinder(cell, requireEnv('CONVERSATIONS_TABLE'));

export const handler = readKeyAuthorizer(
  openLog({ cell, readers, people: peopleOf(cell).people, clock: around.clock }),
  around,
);
