import { ok } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { readImport } from '../use-cases/read-import';
import { noSuchImport } from './problems';

export function readImportRoute(read: ReturnType<typeof readImport>): MemberRoute<'read-import'> {
  return async ({ personId }, event) => {
    const importId = pathIdOf(event, 'importId');
    const answer = importId === undefined ? undefined : await read(personId, importId);
    return answer === undefined ? noSuchImport() : ok(answer);
  };
}
