import { REGIONS } from '../../../domain/regions';

/** Every region by name, the longer ones first, for patterns. */
export const ANY_REGION = Object.keys(REGIONS)
  .toSorted((one, other) => other.length - one.length)
  .join('|');

/**
 * What every text has that names a region, the other partition or a bucket; most have it not, and need no closer look. The
 * parts of regions' names, patterns of regions (`us-*`), short codes of regions (`use1`), profiles of models.
 */
const CAN_NAME_A_PLACE =
  /-(?:north|south|east|west|central|gov|iso)|(?:^|:)[a-z]{2}-\*|\.cache\.|--x-s3|aws-cn|\.com\.cn|:s3:::|s3[an]?:\/\/|(?:us|eu|apac|jp|au|ca|gov|global)\.[a-z]/u;

export function canNameAPlace(text: string): boolean {
  return CAN_NAME_A_PLACE.test(text);
}

const BASE64 = /^[A-Za-z0-9+/\s]{40,}={0,2}$/u;

/** What a text says that is written in base64; any other as it stands. */
export function decoded(text: string): string {
  const written = text.trim();
  if (!BASE64.test(written)) return text;
  const plain = Buffer.from(written, 'base64').toString('utf8');
  return /^[\t\n\r\u0020-\u007E]*$/u.test(plain) ? plain : text;
}

/** Something that a text names abroad. */
export interface Hint {
  /** Why it is abroad, as the middle of a sentence: `which names 'us-east-1'`. */
  readonly because: string;
  /** @default 'abroad' */
  readonly reach?: 'unknown';
  readonly settle?: string;
}

export function names(what: string): Hint {
  return { because: `which names '${what}'` };
}
