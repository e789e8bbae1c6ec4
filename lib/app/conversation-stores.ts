import { logReader } from './adapters/logs-table';
import { mediaLister } from './adapters/media-lister';
import { mediaObjects } from './adapters/media-objects';
import type { Cell } from './cell';
import { requireEnv } from './environment';

/** What rests of conversations, as the environment of a step names where. Read once, at cold start. */
export function conversationStores(cell: Cell) {
  const table = requireEnv('CONVERSATIONS_TABLE');
  return {
    logs: logReader(cell, table),
    media: mediaLister(cell, table),
    objects: mediaObjects(cell, requireEnv('MEDIA_BUCKET')),
  };
}
