import type { SessionAnswer } from '../../domain/api';
import { SessionRequest } from '../../domain/schemas/requests';
import { ok, problem } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import type { Accounts } from '../ports';
import { tooManyRequests } from './problems';

/** Nobody learns who is registered: unknown, unconfirmed and wrong password get the same answer. */
export function signInRoute(accounts: Pick<Accounts, 'signIn'>): PublicRoute<'sign-in'> {
  return async (event) => {
    const body = bodyOf(event, SessionRequest);
    if (body.kind === 'problem') return body;
    const result = await accounts.signIn(body.value.identifier, body.value.password);
    if (result.kind === 'throttled') return tooManyRequests();
    if (result.kind === 'signed-in') {
      const { accessToken, expiresIn } = result;
      return ok({ accessToken, expiresIn, tokenType: 'Bearer' } satisfies SessionAnswer);
    }
    const detail = 'identifier and password do not belong to a confirmed registration';
    return problem('sign_in_refused', detail, undefined, { 'www-authenticate': 'Bearer' });
  };
}
