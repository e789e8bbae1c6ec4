import type * as z from 'zod/mini';

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** A value as a schema describes it, which nobody changes once it is made. */
export type ValueOf<Schema extends z.core.$ZodType> = Frozen<z.output<Schema>>;
