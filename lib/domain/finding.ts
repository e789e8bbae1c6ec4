/** Where a destination is: at home, outside of what is allowed, or not to be known from what we were given. */
export type Reach = 'home' | 'abroad' | 'unknown';

/** What arrives there: personal data, what opens it, what tells of it, or a way for it to go. */
export const LEVELS = ['content', 'keys', 'metadata', 'path'] as const;
export type Level = (typeof LEVELS)[number];

/** `info` does not change an exit code. */
export type Severity = 'error' | 'warning' | 'info';

/** The severity of a finding at each level, unless its rule says otherwise. */
export const SEVERITY_OF_LEVEL = {
  content: 'error',
  keys: 'error',
  path: 'error',
  metadata: 'info',
} as const satisfies Readonly<Record<Level, Severity>>;

/** What a rule says about one value of one resource. */
export interface Violation {
  /** Where in the resource's properties: `Replicas[1].Region`. */
  readonly path: string;
  /** The value as the template has it. */
  readonly destination: unknown;
  readonly reach: Exclude<Reach, 'home'>;
  /** What the value comes to, as far as it can be resolved: `us-east-1`, `arn:aws:s3:::${Bucket}`. */
  readonly value: string;
  /** Why it is abroad or unknown, as the middle of a sentence: `a bucket that nothing here makes`. */
  readonly because?: string;
  /** How the value came about: `parameter 'Stage' is 'live' by default`. */
  readonly via?: readonly string[];
  /** What would turn an unknown into an answer. */
  readonly settle?: string;
  /** @default - by the channel's level */
  readonly severity?: Severity;
}

/** A place in the source code of the app that made the template, relative to the working directory where possible. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
}

/** A violation with its context: all that a report needs. */
export interface Finding {
  /** The id of the channel. */
  readonly channel: string;
  readonly level: Level;
  readonly severity: Severity;
  readonly reach: Exclude<Reach, 'home'>;
  /** The stack as its app names it, or the template's file. */
  readonly stack: string;
  readonly region: string;
  readonly logicalId: string;
  readonly resourceType: string;
  readonly path: string;
  readonly value: string;
  readonly message: string;
  readonly fix: string;
  /** The template's file, as it was named on input. */
  readonly template: string;
  /** As the assembly knows it: what a template says of itself is not believed. */
  readonly constructPath?: string;
  readonly source?: SourceLocation;
  /** Where the resource begins in its template; given where the source is not known. */
  readonly line?: number;
}
