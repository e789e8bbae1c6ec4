import * as z from 'zod/mini';
import * as people from '../../domain/api';
import * as archives from '../../domain/archive-api';
import * as conversations from '../../domain/conversations-api';
import { PROBLEM_CODES, PROBLEMS, type ProblemCode, problemType } from '../../domain/problems';
import * as requests from '../../domain/schemas/requests';
import { Next } from '../../domain/schemas/values';

/** A JSON Schema of the dialect 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

const PREFIX = '#/components/schemas/';

export function referenceTo(name: string): JsonSchema {
  return { $ref: `${PREFIX}${name}` };
}

/** The name of a problem's schema. */
export function problemName(code: ProblemCode): string {
  return code.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What every problem has, with what is the same in all of one code written out. */
function problemSchema(code: ProblemCode): z.ZodMiniType {
  const { status, title } = PROBLEMS[code];
  const members: Partial<Record<ProblemCode, z.ZodMiniObject>> = people.PROBLEM_MEMBERS;
  return z.object({
    type: z.literal(problemType(code)),
    title: z.literal(title),
    status: z.literal(status),
    detail: z.string().check(z.describe('for a person to read; it never repeats what was sent')),
    code: z.literal(code),
    ...members[code]?.shape,
    requestId: z.string().check(z.describe('what to quote to support')),
  });
}

/** Every schema that the document has a name for: what is exported under its name, and each problem. */
const REGISTRY = z.registry<{ id: string }>();
const NAMES = new Map<unknown, string>();
for (const [name, value] of [
  ...Object.entries({ ...people, ...archives, ...conversations, ...requests, Next }),
  ...PROBLEM_CODES.map((code) => [problemName(code), problemSchema(code)] as const),
]) {
  if (!(value instanceof z.ZodMiniType)) continue;
  REGISTRY.add(value, { id: name });
  NAMES.set(value, name);
}

// What is sent and what is answered is told as it is on the wire, before a transformation and with whatever a newer cell adds.
const OPTIONS = {
  io: 'input',
  uri: (id: string) => `${PREFIX}${id}`,
  override: ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    // A number in a query string is text of digits; how many there may be is in its limits.
    if (jsonSchema.type === 'integer') delete jsonSchema.pattern;
  },
} as const;

function withoutAddress({ $schema: _schema, $id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** The named schemas, in the order of their names. Queries are told as parameters, and not here. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(REGISTRY, OPTIONS);
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => !name.endsWith('Query'))
      .map(([name, schema]): [string, JsonSchema] => [name, withoutAddress(schema)])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** A schema where it is used: by its name, where it has one. */
export function schemaOf(schema: z.core.$ZodType): JsonSchema {
  const name = NAMES.get(schema);
  return name === undefined ? withoutAddress(z.toJSONSchema(schema, OPTIONS)) : referenceTo(name);
}

/** The members of a query, as each is sent. */
export function membersOf(schema: z.core.$ZodType): readonly { name: string; schema: JsonSchema; required: boolean }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, OPTIONS);
  return Object.entries(properties).map(([name, member]) => ({
    name,
    schema: member as JsonSchema,
    required: required.includes(name),
  }));
}
