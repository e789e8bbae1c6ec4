import { mediaBucket } from './adapters/media-bucket';
import { mediaAnnouncer, mediaFinder } from './adapters/media-table';
import { conversationTables } from './conversation-tables';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { uploadMediaRoute } from './routes/upload-media';
import { surroundings } from './surroundings';
import { uploadMedia } from './use-cases/upload-media';

const cell = requireCell();
const around = surroundings();
const tables = conversationTables();
const media = { ...mediaFinder(cell, tables.conversations), ...mediaAnnouncer(cell, tables) };
const uploads = mediaBucket(cell, requireEnv('MEDIA_BUCKET'));
const route = uploadMediaRoute(uploadMedia({ media, uploads, clock: around.clock }));

export const handler = memberHandler('upload-media', route, { cell, ...peopleOf(cell) }, around);
