import type { Next } from './api';
import type { JurisdictionId } from './jurisdictions';

/** What a cell is asked and what it answers about archives, as JSON. */

export interface ExportStartAnswer {
  readonly exportId: string;
  readonly state: ExportState;
  readonly next: Next;
}

/** `gone`: it could be downloaded for a day, and was removed. `failed`: nothing could be downloaded; ask for another. */
export type ExportState = 'running' | 'ready' | 'gone' | 'failed';

export type ExportAnswer =
  | { readonly state: Exclude<ExportState, 'ready'>; readonly startedAt: string }
  | {
      readonly state: 'ready';
      readonly startedAt: string;
      readonly bytes: number;
      readonly sha256: string;
      /** Until when the archive is kept. */
      readonly expiresAt: string;
      /** A link of the caller's own, good for minutes; ask again for a fresh one. */
      readonly url: string;
    };

export interface ImportRequest {
  /** Of the archive, to the byte. */
  readonly bytes: number;
  readonly sha256: string;
}

export type ImportStartAnswer =
  | {
      readonly importId: string;
      readonly state: 'open';
      /** A form that takes this one archive, and no other. */
      readonly url: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly expiresAt: string;
      readonly next: Next;
    }
  /** It was announced before, and has got further. */
  | { readonly importId: string; readonly state: Exclude<ImportState, 'open'>; readonly next: Next };

/** `open`: waits for the archive. `failed`: nothing of it is here. */
export type ImportState = 'open' | 'running' | 'done' | 'failed';

export interface ImportCounts {
  readonly profiles: number;
  readonly logs: number;
  readonly messages: number;
  readonly media: number;
}

export interface ImportRunAnswer {
  readonly state: ImportState;
  readonly next: Next;
}

export type ImportAnswer =
  | { readonly state: 'open' | 'running'; readonly startedAt: string }
  /** `fault` is a code; what it means is in `detail`, which repeats nothing of the archive. */
  | { readonly state: 'failed'; readonly startedAt: string; readonly fault: string; readonly detail: string }
  | { readonly state: 'done'; readonly startedAt: string; readonly receipt: ImportReceipt };

/** What the new home answers for: all of this archive that is imported is here, compared record by record. */
export interface ImportReceipt {
  readonly importId: string;
  readonly from: JurisdictionId;
  readonly to: JurisdictionId;
  readonly sha256: string;
  readonly counts: ImportCounts;
  readonly completedAt: string;
}
