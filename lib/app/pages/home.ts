import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { ConfigurationError } from '../../domain/errors';
import { JURISDICTION_IDS, JURISDICTIONS } from '../../domain/jurisdictions';
import type { Cell } from '../cell';

const Hash = z.string().check(z.regex(/^sha256-[\w+/]{43}=$/));
/** The page as `tools/build-web.mjs` has made it: one document, and the hashes of its script and its style. */
const Built = z.strictObject({ html: z.string(), scriptHash: Hash, styleHash: Hash });

/** The page of one cell, as often as it is asked for. */
export interface HomePage {
  readonly html: string;
  readonly gzip: Buffer;
  readonly headers: Readonly<Record<string, string>> & { readonly etag: string };
}

/** Where the build has left the place for whose home it is. */
const HOME = 'data-home=""';

/**
 * The page of a cell, which loads nothing and talks to homes only.
 *
 * @param emulator where AWS is, when it is on this machine
 * @throws ConfigurationError `InvalidPage`
 */
export function homePage({ jurisdiction }: Cell, built: string, emulator?: string): HomePage {
  const result = z.safeParse(Built, parsed(built));
  if (!result.success || !result.data.html.includes(HOME)) {
    throw new ConfigurationError('InvalidPage', "page.json is not what tools/build.mjs writes; run 'npm run build'");
  }
  const { scriptHash, styleHash } = result.data;
  const html = result.data.html.replace(HOME, `data-home="${jurisdiction}"`);
  const gzip = gzipSync(html, { level: 9 });
  return {
    html,
    gzip,
    headers: {
      // Asked for each time, and sent only when it has changed.
      'cache-control': 'no-cache',
      etag: `W/"${createHash('sha256').update(html).digest('base64url')}"`,
      vary: 'accept-encoding',
      'content-security-policy': policy({ scriptHash, styleHash, connects: connectSources(emulator) }),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    },
  };
}

/**
 * Where the page may send anything: its own cell; the APIs of homes, because somebody who reads another's half of a conversation
 * reads it from the other's cell; and buckets in the regions of homes, by links that a cell has signed. No cell knows another's
 * API or bucket by name, so that the regions of all homes are named, which are public knowledge: nothing that the page holds can be
 * sent anywhere else.
 */
export function connectSources(emulator?: string): readonly string[] {
  const homes = JURISDICTION_IDS.map((id) => JURISDICTIONS[id].homeRegion);
  const atHome = homes.flatMap((region) => ['execute-api', 's3'].map((service) => addressesOf(service, region)));
  return ["'self'", ...atHome, ...(emulator === undefined ? [] : locally(emulator))];
}

/** @see https://docs.aws.amazon.com/general/latest/gr/rande.html */
function addressesOf(service: string, region: string): string {
  return `https://*.${service}.${region}.amazonaws.com`;
}

/** An emulator has buckets at its own address, and APIs at names below `localhost`. */
function locally(emulator: string): string[] {
  const { origin, port } = new URL(emulator);
  return [origin, `http://*.execute-api.localhost:${port}`];
}

/**
 * What a browser lets the page do: its own script and style, by their hashes, and no other; no markup made of text; pictures that
 * are on the device already; no frame around it.
 *
 * @see https://www.w3.org/TR/CSP3/
 * @see https://www.w3.org/TR/trusted-types/
 */
function policy(page: { scriptHash: string; styleHash: string; connects: readonly string[] }): string {
  return [
    "default-src 'none'",
    `script-src '${page.scriptHash}'`,
    `style-src '${page.styleHash}'`,
    'img-src data:',
    `connect-src ${page.connects.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
