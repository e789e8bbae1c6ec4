import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { writeProfileRoute } from './routes/write-profile';
import { surroundings } from './surroundings';

const cell = requireCell();
const around = surroundings();
const { people } = peopleOf(cell);
const route = writeProfileRoute(people, around.clock);

export const handler = memberHandler('write-profile', route, { cell, people }, around);
