import { ConfigurationError } from '../domain/errors';
import { JURISDICTION_IDS, JURISDICTIONS, jurisdictionAt } from '../domain/jurisdictions';
import { type Cell, cellOf } from './cell';

/**
 * The value of an environment variable that a function cannot work without; read once, at cold start.
 *
 * @throws ConfigurationError `MissingEnvironment`
 */
export function requireEnv(name: string, environment: NodeJS.ProcessEnv = process.env): string {
  const value = environment[name];
  if (value === undefined || value === '') {
    throw new ConfigurationError('MissingEnvironment', `${name} is not set; the function's stack has to set it`);
  }
  return value;
}

/**
 * The cell that this code runs in: the one whose home is the function's region.
 *
 * @throws ConfigurationError `NoHomeRegion` when the region is nobody's home, so that nothing is ever served from there
 */
export function requireCell(environment: NodeJS.ProcessEnv = process.env): Cell {
  const region = requireEnv('AWS_REGION', environment);
  const jurisdiction = jurisdictionAt(region);
  if (jurisdiction === undefined) {
    const homes = JURISDICTION_IDS.map((id) => `'${JURISDICTIONS[id].homeRegion}'`).join(', ');
    throw new ConfigurationError(
      'NoHomeRegion',
      `AWS_REGION is '${region}', which is no jurisdiction's home; deploy to one of ${homes}`,
    );
  }
  return cellOf(jurisdiction);
}
