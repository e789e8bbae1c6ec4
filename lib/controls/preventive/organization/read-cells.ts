import { readText } from '../../../assembly/files';
import { parseMap } from '../../../assembly/parse';
import { isMap } from '../../../assembly/template';
import { InputError } from '../../../domain/errors';
import { accountOf } from '../../../domain/jurisdiction-rules';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../../../domain/jurisdictions';
import { groupsOf } from '../../residency/jurisdiction-regions';
import type { PlacedCell } from './policy-set';

type Environment = Readonly<Record<string, string | undefined>>;

/** The cells of the project's own table, in the accounts that the environment names. */
export function ownCells(environment: Environment): PlacedCell[] {
  return JURISDICTION_IDS.map((jurisdiction) => ({
    jurisdiction,
    regions: [JURISDICTIONS[jurisdiction].homeRegion],
    account: accountOf(JURISDICTIONS[jurisdiction], environment),
  }));
}

/** Cells, and those of them whose account nobody has named. */
export interface CellsOfFile {
  readonly cells: readonly PlacedCell[];
  readonly withoutAccount: readonly PlacedCell[];
}

/**
 * The cells of a file of jurisdictions, as `check` takes it, each with an account: its own field `account`, or what the table of
 * this project or the environment says of the same jurisdiction, or a documentation account, so that policies can be looked at.
 *
 * @throws InputError when the file cannot be read, or is wrong
 */
export function cellsOfFile(file: string, environment: Environment): CellsOfFile {
  const table = parseMap(readText(file, file), file);
  const groups = groupsOf(table, `'${file}'`);
  const cells = Object.entries(table).map(([jurisdiction, entry], index) => {
    const [home = jurisdiction, ...others] = groups[index] ?? [];
    const named = namedAccount(jurisdiction, isMap(entry) ? entry['account'] : undefined, environment, file);
    const account = named ?? `${(index + 1) % 10}`.repeat(12);
    const cell: PlacedCell = { jurisdiction: identifier(jurisdiction, file), regions: [home, ...others], account };
    return { cell, isNamed: named !== undefined };
  });
  return {
    cells: cells.map(({ cell }) => cell),
    withoutAccount: cells.filter(({ isNamed }) => !isNamed).map(({ cell }) => cell),
  };
}

function namedAccount(
  jurisdiction: string,
  account: unknown,
  environment: Environment,
  file: string,
): string | undefined {
  if (typeof account === 'string' && /^\d{12}$/u.test(account)) return account;
  if (isMap(account) && typeof account['variable'] === 'string' && typeof account['whenUnset'] === 'string') {
    return accountOf({ account: { variable: account['variable'], whenUnset: account['whenUnset'] } }, environment);
  }
  if (account !== undefined) {
    throw new InputError(
      'InvalidJurisdictions',
      `'${jurisdiction}.account' in '${file}' is '${JSON.stringify(account)}'; name an account in quotes, by its twelve digits`,
    );
  }
  if (isOwn(jurisdiction)) return accountOf(JURISDICTIONS[jurisdiction], environment);
  return environment[`DOMICILE_ACCOUNT_${jurisdiction.toUpperCase().replaceAll('-', '_')}`];
}

function isOwn(jurisdiction: string): jurisdiction is JurisdictionId {
  return Object.hasOwn(JURISDICTIONS, jurisdiction);
}

/** A jurisdiction's id becomes part of the names of policies and roles. */
function identifier(jurisdiction: string, file: string): string {
  if (/^[a-z][\w-]{0,40}$/iu.test(jurisdiction)) return jurisdiction;
  throw new InputError(
    'InvalidJurisdictions',
    `'${jurisdiction}' in '${file}' cannot be part of a policy's name; use letters, digits and hyphens, a letter first`,
  );
}
