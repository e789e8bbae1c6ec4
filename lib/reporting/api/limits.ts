import type { JsonSchema } from './json-schemas';

/** What a value may be at most, in a few words; empty where its type is all there is to it. */
export function limitOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => limitOf(one)).join(', or ');
  if (schema.enum !== undefined) return `one of ${schema.enum.length}`;
  if (schema.minimum !== undefined) return `${schema.minimum} to ${schema.maximum}`;
  if (schema.maxItems !== undefined) return `at most ${schema.maxItems} times ${limitOf(schema.items as JsonSchema)}`;
  if (schema.maxLength !== undefined) return `at most ${schema.maxLength} characters`;
  return schema.pattern === undefined ? '' : (FORMS[schema.pattern] ?? 'of one form');
}

/** Forms that are worth a word. */
const FORMS: Readonly<Record<string, string>> = {
  '^[A-Z]{2}$': '2 capitals',
  '^[a-z]{2}$': '2 small letters',
  '^\\d{6}$': '6 digits',
  '^\\d{4}-\\d{2}-\\d{2}$': 'a day',
  '^[0-9a-f]{64}$': '64 hex digits',
};

/** Whether text can be of any length: neither a maximum, nor a list, nor a form that has an end. */
export function isEndless(schema: JsonSchema): boolean {
  if (schema.anyOf !== undefined) return schema.anyOf.some((one) => isEndless(one));
  if (schema.type !== 'string') return false;
  if (schema.maxLength !== undefined || schema.enum !== undefined || schema.const !== undefined) return false;
  return schema.pattern === undefined || !/^\^[^*+]*\$$/.test(schema.pattern);
}
