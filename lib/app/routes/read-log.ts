import { ok } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { type HttpEvent, headerOf, pathIdOf } from '../http/request';
import type { OpenedLog, openLog } from '../use-cases/read-as-reader';
import type { readMessages } from '../use-cases/read-messages';
import { pageOf } from './messages-page';
import { noSuchLog } from './problems';

type Open = ReturnType<typeof openLog>;

/** What somebody reads with a key that the owner of a log has handed over. It does not say whose log it is. */
export function readLogRoute(open: Open, read: ReturnType<typeof readMessages>): PublicRoute {
  return async (event) => {
    const page = pageOf(event);
    if (page.kind === 'problem') return page;
    const log = await logOf(event, open);
    const messages = log === undefined ? undefined : await read(log.owner, log.logId, page.value);
    return messages === undefined ? noSuchLog() : ok(messages);
  };
}

/** The log that a request opens, by its path and its key; anything that is not as it should be opens none. */
export async function logOf(event: HttpEvent, open: Open): Promise<OpenedLog | undefined> {
  const readerId = pathIdOf(event, 'readerId');
  return readerId === undefined ? undefined : open(readerId, headerOf(event, 'x-read-key'));
}
