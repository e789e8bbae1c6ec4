import type { Written } from '../client/written';
import type { ImportReceipt } from '../domain/archive-api';
import { JURISDICTION_IDS } from '../domain/jurisdictions';

const FORMAT = 'domicile-move-receipt';

/** The receipt of a new home as a file, for the old one. It names nobody. */
export function receiptText(receipt: ImportReceipt): string {
  return `${JSON.stringify({ format: FORMAT, ...receipt }, undefined, 2)}\n`;
}

/** What of a receipt the old home's page compares. */
export type ShownReceipt = Pick<ImportReceipt, 'from' | 'to' | 'sha256'> & {
  readonly counts: Pick<ImportReceipt['counts'], 'logs' | 'messages'>;
};

/** What is compared of such a file; undefined where it is none. */
export function receiptIn(text: string): ShownReceipt | undefined {
  const { format, from, to, sha256, counts } = membersOf(text);
  const [old, fresh] = [from, to].map((named) => JURISDICTION_IDS.find((id) => id === named));
  if (format !== FORMAT || old === undefined || fresh === undefined) return undefined;
  if (typeof sha256 !== 'string' || !/^[\da-f]{64}$/.test(sha256)) return undefined;
  const { logs, messages } = membersOf(JSON.stringify(counts ?? null));
  if (typeof logs !== 'number' || typeof messages !== 'number') return undefined;
  return { from: old, to: fresh, sha256, counts: { logs, messages } };
}

/**
 * Whether as much is at the old home as the new one has a receipt for: nothing is ever taken out of a log, so that as much is the
 * same.
 */
export function sinceThen(
  { counts }: Pick<ShownReceipt, 'counts'>,
  now: Written,
): 'same' | 'wroteSince' | 'notCompared' {
  if (now === 'erased') return 'same';
  if (now === 'locked') return 'notCompared';
  return now.logs === counts.logs && now.messages === counts.messages ? 'same' : 'wroteSince';
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
