import type { NamedMedia } from '../conversation-ports';
import { ok } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { downloadMedia } from '../use-cases/download-media';
import type { openLog } from '../use-cases/read-as-reader';
import { noSuchLog, noSuchMedia } from './problems';
import { logOf } from './read-log';

/** A link to an object that a message of the log names. What else its owner has is not there for a reader. */
export function readLogMediaRoute(
  open: ReturnType<typeof openLog>,
  media: NamedMedia,
  download: ReturnType<typeof downloadMedia>,
): PublicRoute {
  return async (event) => {
    const log = await logOf(event, open);
    if (log === undefined) return noSuchLog();
    const mediaId = pathIdOf(event, 'mediaId');
    if (mediaId === undefined || !(await media.isNamed(log.owner.personId, log.logId, mediaId))) return noSuchMedia();
    const link = await download(log.owner, mediaId);
    return link === undefined ? noSuchMedia() : ok(link);
  };
}
