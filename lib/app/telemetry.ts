import { PROBLEM_CODES, type ProblemCode } from '../domain/problems';
import {
  AUTHORIZERS,
  type AuthorizerId,
  ROUTE_IDS,
  type RouteId,
  STEPS,
  type StepId,
  SWEEPS,
  type SweepId,
  TRIGGERS,
  type TriggerId,
} from '../domain/routes';

/** Why a trigger let nobody in: the inner code of the refusal. */
const REFUSALS = [
  'NotThisJurisdiction',
  'ServedElsewhere',
  'UnknownCountry',
  'ResidenceMissing',
  'ResidenceConfirmedMalformed',
  'UsernameNotGenerated',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Outcome = 'ok' | ProblemCode | Refusal;

/**
 * All that is ever logged or counted about one call. None of it says who called, from where, or with what.
 *
 * Routes and use cases are given no logger: the wrapper around a handler writes this one entry.
 */
export interface Entry {
  readonly requestId: string;
  readonly route: RouteId | TriggerId | AuthorizerId | StepId | SweepId;
  readonly outcome: Outcome;
  readonly durationMs: number;
  /** The name of an error that nobody expected; never its message, which may repeat what was sent. */
  readonly errorName?: string;
}

export interface Telemetry {
  answered(entry: Entry): void;
}

/** A name that code gives an error. */
const ERROR_NAME = /^[A-Z][A-Za-z0-9]{0,60}(?:Error|Exception)$/;
/** What Node calls a connection that failed: the SDK passes these on without a name of their own. */
const SYSTEM_ERRORS: readonly unknown[] = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/** What S3 calls its own, without the ending that other services give. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const S3_ERRORS: readonly unknown[] = [
  'AccessDenied',
  'NoSuchBucket',
  'NoSuchKey',
  'NoSuchUpload',
  'PermanentRedirect',
  'PreconditionFailed',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
];

const OUTCOMES: readonly unknown[] = ['ok', ...PROBLEM_CODES, ...REFUSALS];
const FUNCTIONS: readonly unknown[] = [...ROUTE_IDS, ...TRIGGERS, ...AUTHORIZERS, ...STEPS, ...SWEEPS];

const MAY_BE = {
  requestId: (value) => typeof value === 'string' && /^[\w=-]{1,64}$/.test(value),
  route: (value) => FUNCTIONS.includes(value),
  outcome: (value) => OUTCOMES.includes(value),
  // No function runs for more than a quarter of an hour, and no telephone number is that small.
  durationMs: (value) => typeof value === 'number' && value >= 0 && value <= 15 * 60_000,
  errorName: (value) =>
    (typeof value === 'string' && ERROR_NAME.test(value)) || SYSTEM_ERRORS.includes(value) || S3_ERRORS.includes(value),
} satisfies Readonly<Record<keyof Entry, (value: unknown) => boolean>>;

/**
 * What of a value may be logged: the fields of an Entry, as plain values of the right kind, and nothing else.
 *
 * The compiler holds our own code to it; this holds what the compiler did not see, a cast or a spread, to the same. A
 * getter is not called, and nothing inherited is read.
 */
export function loggable(value: unknown): Partial<Entry> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(MAY_BE).flatMap(([field, mayBe]) => {
      const found: unknown = Object.getOwnPropertyDescriptor(value, field)?.value;
      return mayBe(found) ? [[field, found]] : [];
    }),
  );
}

/** The name of a thrown value if code gave it that, such as `TimeoutError` or `ECONNREFUSED`; its message is not looked at. */
export function errorNameOf(error: unknown): string {
  try {
    if (!(error instanceof Error)) return 'Error';
    if ('code' in error && SYSTEM_ERRORS.includes(error.code)) return String(error.code);
    return ERROR_NAME.test(error.name) || S3_ERRORS.includes(error.name) ? error.name : 'Error';
  } catch {
    return 'Error';
  }
}

/** Tells of a call. Somebody who was served must not get an error because nobody could be told. */
export function tell(telemetry: Telemetry, entry: Entry): void {
  try {
    telemetry.answered(entry);
  } catch {
    // There is no other place to say it.
  }
}
