import type { CellAddresses } from '../client/cells';
import { DomicileClient } from '../client/domicile-client';
import { ProblemError } from '../client/problem-error';
import type { JurisdictionId } from '../domain/jurisdictions';
import { ClaimError } from './errors';
import { send } from './send';

/** Asks a cell for each of its features; one that is off has to say so, with jurisdiction and reason. */
export async function askForFeatures(cells: CellAddresses, jurisdiction: JurisdictionId): Promise<string> {
  const client = new DomicileClient({ cells, send });
  const { features } = await client.features(jurisdiction);
  for (const { feature, state } of features) {
    const answer = await client.feature(jurisdiction, feature).then(
      () => 'available',
      (error: unknown) => (error instanceof ProblemError ? error.problem : error),
    );
    const refused = answer instanceof Object && 'reason' in answer && answer.reason !== undefined;
    if (refused !== (state === 'off')) {
      throw new ClaimError(
        'FeatureAnswersOtherwise',
        `cell '${jurisdiction}' lists '${feature}' as '${state}', and answered ${JSON.stringify(answer)} when it was asked for`,
      );
    }
  }
  return `'${jurisdiction}' has ${features.map(({ feature, state }) => `${feature} ${state}`).join(', ')}`;
}
