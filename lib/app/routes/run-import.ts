import type { ImportRunAnswer } from '../../domain/archive-api';
import { accepted, problem } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { runImport } from '../use-cases/run-import';
import { noSuchImport } from './problems';

export function runImportRoute(run: ReturnType<typeof runImport>): MemberRoute<'run-import'> {
  return async ({ personId }, event) => {
    const importId = pathIdOf(event, 'importId');
    if (importId === undefined) return noSuchImport();
    const result = await run(personId, importId);
    if (result.kind === 'no-such-import') return noSuchImport();
    if (result.kind === 'no-archive') {
      return problem(
        'archive_missing',
        'send the archive with the form that POST /me/imports answered, then try again',
      );
    }
    const answer: ImportRunAnswer = { state: result.state, next: { method: 'GET', path: `/me/imports/${importId}` } };
    return accepted(answer);
  };
}
