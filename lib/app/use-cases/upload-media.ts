import { MOST_MEDIA, MOST_MEDIA_BYTES_OF_A_PERSON, TRANSFER_SECONDS } from '../../domain/conversations';
import type { MediaReference, UploadAnswer } from '../../domain/conversations-api';
import type { MediaRequest } from '../../domain/schemas/requests';
import type { MediaAnnouncer, MediaFinder, Uploads } from '../conversation-ports';
import { mediaKey } from '../media-key';
import type { Clock, Owner } from '../ports';
import { uuidOf } from '../uuid';
import { openMedia, sealMedia } from './media-content';

export type Announcement =
  | { readonly kind: 'announced'; readonly upload: UploadAnswer }
  | { readonly kind: 'full' | 'reused' | 'erased' | 'busy' };

const LIMITS = { objects: MOST_MEDIA, bytes: MOST_MEDIA_BYTES_OF_A_PERSON };

/**
 * Announces an object, and makes the form that takes this one and no other: its place, its size to the byte, its type and its
 * SHA-256 are signed. What was announced counts, whether it is uploaded or not.
 *
 * Repeated with the same idempotency key it answers a fresh form for the same object.
 */
export function uploadMedia(ports: {
  readonly media: MediaAnnouncer & MediaFinder;
  readonly uploads: Uploads;
  readonly clock: Clock;
}) {
  const { media, uploads, clock } = ports;
  return async ({ personId, sealer }: Owner, idempotencyKey: string, content: MediaRequest): Promise<Announcement> => {
    const mediaId = uuidOf(sealer.derive('media', idempotencyKey));
    const now = clock();
    const sealed = sealMedia(sealer, mediaId, { ...content, at: new Date(now).toISOString() });
    const announced = await media.announce(personId, { mediaId, sealed, bytes: content.bytes }, LIMITS);
    if (announced === 'there') {
      const stored = await media.findMedia(personId, mediaId);
      if (stored === undefined) return { kind: 'erased' };
      if (!isSame(openMedia(sealer, stored), content)) return { kind: 'reused' };
    } else if (announced !== 'announced') return { kind: announced };
    const form = await uploads.form({ ...content, key: mediaKey(personId, mediaId) }, TRANSFER_SECONDS);
    const expiresAt = new Date(now + TRANSFER_SECONDS * 1000).toISOString();
    return { kind: 'announced', upload: { mediaId, ...form, expiresAt } };
  };
}

function isSame(one: MediaReference, other: MediaRequest): boolean {
  return one.contentType === other.contentType && one.bytes === other.bytes && one.sha256 === other.sha256;
}
