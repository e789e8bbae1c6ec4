import { noContent } from '../http/answer';
import type { PersonRoute } from '../http/handler';

/** What is erased already is erased: asked again, the answer is the same. */
export function erasePersonRoute(erase: (personId: string) => Promise<void>): PersonRoute {
  return async (personId) => {
    await erase(personId);
    return noContent();
  };
}
