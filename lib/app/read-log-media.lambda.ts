import { mediaBucket } from './adapters/media-bucket';
import { mediaFinder } from './adapters/media-table';
import { readerFinder } from './adapters/readers-table';
import { requireCell, requireEnv } from './environment';
import { publicHandler } from './http/handler';
import { keysOf } from './people';
import { readLogMediaRoute } from './routes/read-log-media';
import { surroundings } from './surroundings';
import { downloadMedia } from './use-cases/download-media';
import { openLog } from './use-cases/read-as-reader';

const cell = requireCell();
const around = surroundings();
const { clock } = around;
const table = requireEnv('CONVERSATIONS_TABLE');
const media = mediaFinder(cell, table);
const open = openLog({ readers: readerFinder(cell, table), keys: keysOf(cell), clock });
const download = downloadMedia({ media, downloads: mediaBucket(cell, requireEnv('MEDIA_BUCKET')), clock });

export const handler = publicHandler('read-log-media', readLogMediaRoute(open, media, download), around);
