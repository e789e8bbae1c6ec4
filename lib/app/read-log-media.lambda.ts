import { mediaBucket } from './adapters/media-bucket';
import { mediaFinder } from './adapters/media-table';
import { requireCell, requireEnv } from './environment';
import { keyHandler } from './http/handler';
import { keysOf } from './people';
import { readLogMediaRoute } from './routes/read-log-media';
import { surroundings } from './surroundings';
import { downloadMedia } from './use-cases/download-media';

const cell = requireCell();
const around = surroundings();
const media = mediaFinder(cell, requireEnv('CONVERSATIONS_TABLE'));
const downloads = mediaBucket(cell, requireEnv('MEDIA_BUCKET'));
const route = readLogMediaRoute(media, downloadMedia({ media, downloads, clock: around.clock }));

export const handler = keyHandler('read-log-media', route, keysOf(cell), around);
