import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { residencyRoute } from './routes/residency';
import { surroundings } from './surroundings';

// The answer does not depend on the cell; that there is one does: nothing is served from a region that is nobody's home.
requireCell();

export const handler = publicHandler('residency', residencyRoute(), surroundings());
