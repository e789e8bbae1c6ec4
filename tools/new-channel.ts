// Writes the object, the test and the page of a new channel:
//   npm run channel:new -- <service> <id> [--type AWS::X::Y --path Prop.Region]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DomicileError, InputError } from '../lib/domain/errors';
import { type ChannelRequest, HELP, requestOf } from './new-channel/request';
import { catalogueText, exportNameOf, objectText, testText } from './new-channel/texts';

const ROOT = path.resolve(__dirname, '..');
const CATALOGUE = 'lib/catalogue/catalogue.ts';

/** Every file that is written by hand otherwise, formatted, by its path. Nothing is written yet. */
function filesOf(request: ChannelRequest): ReadonlyMap<string, string> {
  const { service, id } = request;
  const file = existsSync(path.join(ROOT, `lib/catalogue/services/${service}.ts`)) ? id : service;
  const source = readFileSync(path.join(ROOT, CATALOGUE), 'utf8');
  if (new RegExp(`\\b${exportNameOf(id)}\\b`, 'u').test(source)) {
    throw new InputError('NameTaken', `'${exportNameOf(id)}' is in the catalogue already, as the name of another id`);
  }
  const texts: readonly (readonly [file: string, text: string | undefined])[] = [
    [`lib/catalogue/services/${file}.ts`, objectText(request)],
    [`test/catalogue/services/${id}.test.ts`, testText(request, file)],
    [CATALOGUE, catalogueText(source, request, file)],
  ];
  const files = new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, formatted(name, text)]])));
  const taken = [...files.keys()].find((name) => name !== CATALOGUE && existsSync(path.join(ROOT, name)));
  if (taken !== undefined) throw new InputError('FileTaken', `'${taken}' is there already`);
  return files;
}

function formatted(file: string, text: string): string {
  return run(['node_modules/@biomejs/biome/bin/biome', 'check', '--write', `--stdin-file-path=${file}`], text);
}

/** All files and the pages, or none of them. */
function write(files: ReadonlyMap<string, string>): void {
  const before = [...files.keys()].map((file) => path.join(ROOT, file)).map((file) => [file, textOf(file)] as const);
  try {
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
      writeFileSync(path.join(ROOT, file), text);
    }
    run(['--import', 'tsx', 'bin/domicile.ts', 'docs', '--readme', 'README.md']);
  } catch (error) {
    for (const [file, text] of before) {
      if (text === undefined) rmSync(file, { force: true });
      else writeFileSync(file, text);
    }
    throw error;
  }
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @throws InputError with what the program said, unless it ends well */
function run(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, input, encoding: 'utf8' });
  if (status !== 0) throw new InputError('Program', `'${args.join(' ')}' failed: ${stderr.trim()}`);
  return stdout;
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(HELP);
} else {
  try {
    const request = requestOf(args);
    const files = filesOf(request);
    write(files);
    const where = request.isNewService ? `the new service '${request.service}'` : `'${request.service}'`;
    console.log(`'${request.id}' of ${where}:`);
    for (const file of [...files.keys(), `docs/channels/${request.service}/${request.id}.md`]) console.log(`  ${file}`);
    console.log(
      "\nWrite what stands after each '…', the controls above all; 'npx jest --selectProjects catalogue' says what is missing.\n" +
        "Then 'npm run docs'.",
    );
  } catch (error) {
    if (!(error instanceof DomicileError)) throw error;
    console.error(`${error.message}\n\n${HELP.split('\n')[0]}`);
    process.exitCode = 2;
  }
}
