import type { ErasureAnswer } from '../../domain/api';
import { accepted } from '../http/answer';
import type { PersonRoute } from '../http/handler';

/** What is erased already is erased: asked again, the answer is the same. */
export function erasePersonRoute(erase: (personId: string) => Promise<string>): PersonRoute<'erase-person'> {
  return async (personId) => {
    const receiptId = await erase(personId);
    return accepted({ receiptId, next: { method: 'GET', path: `/me/receipts/${receiptId}` } } satisfies ErasureAnswer);
  };
}
