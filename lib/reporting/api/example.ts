import type { JsonSchema } from './json-schemas';

const BY_FORMAT: Readonly<Record<string, string>> = { uri: 'https://example.org/' };

/** A value that a schema describes, made of what it gives as examples: nobody's data, and never out of date. */
export function exampleOf(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): unknown {
  const inside = (one: unknown) => exampleOf(one as JsonSchema, named);
  if (schema.$ref !== undefined) return inside(named[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)]);
  if (schema.examples !== undefined) return (schema.examples as readonly unknown[])[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  if (choice !== undefined) return inside(choice);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, inside(member)]));
  }
  if (type === 'array') return [inside(schema.items)];
  if (type === 'integer') return schema.minimum ?? 1;
  return type === 'boolean' ? true : (BY_FORMAT[schema.format ?? ''] ?? '…');
}
