import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './support/scratch';

const ROOT = path.resolve(__dirname, '..', '..');
jest.setTimeout(3 * 60_000);

/** The terms of the new entry: what makes them valid is their hash in the table, whatever a lawyer writes into them. */
const TERMS = '# Terms for people who live in Switzerland\n\nVersion 2026-11-24.\n';

const ENTRY = `  switzerland: {
    name: 'Switzerland',
    controller: {
      name: 'Domicile Schweiz AG',
      address: 'Bahnhofstrasse 1, 8001 Zürich, Switzerland',
      contact: 'privacy@switzerland.domicile.example',
    },
    law: 'Federal Act on Data Protection (Switzerland)',
    homeRegion: 'eu-central-2',
    location: 'Zürich, Switzerland',
    account: { variable: 'DOMICILE_ACCOUNT_SWITZERLAND', whenUnset: '333333333333' },
    countries: standing('alone'),
    terms: { version: '2026-11-24', language: 'en', sha256: '${createHash('sha256').update(TERMS).digest('hex')}' },
    features: {
      miniPrograms: { state: 'off', reason: 'no assessment exists' },
      payments: { state: 'limited', reason: 'payments are offered in francs only' },
      pushNotifications: PUSH_NOTIFICATIONS_OFF,
      readReceipts: { state: 'on' },
    },
    retention: { erasureMarkDays: 1 },
  },
} as const satisfies JurisdictionTable;`;

/** The whole change, as somebody would make it: the entry, where its country stands, and its terms. */
const EDITS: readonly (readonly [file: string, from: string, to: string])[] = [
  ['lib/domain/jurisdictions.ts', '} as const satisfies JurisdictionTable;', ENTRY],
  ['lib/domain/countries.ts', "  CH: 'elsewhere',", "  CH: 'alone',"],
  [
    'lib/domain/countries.ts',
    "type Side = 'with the Union' | 'elsewhere';",
    "type Side = 'with the Union' | 'elsewhere' | 'alone';",
  ],
  [
    'lib/app/terms/texts.ts',
    "import international from './international/2026-11-01.md' with { type: 'text' };",
    "import international from './international/2026-11-01.md' with { type: 'text' };\nimport switzerland from './switzerland/2026-11-24.md' with { type: 'text' };",
  ],
  ['lib/app/terms/texts.ts', '{ eu, international }', '{ eu, international, switzerland }'],
];

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch(['node_modules']);
  for (const name of ['test', 'jest.config.js', 'residency-exceptions.json'])
    cpSync(path.join(ROOT, name), path.join(scratch.folder, name), { recursive: true });
  for (const [file, from, to] of EDITS) {
    const at = path.join(scratch.folder, file);
    const text = readFileSync(at, 'utf8');
    if (!text.includes(from)) throw new Error(`'${file}' has no '${from}'`);
    writeFileSync(at, text.replace(from, to));
  }
  const folder = path.join(scratch.folder, 'lib', 'app', 'terms', 'switzerland');
  mkdirSync(folder);
  writeFileSync(path.join(folder, '2026-11-24.md'), TERMS);
});
afterAll(() => scratch.remove());

function run(program: string, ...args: readonly string[]) {
  const options = {
    cwd: scratch.folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: scratch.folder },
  } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join('node_modules', program), ...args],
    options,
  );
  return { status, output: `${stdout}${stderr}` };
}

// In this order: each goes on with what the one before it has made.
describe('a third jurisdiction, which is one more entry of the table and its terms', () => {
  it('compiles', () => {
    const { output } = run('typescript/bin/tsc', '--noEmit', '-p', '.');
    // Tests of the two that there are name both: only the product itself has to compile.
    expect(output.split('\n').filter((line) => /^(?:bin|lib|stacks|tools)\//.test(line))).toEqual([]);
  });

  it('synthesizes three cells, with no open finding of cdk-nag or of our checks', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/synth-strict.mjs'], {
      cwd: scratch.folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: scratch.folder },
    });
    expect({ status, output: `${stdout}${stderr}` }).toEqual({ status: 0, output: expect.any(String) });
    const cells = readdirSync(path.join(scratch.folder, 'cdk.out')).filter((file) =>
      file.endsWith('-Data.template.json'),
    );
    expect(cells.toSorted()).toEqual([
      'Eu-Data.template.json',
      'International-Data.template.json',
      'Switzerland-Data.template.json',
    ]);
  });

  it('is proved as the others are: nothing of what people entrust to a cell can reach another', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/bin/domicile.js', 'check', 'cdk.out', '--prove'],
      { cwd: scratch.folder, encoding: 'utf8' },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: expect.any(String), stderr: expect.any(String) });
    expect(stdout).toContain('Switzerland-Data');
  });

  it('has templates equal to the others, and names nothing of them', () => {
    const { status, output } = run(
      'jest/bin/jest.js',
      '--selectProjects',
      'stacks',
      '--testPathPatterns',
      'stacks/parity',
    );
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringContaining('of switzerland are equal to the last byte'),
    });
  });
});
