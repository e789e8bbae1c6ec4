import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { readConsentsRoute } from './routes/read-consents';
import { surroundings } from './surroundings';

const cell = requireCell();
const { people } = peopleOf(cell);

export const handler = memberHandler('read-consents', readConsentsRoute(), { cell, people }, surroundings());
