import { readFileSync } from 'node:fs';
import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { homePage } from './pages/home';
import { homePageRoute } from './routes/home-page';
import { surroundings } from './surroundings';

// Made by the build, beside the bundle.
const PAGE_FILE = new URL('./page.json', import.meta.url);

// The SDK's own variable, which an emulator gives its functions, and AWS does not.
const page = homePage(requireCell(), readFileSync(PAGE_FILE, 'utf8'), process.env['AWS_ENDPOINT_URL']);

export const handler = publicHandler('home-page', homePageRoute(page), surroundings());
