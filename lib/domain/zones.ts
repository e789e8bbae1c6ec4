import { REGIONS } from './regions';

/** Where an Availability Zone, Local Zone or Wavelength Zone belongs. */
export interface Zone {
  /** The region that it is reached through. */
  readonly region: string;
  /** Whether it is at a place of its own, away from the region's data centres, and so possibly in another country. */
  readonly isApart: boolean;
}

const REGION = '[a-z]{2,4}(?:-[a-z]+)+-\\d+';
const BY_NAME = new RegExp(`^(${REGION})(?:([a-z])|-[a-z0-9-]+)$`, 'u');
const BY_ID = /^([a-z]{2,6}\d)-(?:az\d+|([a-z0-9-]+))$/u;

/**
 * The zone of a name or an id: `eu-central-1a`, `euc1-az2`, the Local Zone `eu-central-1-ham-1a`, the Wavelength Zone
 * `eu-central-1-wl1-ber-wlz-1`. Undefined for what is none.
 *
 * Source: https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html and
 * https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
 */
export function zoneOf(name: string): Zone | undefined {
  const [, region, letter] = BY_NAME.exec(name) ?? [];
  if (region !== undefined) return { region, isApart: letter === undefined };
  const [, code = '', apart] = BY_ID.exec(name) ?? [];
  const coded = REGION_OF_CODE.get(code);
  return coded === undefined ? undefined : { region: coded, isApart: apart !== undefined };
}

/** The region of the short code that ids of zones and hosts of caches have: `use1` is `us-east-1`. */
export function regionOfCode(code: string): string | undefined {
  return REGION_OF_CODE.get(code);
}

/**
 * The region of a directory bucket, whose name ends with the id of its zone: `exports--use1-az4--x-s3`.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
export function regionOfDirectoryBucket(name: string): string | undefined {
  const [, zone] = /--([a-z0-9-]+?)--x-s3$/u.exec(name) ?? [];
  return zone === undefined ? undefined : zoneOf(zone)?.region;
}

/** The short code of a region in the ids of its zones, each direction by its first letter: `eu-central-1` is `euc1`. */
export function codeOfRegion(region: string): string {
  const [geography = '', ...rest] = region.split('-');
  const letters = rest.map((part) =>
    part.replaceAll(/(north|south|east|west|central|gov)/gu, (word) => word.charAt(0)),
  );
  return geography + letters.join('');
}

const REGION_OF_CODE: ReadonlyMap<string, string> = new Map(
  Object.keys(REGIONS).map((region) => [codeOfRegion(region), region]),
);
