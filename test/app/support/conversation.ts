import { cellOf } from '../../../lib/app/cell';
import { render } from '../../../lib/app/http/answer';
import { type KeyRouteId, keyHandler } from '../../../lib/app/http/handler';
import type { PersonReader } from '../../../lib/app/ports';
import { readKeyAuthorizer } from '../../../lib/app/triggers/read-key';
import type {
  LogAnswer,
  LogsAnswer,
  MessagesAnswer,
  MessageWrittenAnswer,
  ReaderAnswer,
  UploadAnswer,
} from '../../../lib/domain/conversations-api';
import { conformed } from './conforming';
import { conversationRoutes } from './conversation-routes';
import { FORBIDDEN, throughAuthorizer } from './gateway';
import { eventOf, REQUEST_ID, readable, refused } from './http';
import { listening, MEMBER, memoryKeys, NOW, ownerOf, PERSON, SOMEBODY_ELSE } from './memory';
import { memoryConversations } from './memory-conversations';

/** Idempotency keys, numbered. */
export const keyOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const [K1, K2] = [keyOf(1), keyOf(2)];
/** An id of nothing. */
export const NOWHERE = keyOf(404);

export const DAY = 24 * 60 * 60 * 1000;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const NO_SUCH_LOG = refused('no_such_log', 'there is no log at this path that what was sent opens');
/** What API Gateway says to whoever has no key of the log, or not any more. */
export const SHUT = readable(FORBIDDEN);
export const REUSED = refused(
  'idempotency_key_reused',
  'make up a new key for a call that differs from the one before',
);
export const GONE = refused('erased', 'nothing is kept about this person any more, and nothing can be written');

/** The body of an answer, with the members that any of these routes answers. */
export const bodyOf = (response: object) => (response as { readonly body: Anything }).body;
type Anything = LogAnswer & LogsAnswer & MessageWrittenAnswer & MessagesAnswer & ReaderAnswer & UploadAnswer;

/** What is sent to a route: an idempotency key, what stands in the path, a body. */
type Sent = Parameters<typeof eventOf>[0] & { readonly key?: string; readonly path?: Record<string, string> };

function eventFrom({ key, path, headers, json, ...more }: Sent) {
  return eventOf({
    ...more,
    pathParameters: path,
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
}

/** The routes of conversations and media over one table and one bucket in memory, as two people and a reader use them. */
export function conversation() {
  const erased = new Set<string>();
  /** Who has not accepted the terms in force. */
  const outdated = new Set<string>();
  const logs = memoryConversations((personId) => erased.has(personId));
  const keys = memoryKeys();
  const time = { now: NOW };
  const clock = () => time.now;
  const people: PersonReader = {
    read: async (personId) =>
      erased.has(personId)
        ? { kind: 'erased' }
        : { ...MEMBER, ...(outdated.has(personId) && { terms: [] }), sealer: await keys.find(personId) },
  };
  const { members, readers, open } = conversationRoutes({ cell: cellOf('eu'), logs, people, clock });
  const around = { ...listening(), clock };
  const authorize = readKeyAuthorizer(open, around);

  const as = (personId: string) => async (route: keyof typeof members, sent: Sent) =>
    readable(
      conformed(route, render(await members[route]({ ...MEMBER, ...ownerOf(personId) }, eventFrom(sent)), REQUEST_ID)),
    );
  const asReader = (id: KeyRouteId) => async (sent: Sent) =>
    readable(await throughAuthorizer(authorize, keyHandler(id, readers[id], keys, around), eventFrom(sent)));
  const me = as(PERSON);
  return {
    logs,
    keys,
    erased,
    outdated,
    time,
    me,
    somebodyElse: as(SOMEBODY_ELSE),
    reader: asReader('read-log'),
    mediaReader: asReader('read-log-media'),
    logId: async (key = K1) => bodyOf(await me('start-log', { key })).logId,
  };
}
