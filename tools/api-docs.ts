// Writes what is made of the contracts of the API: docs/openapi.json, which the cells serve, and docs/api.md.
// With --check nothing is written, and what is stale is named.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { apiPage } from '../lib/reporting/api/api-page';
import { openapi } from '../lib/reporting/api/openapi';

const FILES = {
  'docs/openapi.json': () => `${JSON.stringify(openapi(), undefined, 2)}\n`,
  'docs/api.md': apiPage,
} as const satisfies Readonly<Record<string, () => string>>;

const check = process.argv.includes('--check');
for (const [file, fresh] of Object.entries(FILES)) {
  const text = fresh();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (!check) {
    writeFileSync(file, text);
    continue;
  }
  process.stderr.write(`'${file}' is not what the contracts say; run 'npm run docs'\n`);
  process.exitCode = 1;
}
