import type { ImportReceipt } from '../domain/archive-api';
import { JURISDICTION_IDS } from '../domain/jurisdictions';

const FORMAT = 'domicile-move-receipt';

/** The receipt of a new home as a file, for the old one. It names nobody. */
export function receiptText(receipt: ImportReceipt): string {
  return `${JSON.stringify({ format: FORMAT, ...receipt }, undefined, 2)}\n`;
}

/** What of such a file the old home's page compares; undefined where it is none. */
export function receiptIn(text: string): Pick<ImportReceipt, 'from' | 'to' | 'sha256'> | undefined {
  const { format, from, to, sha256 } = membersOf(text);
  const [old, fresh] = [from, to].map((named) => JURISDICTION_IDS.find((id) => id === named));
  if (format !== FORMAT || old === undefined || fresh === undefined) return undefined;
  return typeof sha256 === 'string' && /^[\da-f]{64}$/.test(sha256) ? { from: old, to: fresh, sha256 } : undefined;
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
