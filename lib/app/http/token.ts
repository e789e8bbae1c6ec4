import { isPersonId } from '../person-id';
import { type Problem, problem } from './answer';
import type { HttpEvent } from './request';

/**
 * The person whose access token the authorizer has verified.
 *
 * API Gateway admits the pool's id token just as well: it accepts a token by `aud` or `client_id`, and does not look at
 * `token_use`. An id token is for the device to read, lives longer, and travels with an address in it: it opens nothing here.
 */
export function personOf(event: HttpEvent): string | Problem<'unauthenticated'> {
  const claims = event.requestContext?.authorizer?.jwt?.claims;
  if (claims?.['token_use'] !== 'access' || !isPersonId(claims['username'])) {
    return problem('unauthenticated', 'send an access token of this cell as a bearer token', undefined, {
      'www-authenticate': 'Bearer error="invalid_token"',
    });
  }
  return claims['username'];
}
