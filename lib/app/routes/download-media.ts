import { ok } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { downloadMedia } from '../use-cases/download-media';
import { noSuchMedia } from './problems';

export function downloadMediaRoute(download: ReturnType<typeof downloadMedia>): MemberRoute<'download-media'> {
  return async (member, event) => {
    const mediaId = pathIdOf(event, 'mediaId');
    const link = mediaId === undefined ? undefined : await download(member, mediaId);
    return link === undefined ? noSuchMedia() : ok(link);
  };
}
