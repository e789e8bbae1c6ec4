import type { MediaReference } from '../../domain/conversations-api';
import type { MediaRequest } from '../../domain/schemas/requests';
import { ENTRIES, placeOf } from '../conversation-entries';
import type { StoredMedia } from '../conversation-ports';
import type { Sealer } from '../ports';

/** What an object is, as it was announced; what is kept of it, sealed. */
export function sealMedia(sealer: Sealer, mediaId: string, content: MediaRequest & { readonly at: string }): string {
  return sealer.seal(JSON.stringify(content), placeOf(ENTRIES.media(mediaId)));
}

export function openMedia(sealer: Sealer, { mediaId, sealed }: StoredMedia): MediaReference {
  const content = JSON.parse(sealer.open(sealed, placeOf(ENTRIES.media(mediaId)))) as MediaRequest;
  const { contentType, bytes, sha256 } = content;
  return { mediaId, contentType, bytes, sha256 };
}
