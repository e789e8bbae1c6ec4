import { MEDIA_TYPES, TRANSFER_SECONDS } from '../../domain/conversations';
import type { DownloadAnswer } from '../../domain/conversations-api';
import type { Downloads, MediaFinder } from '../conversation-ports';
import { mediaKey } from '../media-key';
import type { Clock, Owner } from '../ports';
import { openMedia } from './media-content';

/** A link to an object of a person; undefined where they have none of this id. Its type is the one that was announced. */
export function downloadMedia(ports: {
  readonly media: MediaFinder;
  readonly downloads: Downloads;
  readonly clock: Clock;
}) {
  const { media, downloads, clock } = ports;
  return async ({ personId, sealer }: Owner, mediaId: string): Promise<DownloadAnswer | undefined> => {
    const stored = await media.findMedia(personId, mediaId);
    if (stored === undefined) return undefined;
    const { contentType } = openMedia(sealer, stored);
    const fileName = `${mediaId}.${MEDIA_TYPES[contentType]}`;
    const now = clock();
    const url = await downloads.link({ key: mediaKey(personId, mediaId), contentType, fileName }, TRANSFER_SECONDS);
    return { url, expiresAt: new Date(now + TRANSFER_SECONDS * 1000).toISOString() };
  };
}
