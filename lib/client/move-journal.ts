import type { ImportReceipt } from '../domain/archive-api';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { ArchiveCounts } from './archive';
import type { Session } from './domicile-client';

/** Where a device keeps how far a move is: a file, or a browser's own storage. */
export interface Journal {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** How far a move is. Neither a password nor anything that was written is in it. */
export interface MoveState {
  readonly from: JurisdictionId;
  readonly to: JurisdictionId;
  readonly exportKey: string;
  readonly exportId?: string;
  /** When the export was asked for, newer terms of the old home had shut everything else. */
  readonly locked?: boolean;
  /** At the new home. */
  readonly personId?: string;
  /** They have been let in there, and will be again. */
  readonly confirmed?: true;
  readonly importKey?: { readonly key: string; readonly sha256: string };
  readonly import?: { readonly importId: string; readonly sha256: string; readonly counts: ArchiveCounts };
  readonly arrived?: ImportReceipt;
  /** It is given up: the new home is being told to forget. */
  readonly abandoning?: true;
  /** With what the old home is being told to forget: a token that lives for minutes, and is struck out once it was told. */
  readonly erasing?: Session;
  /** The receipt of the erasure at the old home. */
  readonly left?: string;
}

const VERSION = 1;

/** undefined where no move was begun, or by a version of this client that wrote otherwise. */
export async function readState(journal: Journal): Promise<MoveState | undefined> {
  const text = await journal.read();
  if (text === undefined) return undefined;
  const { version, ...state } = JSON.parse(text) as MoveState & { readonly version: number };
  return version === VERSION ? state : undefined;
}

export async function writeState(journal: Journal, state: MoveState): Promise<void> {
  await journal.write(JSON.stringify({ version: VERSION, ...state }));
}
