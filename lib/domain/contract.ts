import type * as z from 'zod/mini';
import type { ProblemCode } from './problems';
import type { ROUTES, Route } from './routes';

/** What the OpenAPI document groups routes by, and what each group is about. */
export const TAGS = {
  cell: 'Which cell this is, what it keeps, and under which terms; open to everybody.',
  registration: 'How somebody becomes known to a cell, and gets a token of it.',
  person: 'What a person may know, decide and have removed of what a cell keeps about them.',
  conversations: 'Logs of messages, and media: each rests in the home of who wrote it.',
  'other logs': 'What a read key opens, which the owner of a log has handed over.',
  archives: 'Everything that a cell keeps of a person, taken out as one archive and taken in again.',
} as const satisfies Readonly<Record<string, string>>;

/** What the body of a request has at most. */
export const MOST_BODY_BYTES = 16 * 1024;

interface Common {
  readonly tag: keyof typeof TAGS;
  /** One sentence, as in a list of routes. */
  readonly summary: string;
  readonly query?: z.ZodMiniType;
  /** By their names in small letters. */
  readonly headers?: Readonly<Record<string, z.ZodMiniType>>;
  readonly body?: z.ZodMiniType;
  readonly success: Success;
  /** What its own code refuses with, beside what every route refuses that takes a body, a header or a person. */
  readonly problems: readonly ProblemCode[];
  /** How long its answer can become, where that depends on how much there is. */
  readonly atMost?: string;
}

type Success =
  | {
      readonly status: 200 | 201 | 202;
      readonly body: z.ZodMiniType;
      /** It comes with an ETag. */
      readonly etag?: true;
    }
  | { readonly status: 204 }
  | {
      readonly status: 200;
      /** The type of a text that is no answer in JSON by a schema of ours. */
      readonly text: string;
      /** It comes with an ETag, and is answered by 304 to whoever has it. */
      readonly etag?: true;
    };

/** What makes a repeated call do no more than the first: its idempotency key, or its nature. */
type Repeatable = { readonly repeated: 'by key' | { readonly byNature: string } };

export type Contract = Common & Partial<Repeatable>;

/** What writes says what becomes of a call that is repeated. */
export type ContractOf<R extends Route> = R['method'] extends 'GET' ? Common : Common & Repeatable;

/** Every route that has a path. */
export type ContractId = Exclude<keyof typeof ROUTES, 'fallback'>;
