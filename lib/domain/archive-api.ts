import * as z from 'zod/mini';
import type { ValueOf } from './schemas/value';
import { count, formFields, hash, id, instant, JURISDICTION, link, Next, told } from './schemas/values';

/** What a cell answers about archives, as JSON. */

/** `gone`: it could be downloaded for a day, and was removed. `failed`: nothing could be downloaded; ask for another. */
const EXPORT_STATES = ['running', 'ready', 'gone', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export const ExportStartAnswer = z.object({ exportId: id, state: z.enum(EXPORT_STATES), next: Next });
export type ExportStartAnswer = ValueOf<typeof ExportStartAnswer>;

export const ExportAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['running', 'gone', 'failed']), startedAt: instant }),
  z.object({
    state: z.literal('ready'),
    startedAt: instant,
    bytes: count,
    sha256: hash,
    expiresAt: told(instant, 'until when the archive is kept'),
    url: told(link, "a link of the caller's own, good for minutes; ask again for a fresh one"),
  }),
]);
export type ExportAnswer = ValueOf<typeof ExportAnswer>;

/** `open`: waits for the archive. `failed`: nothing of it is here. */
const IMPORT_STATES = ['open', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A form that takes this one archive and no other; or, where it was announced before and has got further, how far. */
export const ImportStartAnswer = z.discriminatedUnion('state', [
  z.object({ importId: id, state: z.literal('open'), url: link, fields: formFields, expiresAt: instant, next: Next }),
  z.object({ importId: id, state: z.enum(['running', 'done', 'failed']), next: Next }),
]);
export type ImportStartAnswer = ValueOf<typeof ImportStartAnswer>;

const ImportCounts = z.object({ profiles: count, logs: count, messages: count, media: count });
export type ImportCounts = ValueOf<typeof ImportCounts>;

export const ImportRunAnswer = z.object({ state: z.enum(IMPORT_STATES), next: Next });
export type ImportRunAnswer = ValueOf<typeof ImportRunAnswer>;

/** What the new home answers for: all of this archive that is imported is here, compared record by record. */
export const ImportReceipt = z.object({
  importId: id,
  from: JURISDICTION.jurisdiction,
  to: JURISDICTION.jurisdiction,
  sha256: hash,
  counts: ImportCounts,
  completedAt: instant,
});
export type ImportReceipt = ValueOf<typeof ImportReceipt>;

export const ImportAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['open', 'running']), startedAt: instant }),
  z.object({
    state: z.literal('failed'),
    startedAt: instant,
    fault: told(z.string(), 'a code'),
    detail: told(z.string(), 'what the code means; it repeats nothing of the archive'),
  }),
  z.object({ state: z.literal('done'), startedAt: instant, receipt: ImportReceipt }),
]);
export type ImportAnswer = ValueOf<typeof ImportAnswer>;
