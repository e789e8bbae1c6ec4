import { readText } from '../../assembly/files';
import { parseMap } from '../../assembly/parse';
import { isMap, type JsonMap } from '../../assembly/template';
import { closest, didYouMean } from '../../domain/closest';
import { InputError } from '../../domain/errors';
import { isRegion, REGIONS } from '../../domain/regions';

/**
 * Where data of each jurisdiction may rest: its home by the jurisdiction's id, or the other allowed regions by the home.
 * Further fields, as a table of jurisdictions has them, are let be.
 */
export type JurisdictionRegions = Readonly<
  Record<string, { readonly homeRegion: string; readonly allowedRegions?: readonly string[] } | readonly string[]>
>;

/**
 * The regions of each jurisdiction, from a file in JSON or YAML.
 *
 * @throws InputError when it cannot be read, or is wrong
 */
export function readJurisdictions(file: string): readonly (readonly string[])[] {
  return groupsOf(mapIn(file), `'${file}'`);
}

function mapIn(file: string): JsonMap {
  try {
    return parseMap(readText(file, file), file);
  } catch (cause) {
    if (!(cause instanceof InputError && cause.code === 'NotATemplate')) throw cause;
    const message = `'${file}' holds no map; name each jurisdiction in it with its home region`;
    throw new InputError('InvalidJurisdictions', message, { cause });
  }
}

/**
 * The regions of each jurisdiction, its home first.
 *
 * @param what the table as messages name it
 * @throws InputError with one line for each thing that is wrong
 */
export function groupsOf(
  table: JurisdictionRegions | JsonMap,
  what = 'the jurisdictions',
): readonly (readonly string[])[] {
  const groups = Object.entries(table).map(([id, entry]) => groupOf(id, entry));
  const problems = [...groups.flatMap((group) => group.problems), ...regionsOfTwo(groups)];
  if (groups.length === 0) problems.push('there is none; name each with its home region');
  if (problems.length === 0) return groups.map(({ regions }) => regions);
  throw new InputError('InvalidJurisdictions', `${what} cannot be used:\n  ${problems.join('\n  ')}`);
}

interface Group {
  readonly id: string;
  readonly regions: readonly string[];
  readonly problems: readonly string[];
}

function groupOf(id: string, entry: unknown): Group {
  if (Array.isArray(entry)) return groupFrom(id, ['a home', id], [`'${id}'`, entry]);
  if (!isMap(entry)) {
    const problem = `'${id}' is ${shown(entry)}; give it a 'homeRegion', or name a home region with the list of the others`;
    return { id, regions: [], problems: [problem] };
  }
  const { homeRegion, allowedRegions = [] } = entry;
  const group = groupFrom(id, [`'${id}.homeRegion'`, homeRegion], [`'${id}.allowedRegions'`, allowedRegions]);
  return { ...group, problems: [...group.problems, ...misspelt(id, entry)] };
}

function groupFrom(
  id: string,
  [homeField, home]: readonly [string, unknown],
  [othersField, others]: readonly [string, unknown],
): Group {
  const problems = regionProblems(homeField, home);
  if (!Array.isArray(others)) {
    return {
      id,
      regions: [],
      problems: [...problems, `${othersField} is ${shown(others)}; list the names of regions`],
    };
  }
  const listed: readonly unknown[] = others;
  problems.push(...listed.flatMap((region, index) => regionProblems(`${othersField}[${index}]`, region)));
  return { id, regions: [...new Set([home, ...listed])].filter((region) => typeof region === 'string'), problems };
}

function regionProblems(field: string, region: unknown): string[] {
  if (typeof region !== 'string') return [`${field} is ${shown(region)}; name a region such as 'eu-central-1'`];
  if (!isRegion(region)) {
    const hint = didYouMean(closest(region, Object.keys(REGIONS)));
    return [`${field} is '${region}', which is no region of AWS${hint}`];
  }
  return REGIONS[region].partition === 'aws-cn'
    ? [`${field} is '${region}' in the partition 'aws-cn', which no setting allows`]
    : [];
}

/** A misspelt field would only make the check stricter, but nobody would know why. */
function misspelt(id: string, entry: JsonMap): string[] {
  const names = ['homeRegion', 'allowedRegions'];
  return Object.keys(entry)
    .filter((field) => !names.includes(field))
    .flatMap((field) => {
      const near = closest(field, names, 3);
      return near.length > 0 ? [`'${id}.${field}' is no field of a jurisdiction${didYouMean(near)}`] : [];
    });
}

/** Of what rests in such a region nobody could say whose it is. */
function regionsOfTwo(groups: readonly Group[]): string[] {
  const owner = new Map<string, string>();
  return groups.flatMap(({ id, regions }) =>
    regions.flatMap((region) => {
      const other = owner.get(region);
      if (other === undefined) {
        owner.set(region, id);
        return [];
      }
      return [`'${region}' is a region of '${other}' and of '${id}'; two jurisdictions cannot share one`];
    }),
  );
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : `'${typeof value === 'string' ? value : JSON.stringify(value)}'`;
}
