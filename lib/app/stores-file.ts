import * as z from 'zod/mini';
import { ConfigurationError } from '../domain/errors';
import { type DeclaredStore, PERSONAL_STORE_IDS, STORE_KEYS, type StoreKeyKind } from '../domain/personal-stores';

const days = z.int().check(z.nonnegative());

const shared = {
  kind: z.enum([
    'table',
    'bucket',
    'queue',
    'topic',
    'user pool',
    'log group',
    'backup vault',
    'trail',
    'workflow history',
  ]),
  holds: z.string(),
  retention: z.discriminatedUnion('until', [
    z.object({ until: z.literal('erasure'), thenRecoverableForDays: days }),
    z.object({ until: z.literal('age'), days }),
  ]),
  key: z.enum(Object.keys(STORE_KEYS) as StoreKeyKind[]),
  legalBasis: z.enum(['contract', 'legal obligation', 'legitimate interest', 'none needed']),
  readers: z.readonly(z.array(z.string())),
} as const;

/** A store's class as JSON. A test asks the compiler whether it takes all that the type allows. */
export const Store = z.union([
  z.object({ ...shared, id: z.enum(PERSONAL_STORE_IDS), personal: z.literal(true) }),
  z.object({ ...shared, id: z.string(), personal: z.object({ no: z.string() }) }),
]) satisfies z.ZodMiniType<DeclaredStore>;

/**
 * The classes of a cell's stores, as the synthesis wrote them.
 *
 * @throws ConfigurationError `InvalidStoresFile`: half an answer to where a person's data rests would be a false one
 */
export function storesFrom(text: string): readonly DeclaredStore[] {
  const result = z.safeParse(z.array(Store), parsed(text));
  if (result.success && result.data.length > 0) return result.data;
  throw new ConfigurationError(
    'InvalidStoresFile',
    'stores.json is no list of store classes; synthesize the cell again',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
