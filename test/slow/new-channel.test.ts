import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
jest.setTimeout(3 * 60_000);

const COPIED = ['bin', 'lib', 'stacks', 'test', 'tools', 'docs', 'README.md', 'package.json', 'biome.json'];
const SETTINGS = ['tsconfig.json', 'jest.config.js', '.gitignore'];

let copy: string;
beforeAll(() => {
  copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'domicile-channel-')));
  for (const name of [...COPIED, ...SETTINGS])
    cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

function newChannel(...args: readonly string[]) {
  return run('--import', 'tsx', 'tools/new-channel.ts', ...args);
}

/** What is in the folders that the command writes to. */
function written(): ReadonlyMap<string, string> {
  const folders = ['lib/catalogue', 'test/catalogue', 'docs/channels'];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(copy, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  const texts = files.filter((file) => /\.\w+$/.test(file));
  return new Map(['README.md', ...texts].map((file) => [file, readFileSync(path.join(copy, file), 'utf8')]));
}

const at = (type: string, property: string) => ['s3', 's3-a-b', '--type', type, '--path', property];
it.each([
  ['an id that is taken', ['s3', 's3-bucket-replication'], "'s3-bucket-replication' is a channel, or was one"],
  [
    'a type that AWS does not know',
    at('AWS::S3::Buket', 'Name'),
    "no resource type 'AWS::S3::Buket'; did you mean 'AWS::S3::Bucket'",
  ],
  [
    'a property that AWS does not know',
    at('AWS::S3::Bucket', 'Home.Region'),
    "AWS knows no property 'Home.Region' of 'AWS::S3::Bucket'",
  ],
])('refuses %s, and writes nothing', (_, args, message) => {
  const before = written();
  const { status, output } = newChannel(...args);
  expect({ status, output }).toEqual({ status: 2, output: expect.stringContaining(message) });
  expect(written()).toEqual(before);
});

it('takes back what it wrote when the pages cannot be made', () => {
  const readme = readFileSync(path.join(copy, 'README.md'), 'utf8');
  writeFileSync(path.join(copy, 'README.md'), '# No markers\n');
  const before = written();
  const { status, output } = newChannel('s3', 's3-sideways-copy');
  expect({ status, output }).toEqual({ status: 2, output: expect.stringContaining("'README.md' has no") });
  expect(written()).toEqual(before);
  writeFileSync(path.join(copy, 'README.md'), readme);
});

describe('a new channel', () => {
  const TYPE = 'AWS::Backup::BackupVault';
  const FILES = [
    'lib/catalogue/services/backup-sideways-copy.ts',
    'test/catalogue/services/backup-sideways-copy.test.ts',
    'lib/catalogue/catalogue.ts',
  ];

  it('is written as an object, a test and a page', () => {
    const place = ['--type', TYPE, '--path', 'Notifications.SNSTopicArn', '--kind', 'arn'];
    const { status, output } = newChannel('backup', 'backup-sideways-copy', ...place);
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining(FILES.join('\n  ')) });
    const page = readFileSync(path.join(copy, 'docs/channels/backup/backup-sideways-copy.md'), 'utf8');
    expect(page).toContain(`| \`${TYPE}\` | \`Notifications.SNSTopicArn\` | an ARN |`);
  });

  it('is formatted and typed as the rest of the project', () => {
    expect(run('node_modules/@biomejs/biome/bin/biome', 'ci', ...FILES)).toMatchObject({ status: 0 });
    const { output } = run('node_modules/typescript/bin/tsc', '-p', '.');
    expect(output.split('\n').filter((line) => FILES.some((file) => line.startsWith(file)))).toEqual([]);
  });

  it('passes its own test, and not that of the catalogue until its texts are written', () => {
    const jest = (...patterns: readonly string[]) =>
      run('node_modules/jest/bin/jest.js', '--selectProjects', 'catalogue', '--testPathPatterns', ...patterns);
    expect(jest('services/backup-sideways-copy')).toMatchObject({ status: 0 });
    const { status, output } = jest('catalogue/catalogue.test');
    expect(status).toBe(1);
    expect(output).toContain('● the catalogue › leaves no text of a new channel to be written');
    expect(output).not.toContain('● backup-sideways-copy');
  });
});
