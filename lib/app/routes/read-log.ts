import { ok } from '../http/answer';
import type { KeyRoute } from '../http/handler';
import type { readMessages } from '../use-cases/read-messages';
import { pageOf } from './messages-page';
import { noSuchLog } from './problems';

/** What somebody reads with a key that the owner of a log has handed over. It does not say whose log it is. */
export function readLogRoute(read: ReturnType<typeof readMessages>): KeyRoute<'read-log'> {
  return async ({ owner, logId }, event) => {
    const page = pageOf(event);
    if (page.kind === 'problem') return page;
    const messages = await read(owner, logId, page.value);
    return messages === undefined ? noSuchLog() : ok(messages);
  };
}
