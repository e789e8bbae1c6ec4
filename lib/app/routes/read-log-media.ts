import type { NamedMedia } from '../conversation-ports';
import { ok } from '../http/answer';
import type { KeyRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { downloadMedia } from '../use-cases/download-media';
import { noSuchMedia } from './problems';

/** A link to an object that a message of the log names. What else its owner has is not there for a reader. */
export function readLogMediaRoute(
  media: NamedMedia,
  download: ReturnType<typeof downloadMedia>,
): KeyRoute<'read-log-media'> {
  return async ({ owner, logId }, event) => {
    const mediaId = pathIdOf(event, 'mediaId');
    if (mediaId === undefined || !(await media.isNamed(owner.personId, logId, mediaId))) return noSuchMedia();
    const link = await download(owner, mediaId);
    return link === undefined ? noSuchMedia() : ok(link);
  };
}
