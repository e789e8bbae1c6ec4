import { render } from '../../../lib/app/http/answer';
import type { MemberRoute, PublicRoute } from '../../../lib/app/http/handler';
import { downloadMediaRoute } from '../../../lib/app/routes/download-media';
import { grantReaderRoute } from '../../../lib/app/routes/grant-reader';
import { listLogsRoute } from '../../../lib/app/routes/list-logs';
import { readLogRoute } from '../../../lib/app/routes/read-log';
import { readLogMediaRoute } from '../../../lib/app/routes/read-log-media';
import { readOwnLogRoute } from '../../../lib/app/routes/read-own-log';
import { revokeReaderRoute } from '../../../lib/app/routes/revoke-reader';
import { startLogRoute } from '../../../lib/app/routes/start-log';
import { uploadMediaRoute } from '../../../lib/app/routes/upload-media';
import { writeMessageRoute } from '../../../lib/app/routes/write-message';
import { downloadMedia } from '../../../lib/app/use-cases/download-media';
import { grantReader } from '../../../lib/app/use-cases/grant-reader';
import { listLogs } from '../../../lib/app/use-cases/list-logs';
import { openLog } from '../../../lib/app/use-cases/read-as-reader';
import { readMessages } from '../../../lib/app/use-cases/read-messages';
import { startLog } from '../../../lib/app/use-cases/start-log';
import { uploadMedia } from '../../../lib/app/use-cases/upload-media';
import { writeMessage } from '../../../lib/app/use-cases/write-message';
import type {
  LogAnswer,
  LogsAnswer,
  MessagesAnswer,
  MessageWrittenAnswer,
  ReaderAnswer,
  UploadAnswer,
} from '../../../lib/domain/conversations-api';
import { eventOf, REQUEST_ID, readable, refused } from './http';
import { MEMBER, memoryKeys, NOW, ownerOf, PERSON, SOMEBODY_ELSE } from './memory';
import { memoryBucket, memoryConversations } from './memory-conversations';

/** Idempotency keys, numbered. */
export const keyOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const [K1, K2] = [keyOf(1), keyOf(2)];
/** An id of nothing. */
export const NOWHERE = keyOf(404);

export const DAY = 24 * 60 * 60 * 1000;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const NO_SUCH_LOG = refused('no_such_log', 'there is no log at this path that what was sent opens');
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
  const logs = memoryConversations((personId) => erased.has(personId));
  const bucket = memoryBucket();
  const keys = memoryKeys();
  const time = { now: NOW };
  const clock = () => time.now;
  const read = readMessages({ logs });
  const open = openLog({ readers: logs, keys, clock });
  const download = downloadMedia({ media: logs, downloads: bucket, clock });
  const routes = {
    start: startLogRoute(startLog({ logs, clock })),
    list: listLogsRoute(listLogs({ logs, clock })),
    write: writeMessageRoute(writeMessage({ logs, clock })),
    read: readOwnLogRoute(read),
    grant: grantReaderRoute(grantReader({ logs, clock })),
    revoke: revokeReaderRoute(logs, clock),
    upload: uploadMediaRoute(uploadMedia({ media: logs, uploads: bucket, clock })),
    download: downloadMediaRoute(download),
  } satisfies Record<string, MemberRoute>;

  const as = (personId: string) => async (route: keyof typeof routes, sent: Sent) =>
    readable(render(await routes[route]({ ...MEMBER, ...ownerOf(personId) }, eventFrom(sent)), REQUEST_ID));
  const asReader = (route: PublicRoute) => async (sent: Sent) =>
    readable(render(await route(eventFrom(sent)), REQUEST_ID));
  const me = as(PERSON);
  return {
    logs,
    keys,
    erased,
    time,
    me,
    somebodyElse: as(SOMEBODY_ELSE),
    reader: asReader(readLogRoute(open, read)),
    mediaReader: asReader(readLogMediaRoute(open, logs, download)),
    logId: async (key = K1) => bodyOf(await me('start', { key })).logId,
  };
}
