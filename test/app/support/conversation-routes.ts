import type { Cell } from '../../../lib/app/cell';
import type { KeyRoute, MemberRoute } from '../../../lib/app/http/handler';
import type { Clock, PersonReader } from '../../../lib/app/ports';
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
import { type MemoryConversations, memoryBucket } from './memory-conversations';

/** The routes of conversations and media over one table and one bucket in memory: of members, and of who has a key. */
export function conversationRoutes(props: {
  readonly cell: Cell;
  readonly logs: MemoryConversations;
  readonly people: PersonReader;
  readonly clock: Clock;
  readonly address?: string | undefined;
}) {
  const { cell, logs, people, clock, address } = props;
  const bucket = memoryBucket(address);
  const read = readMessages({ logs });
  const download = downloadMedia({ media: logs, downloads: bucket, clock });
  return {
    members: {
      'start-log': startLogRoute(startLog({ logs, clock })),
      'list-logs': listLogsRoute(listLogs({ logs, clock })),
      'write-message': writeMessageRoute(writeMessage({ logs, clock })),
      'read-own-log': readOwnLogRoute(read),
      'grant-reader': grantReaderRoute(grantReader({ logs, clock })),
      'revoke-reader': revokeReaderRoute(logs, clock),
      'upload-media': uploadMediaRoute(uploadMedia({ media: logs, uploads: bucket, clock })),
      'download-media': downloadMediaRoute(download),
    } satisfies Record<string, MemberRoute>,
    readers: {
      'read-log': readLogRoute(read),
      'read-log-media': readLogMediaRoute(logs, download),
    } satisfies Record<string, KeyRoute>,
    open: openLog({ cell, readers: logs, people, clock }),
  };
}
