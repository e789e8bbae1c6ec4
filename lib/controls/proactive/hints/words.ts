import { INFERENCE_GEOGRAPHIES, inferenceGeography } from '../../../domain/inference-geographies';
import { regionOfDirectoryBucket } from '../../../domain/zones';
import { ANY_REGION, type Hint, names } from './reading';
import type { Surroundings } from './surroundings';

const WHOLE = new RegExp(`^(?:${ANY_REGION})$`, 'iu');
const ZONE = new RegExp(`^(${ANY_REGION})[a-z]$`, 'u');
const POOL = new RegExp(`(?<![\\w-])(${ANY_REGION})(?:_[A-Za-z0-9]{6,}|:[0-9a-f]{8}-[0-9a-f]{4}-)`, 'gu');
const ASSIGNED = new RegExp(
  `(?:region(?:_?name|_?id|s)?["']?\\s?(?:=>|[:=])\\s{0,9}["'\\[]{0,3}|--?region[ =]["']?|configure\\s+set\\s+[\\w.]{0,40}region\\s+|location_?constraint["']?\\s?[:=]\\s{0,9}["']?)(${ANY_REGION})(?![\\w-])`,
  'giu',
);
const PROFILE = new RegExp(
  `(?<![\\w.-])(?:${Object.keys(INFERENCE_GEOGRAPHIES).join('|')})\\.[a-z0-9]+\\.[a-z0-9][\\w.:-]*[-:][\\w.:-]+`,
  'gu',
);

/** A value that is the name of a region or of one's zone, or several with commas or spaces between them. */
export function regionsHint(value: string, { allowed }: Surroundings): Hint | undefined {
  const words = value.split(/[\s,;|]+/u).filter((word) => word !== '');
  const regions = words.map((word) => (WHOLE.test(word) ? word.toLowerCase() : ZONE.exec(word)?.[1]));
  if (regions.includes(undefined)) return undefined;
  const foreign = regions.find((region) => region !== undefined && !allowed.includes(region));
  return foreign === undefined ? undefined : names(foreign);
}

/** The id of a user pool or an identity pool, which begins with its region. */
export function poolHint(text: string, { allowed }: Surroundings): Hint | undefined {
  for (const [whole, region = ''] of text.matchAll(POOL)) if (!allowed.includes(region)) return names(whole);
  return undefined;
}

/** A region that is assigned to something called a region: `region: us-east-1`, `--region us-east-1`. */
export function assignmentHint(text: string, { allowed }: Surroundings): Hint | undefined {
  for (const [, region = ''] of text.matchAll(ASSIGNED)) {
    if (!allowed.includes(region.toLowerCase())) return names(region.toLowerCase());
  }
  return undefined;
}

/** The id of an inference profile that answers from abroad. */
export function profileHint(text: string, { geographyHint }: Surroundings): Hint | undefined {
  for (const [id] of text.matchAll(PROFILE)) {
    const geography = inferenceGeography(id);
    const hint = geography === undefined ? undefined : geographyHint(geography);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

const NAMED = new RegExp(`(?<![a-z0-9])(?:${ANY_REGION})(?![0-9])`, 'gu');

/** A region abroad that a name carries: `mirror-us-east-1`, or the zone of a directory bucket. */
export function regionInName(name: string, allowed: readonly string[]): string | undefined {
  const inZoneOf = regionOfDirectoryBucket(name);
  if (inZoneOf !== undefined) return allowed.includes(inZoneOf) ? undefined : inZoneOf;
  for (const [region] of name.matchAll(NAMED)) if (!allowed.includes(region)) return region;
  return undefined;
}
