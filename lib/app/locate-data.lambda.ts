import { readFileSync } from 'node:fs';
import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { locateDataRoute } from './routes/locate-data';
import { storesFrom } from './stores-file';
import { surroundings } from './surroundings';
import { locateData } from './use-cases/locate-data';

// Written at synth, beside the bundle, from the classes of the stores in the stacks: nobody types it.
const STORES_FILE = new URL('./stores.json', import.meta.url);

const cell = requireCell();
const location = locateData(cell, storesFrom(readFileSync(STORES_FILE, 'utf8')));
const { people } = peopleOf(cell);

export const handler = memberHandler('locate-data', locateDataRoute(location), { cell, people }, surroundings());
