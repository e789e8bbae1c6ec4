import * as z from 'zod/mini';
import { closest, didYouMean } from '../../domain/closest';

/** The fields of an exception, and what belongs into each. */
const FIELDS = {
  channel: "the id of a channel, as 'cdk-domicile explain' lists them",
  resource: "the path of the construct, or with 'stack' the logical id of the resource",
  stack: 'the stack as the report names it',
  reason: 'why it has to be, as an auditor reads it',
  legalBasis: 'what allows the transfer in law',
  owner: 'the team that answers for it',
  expires: "the last day on which it holds, such as '2027-06-30'",
} as const;

type Field = keyof typeof FIELDS;

/** Words that stand where a team should. */
const NOBODY = /^(?:n\/?a|nobody|none|tba|tbd|todo|unknown|[-.?x]+)$/iu;

const text = z.string().check(z.regex(/\S/u));

const Exception = z.strictObject({
  channel: text,
  resource: text,
  stack: z.optional(text),
  reason: text,
  legalBasis: text,
  owner: text.check(z.refine((owner) => !NOBODY.test(owner.trim()))),
  expires: z.iso.date(),
}) satisfies z.ZodMiniType<Readonly<Record<Exclude<Field, 'stack'>, string>>>;

export type ParsedException = z.infer<typeof Exception>;

/** What is wrong with an entry: the field, and a clause about it. */
export interface EntryProblem {
  readonly field: string;
  readonly value: unknown;
  readonly problem: string;
}

/** An entry of the file as it should be, or all that is wrong with it. */
export function parseEntry(entry: unknown): ParsedException | readonly EntryProblem[] {
  const result = z.safeParse(Exception, entry);
  if (!result.success) {
    const misspelt = result.error.issues.flatMap((issue) => ('keys' in issue ? issue.keys.map(misspeltField) : []));
    const meant = new Set(misspelt.map((problem) => problem.meant));
    const missing = result.error.issues
      .filter((issue) => !('keys' in issue))
      .map(({ path: [field] }) => wrongField(field === undefined ? '' : String(field), entry))
      .filter(({ field, value }) => !(value === undefined && meant.has(field as Field)));
    return [...misspelt, ...missing];
  }
  const { resource, stack } = result.data;
  if (stack !== undefined || resource.includes('/')) return result.data;
  return [
    {
      field: 'resource',
      value: resource,
      problem: `'resource' is '${resource}', which any stack may have; name its 'stack' as well, or the path of the construct`,
    },
  ];
}

function misspeltField(field: string): EntryProblem & { readonly meant: Field | undefined } {
  const names = Object.keys(FIELDS) as Field[];
  const near = closest(field, names, 3) as Field[];
  const hint = near.length > 0 ? didYouMean(near) : `; use '${names.join("', '")}'`;
  return { field, value: undefined, problem: `'${field}' is no field of an exception${hint}`, meant: near[0] };
}

function wrongField(field: string, entry: unknown): EntryProblem {
  if (field === '') {
    const names = Object.keys(FIELDS).join("', '");
    return { field, value: entry, problem: `it is ${shown(entry)}, but an exception is a map of '${names}'` };
  }
  const value = (entry as Readonly<Record<string, unknown>>)[field];
  return { field, value, problem: `'${field}' is ${shown(value)}; write ${FIELDS[field as Field]}` };
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return `'${typeof value === 'string' ? value : JSON.stringify(value)}'`;
}
