import { readFileSync } from 'node:fs';
import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { transparencyRoute } from './routes/transparency';
import { storesFrom } from './stores-file';
import { surroundings } from './surroundings';
import { locateData } from './use-cases/locate-data';

// Written at synth, beside the bundle, from the classes of the stores in the stacks: nobody types it.
const STORES_FILE = new URL('./stores.json', import.meta.url);

const location = locateData(requireCell(), storesFrom(readFileSync(STORES_FILE, 'utf8')));

export const handler = publicHandler('transparency', transparencyRoute(location), surroundings());
