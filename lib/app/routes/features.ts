import type { FeaturesAnswer } from '../../domain/api';
import { FeaturesQuery } from '../../domain/schemas/requests';
import type { Cell } from '../cell';
import { ok } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { queryOf } from '../http/input';
import { featureOf, featuresOf } from '../use-cases/use-feature';
import { featureUnavailable } from './problems';

/** All features, or the one that is asked for: one that is off is told with its reason, never as if it did not exist. */
export function featuresRoute(cell: Cell): PublicRoute<'features'> {
  return (event) => {
    const query = queryOf(event, FeaturesQuery);
    if (query.kind === 'problem') return query;
    const { feature } = query.value;
    const asked = feature === undefined ? featuresOf(cell) : [featureOf(cell, feature)];
    const [only] = asked;
    if (feature !== undefined && only?.state === 'off') return featureUnavailable(cell, only);
    const { jurisdiction, entry } = cell;
    return ok({ jurisdiction, jurisdictionName: entry.name, features: asked } satisfies FeaturesAnswer);
  };
}
