import { type Send, TIMEOUT_MS, UnreachableError } from './send';

/** Sends with `fetch`. A redirect is not followed: it could lead out of the jurisdiction. No cookie goes along. */
export const fetchSend: Send = async ({ method, url, headers, body }) => {
  try {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body !== undefined && { body }),
    });
    return { status: answer.status, body: await answer.text() };
  } catch (cause) {
    throw new UnreachableError({ method, url }, cause);
  }
};
