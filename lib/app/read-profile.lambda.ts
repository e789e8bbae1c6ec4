import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { readProfileRoute } from './routes/read-profile';
import { surroundings } from './surroundings';

const cell = requireCell();
const { people } = peopleOf(cell);

export const handler = memberHandler('read-profile', readProfileRoute(), { cell, people }, surroundings());
