import * as z from 'zod/mini';
import { JURISDICTION_IDS, JURISDICTIONS } from '../jurisdictions';
import type { ValueOf } from './value';

/**
 * The kinds of values that answers are made of. What a cell says is described and hardly restricted: who reads it has to take
 * what a newer cell adds.
 */

/** Says what a value is, where its name does not suffice. */
export function told<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  return schema.check(z.describe(description));
}

/** An id of ours: UUID version 4, small letters. */
export const id = z.string().check(z.meta({ format: 'uuid', examples: ['0d9a2f5e-6c1b-4d8e-9f37-5b2c8a4e1f60'] }));

export const instant = z.string().check(z.meta({ format: 'date-time', examples: ['2026-11-24T12:00:00.000Z'] }));

export const link = z
  .string()
  .check(z.meta({ format: 'uri', examples: ['https://storage.example/object?signature=0'] }));

/** How many there are of something. */
export const count = z.int().check(z.nonnegative());

export const hash = z.string().check(
  z.meta({
    description: 'SHA-256, in hex',
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  }),
);

/** A day that names a version. */
export const version = z.string().check(z.meta({ examples: ['2026-11-01'] }));

/** What is put into a form before the file. */
export const formFields = z
  .record(z.string(), z.string())
  .check(z.meta({ description: 'put into the form before the file, as they are', examples: [{ key: 'value' }] }));

/** A jurisdiction as answers name it, beside how a person reads it. */
export const JURISDICTION = {
  jurisdiction: z.enum(JURISDICTION_IDS),
  jurisdictionName: z
    .string()
    .check(z.meta({ description: 'as a person reads it', examples: [JURISDICTIONS.eu.name] })),
} as const;

/** What a person does next. */
export const Next = z.object({ method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'ANY']), path: z.string() });
export type Next = ValueOf<typeof Next>;
