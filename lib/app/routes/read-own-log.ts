import { ok } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { readMessages } from '../use-cases/read-messages';
import { pageOf } from './messages-page';
import { noSuchLog } from './problems';

export function readOwnLogRoute(read: ReturnType<typeof readMessages>): MemberRoute<'read-own-log'> {
  return async (member, event) => {
    const page = pageOf(event);
    if (page.kind === 'problem') return page;
    const logId = pathIdOf(event, 'logId');
    const messages = logId === undefined ? undefined : await read(member, logId, page.value);
    return messages === undefined ? noSuchLog() : ok(messages);
  };
}
