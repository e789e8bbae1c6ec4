import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { DeclaredStore } from '../../lib/domain/personal-stores';
import buildAll from '../build.mjs';
import { median, table } from './measure';

const TIMES = 9;

/** Imports a file in a fresh process and prints how many milliseconds that took, the start of the process aside. */
const IMPORT = `
  const started = process.hrtime.bigint();
  await import(process.argv[1]);
  console.log('took', Number(process.hrtime.bigint() - started) / 1e6);
`;

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  PROFILES_TABLE: 'profiles',
  USER_POOL_ID: 'eu-central-1_pool',
  USER_POOL_CLIENT_ID: 'client',
};

/** What the cell's stacks would write beside a function that reads it. */
const STORE: DeclaredStore = {
  id: 'profiles',
  kind: 'table',
  holds: 'profiles',
  personal: true,
  retention: { until: 'erasure', thenRecoverableForDays: 35 },
  key: 'person',
  legalBasis: 'contract',
  readers: ['you'],
};

/** Size and cold import of each function, beside a bundle that has one client of the SDK and does nothing. */
export async function bundles(): Promise<string> {
  await buildAll();
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-bench-'));
  try {
    cpSync(path.join('dist', 'functions'), folder, { recursive: true });
    writeFileSync(path.join(folder, 'locate-data', 'stores.json'), JSON.stringify([STORE]));
    await build({
      stdin: {
        contents:
          "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; export const client = new DynamoDBClient({});",
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      minify: true,
      mainFields: ['module', 'main'],
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      outfile: path.join(folder, 'one-client', 'index.mjs'),
      logLevel: 'warning',
    });
    const names = ['one-client', ...readdirSync(folder).filter((name) => name !== 'one-client')];
    const taken = new Map<string, number[]>(names.map((name) => [name, []]));
    for (let round = 0; round <= TIMES; round += 1) {
      for (const name of names) {
        const elapsed = importTime(path.join(folder, name, 'index.mjs'));
        if (round > 0) taken.get(name)?.push(elapsed);
      }
    }
    const base = median(taken.get('one-client') ?? []);
    return table(
      ['function', 'KB', 'cold import, ms, median of 9', 'ratio'],
      names.map((name) => {
        const ms = median(taken.get(name) ?? []);
        const kilobytes = statSync(path.join(folder, name, 'index.mjs')).size / 1024;
        return [name, kilobytes.toFixed(0), ms.toFixed(0), (ms / base).toFixed(2)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importTime(file: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', IMPORT, file], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
  });
  const took = stdout.match(/took (?<ms>[\d.]+)/)?.groups?.['ms'];
  if (took === undefined) throw new Error(`'${file}' could not be imported:\n${stderr.slice(-2000)}`);
  return Number(took);
}
