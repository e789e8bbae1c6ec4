import type { DestinationKind, PlaceOfCall, Strength } from '../catalogue/channel';
import type { Level, Severity } from '../domain/finding';

/** What arrives, for each level. */
export const ARRIVES = {
  content: 'personal data',
  keys: 'what opens personal data',
  metadata: 'what tells of personal data',
  path: 'a way for personal data to go',
} as const satisfies Readonly<Record<Level, string>>;

/** How much a policy stops, in a cell. */
export const STRENGTH = {
  exact: 'exact',
  'region-deny': 'region deny',
  'whole-action': 'whole action only',
  partly: 'partly',
  'not-at-all': 'not at all',
} as const satisfies Readonly<Record<Strength, string>>;

/** The same, as the beginning of a sentence. */
export const STOPS = {
  exact: 'A policy stops just this',
  'region-deny': 'A region deny stops it',
  'whole-action': 'A policy stops it only together with its use at home',
  partly: 'A policy stops it in part',
  'not-at-all': 'No policy stops it',
} as const satisfies Readonly<Record<Strength, string>>;

/** What is read from a value that names a destination. */
export const KIND = {
  region: 'a region',
  arn: 'an ARN',
  bucket: 'a bucket',
  endpoint: 'a host or URL',
  zone: 'a zone',
  key: 'a KMS key',
  model: 'a model or inference profile',
  account: 'an account or principal',
  text: 'free text',
  code: 'program code',
  script: 'a shell script',
} as const satisfies Readonly<Record<DestinationKind, string>>;

/** What a finding counts for, where that is not as its level says. */
export const SEVERITY = {
  error: 'as an error',
  warning: 'as a warning',
  info: 'for information',
} as const satisfies Readonly<Record<Severity, string>>;

export function placeOfCall(place: PlaceOfCall): string {
  return place === 'both' ? 'source and destination' : place;
}

export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
