import { DomicileError } from '../../domain/errors';
import type { Surroundings } from '../http/handler';
import { type HttpEvent, headerOf, pathIdOf, requestIdOf } from '../http/request';
import { errorNameOf, tell } from '../telemetry';
import type { openLog } from '../use-cases/read-as-reader';

/** What API Gateway is told, and passes on to the function of the route. */
export interface KeyVerdict {
  readonly isAuthorized: boolean;
  readonly context?: { readonly personId: string; readonly logId: string };
}

/** A key could not be looked up. API Gateway answers 500; Lambda logs what a function throws, so that the text says nothing. */
class KeyUnreadError extends DomicileError {
  constructor() {
    super('KeyUnread', 'KeyUnread');
  }
}

/**
 * The authorizer of routes that a read key opens: the function behind them is not called before this one has seen the key.
 * Nothing is cached, so that a key which is revoked opens nothing from that moment on.
 *
 * Whatever does not open the log is refused alike, by API Gateway, in words that cannot be ours.
 */
export function readKeyAuthorizer(open: ReturnType<typeof openLog>, { telemetry, clock }: Surroundings) {
  return async (event: HttpEvent): Promise<KeyVerdict> => {
    const startedAt = clock();
    const told = { requestId: requestIdOf(event), route: 'read-key' } as const;
    try {
      const readerId = pathIdOf(event, 'readerId');
      const log = readerId === undefined ? undefined : await open(readerId, headerOf(event, 'x-read-key'));
      tell(telemetry, { ...told, outcome: log === undefined ? 'no_such_log' : 'ok', durationMs: clock() - startedAt });
      if (log === undefined) return { isAuthorized: false };
      return { isAuthorized: true, context: { personId: log.owner.personId, logId: log.logId } };
    } catch (error) {
      const durationMs = clock() - startedAt;
      tell(telemetry, { ...told, outcome: 'internal_error', durationMs, errorName: errorNameOf(error) });
      throw new KeyUnreadError();
    }
  };
}
