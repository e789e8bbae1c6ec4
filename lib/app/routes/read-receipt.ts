import type { ReceiptAnswer } from '../../domain/api';
import type { Cell } from '../cell';
import type { Receipts } from '../erasure-ports';
import { ok, problem } from '../http/answer';
import type { PersonRoute } from '../http/handler';
import { pathIdOf } from '../http/request';

/**
 * How far an erasure is. It names nobody, not even whose it was: a token that is still alive, and its number, are all that it
 * takes. It is read with no other store at hand, so that no way leads from what names anybody to who asks.
 */
export function readReceiptRoute(
  { jurisdiction, entry }: Cell,
  receipts: Pick<Receipts, 'find'>,
): PersonRoute<'read-receipt'> {
  return async (_personId, event) => {
    const receiptId = pathIdOf(event, 'receiptId');
    const receipt = receiptId === undefined ? undefined : await receipts.find(receiptId);
    if (receipt === undefined) return problem('not_found', 'there is no such receipt; it is kept for a year');
    return ok({
      receiptId: receipt.receiptId,
      kind: 'erasure',
      jurisdiction,
      jurisdictionName: entry.name,
      region: entry.homeRegion,
      state: receipt.state,
      requestedAt: receipt.requestedAt,
      completedAt: receipt.state === 'done' ? receipt.completedAt : null,
      finalAt: receipt.state === 'done' ? receipt.finalAt : null,
    } satisfies ReceiptAnswer);
  };
}
