import { ok } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import type { listLogs } from '../use-cases/list-logs';

export function listLogsRoute(list: ReturnType<typeof listLogs>): MemberRoute<'list-logs'> {
  return async (member) => ok(await list(member));
}
