// The web page of a cell: script and style bundled into one document, with their hashes, by which alone a browser admits them.
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** The numbers of all countries in 80 kB: the rules that tell a mobile number from another are not needed to name a country. */
const ALIAS = { 'libphonenumber-js/max': 'libphonenumber-js/min' };

/**
 * Bundles the page.
 *
 * @param {string} root the project's folder
 * @returns {Promise<{ html: string, scriptHash: string, styleHash: string }>}
 */
export async function bundlePage(root) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'warning',
    legalComments: 'none',
    charset: 'utf8',
  };
  const page = { platform: 'browser', target: ['chrome123', 'firefox120', 'safari17.5'] };
  const [script, style, document] = await Promise.all([
    build({ ...shared, ...page, entryPoints: ['lib/web/main.ts'], format: 'iife', alias: ALIAS }),
    build({ ...shared, ...page, entryPoints: ['lib/web/page.css'] }),
    build({ ...shared, entryPoints: ['lib/web/document.ts'], platform: 'node', format: 'esm' }),
  ]);
  const parts = { script: textOf(script), style: textOf(style) };
  if (parts.script.includes('</script')) throw new Error("the page's script would end its own element");
  const { htmlDocument } = await import(
    `data:text/javascript;base64,${Buffer.from(textOf(document)).toString('base64')}`
  );
  return { html: htmlDocument(parts), scriptHash: hashOf(parts.script), styleHash: hashOf(parts.style) };
}

/** Writes the page beside the function that answers it. Two builds at once write the same, and neither is read half. */
export async function buildPage(root, folder) {
  const page = await bundlePage(root);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'page.json');
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(page));
  renameSync(`${file}.${process.pid}`, file);
}

function textOf({ outputFiles: [file] }) {
  return file.text;
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
