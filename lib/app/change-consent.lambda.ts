import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { changeConsentRoute } from './routes/change-consent';
import { surroundings } from './surroundings';
import { changeConsent } from './use-cases/change-consent';

const cell = requireCell();
const around = surroundings();
const { people } = peopleOf(cell);
const route = changeConsentRoute(changeConsent({ people, clock: around.clock }));

export const handler = memberHandler('change-consent', route, { cell, people }, around);
