import { ok } from '../http/answer';
import type { PersonRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { readExport } from '../use-cases/read-export';
import { noSuchExport } from './problems';

export function readExportRoute(read: ReturnType<typeof readExport>): PersonRoute<'read-export'> {
  return async (personId, event) => {
    const exportId = pathIdOf(event, 'exportId');
    const answer = exportId === undefined ? undefined : await read(personId, exportId);
    return answer === undefined ? noSuchExport() : ok(answer);
  };
}
