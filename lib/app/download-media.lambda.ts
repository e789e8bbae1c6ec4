import { mediaBucket } from './adapters/media-bucket';
import { mediaFinder } from './adapters/media-table';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { downloadMediaRoute } from './routes/download-media';
import { surroundings } from './surroundings';
import { downloadMedia } from './use-cases/download-media';

const cell = requireCell();
const around = surroundings();
const media = mediaFinder(cell, requireEnv('CONVERSATIONS_TABLE'));
const downloads = mediaBucket(cell, requireEnv('MEDIA_BUCKET'));
const route = downloadMediaRoute(downloadMedia({ media, downloads, clock: around.clock }));

export const handler = memberHandler('download-media', route, { cell, ...peopleOf(cell) }, around);
