import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/errors';
import { type Home, isNestedStack, StackBuilder } from './build-stacks';
import { Folder, readText } from './files';
import { isManifest, MANIFEST, readCloudAssembly } from './read-cloud-assembly';
import type { Assembly } from './stack';
import { isText, type JsonMap, mapAt } from './template';

export interface Reading {
  readonly assembly: Assembly;
  /** What could not be read, has no known place, or is ambiguous. What is here was not judged, or not for certain. */
  readonly problems: readonly InputError[];
}

/** Reads cloud assemblies, templates and folders of templates, to be judged together. */
export function readAssembly(inputs: readonly string[], home: Home = {}): Reading {
  const builder = new StackBuilder(home);
  for (const input of inputs) {
    const before = builder.stacks.length + builder.problems.length;
    builder.attempt(() => readInput(input, builder));
    if (builder.stacks.length + builder.problems.length > before) continue;
    builder.problems.push(
      new InputError('NoStack', `'${input}' holds no stack; name the assembly of an app that has one`),
    );
  }
  return { assembly: { stacks: builder.stacks }, problems: builder.problems };
}

function readInput(input: string, builder: StackBuilder): void {
  if (!existsSync(input)) {
    throw new InputError('NoSuchFile', `'${input}' is not there; name a template, a folder or a cloud assembly`);
  }
  const isFolder = statSync(input).isDirectory();
  const folder = new Folder(isFolder ? input : path.dirname(input));
  const file = path.join(folder.root, isFolder ? MANIFEST : path.basename(input));
  if (path.basename(file) === MANIFEST && folder.has(file) && isManifest(folder.map(file))) {
    readCloudAssembly(folder, builder);
  } else if (isFolder) {
    readFolder(input, folder, builder);
  } else {
    addTemplates([file], folder, builder);
  }
}

function readFolder(input: string, folder: Folder, builder: StackBuilder): void {
  const templates: string[] = [];
  let assemblies = 0;
  const walk = (directory: string) => {
    const manifest = path.join(directory, MANIFEST);
    if (folder.has(manifest) && isManifest(folder.map(manifest))) {
      assemblies += 1;
      readCloudAssembly(new Folder(path.join(input, path.relative(folder.root, directory))), builder);
      return;
    }
    for (const entry of builder.attempt(() => entriesOf(directory, folder)) ?? []) {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) walk(file);
      else if (entry.isFile() && TEMPLATE_FILE.test(entry.name)) builder.attempt(() => consider(file));
      else if (entry.isSymbolicLink() && !SKIPPED.test(entry.name)) builder.attempt(() => follow(file));
    }
  };
  const seen = new Set<string>();
  const follow = (link: string) => {
    const leadsTo = existsSync(link) ? statSync(link) : undefined;
    if (leadsTo?.isDirectory() ? isBelow(realpathSync(link), folder) : !TEMPLATE_FILE.test(link)) return;
    if (!folder.has(link)) {
      const shown = folder.shown(link);
      throw new InputError('LinkOutside', `'${shown}' is a link to nothing in its folder; name what it leads to`);
    }
    consider(link);
  };
  const consider = (file: string) => {
    const real = realpathSync(file);
    if (seen.has(real)) return;
    seen.add(real);
    if (LOOKS_LIKE_TEMPLATE.test(readText(file, folder.shown(file)))) templates.push(file);
  };
  walk(folder.root);
  if (templates.length + assemblies === 0) {
    throw new InputError('NoTemplate', `'${input}' holds no template; name a template or a cloud assembly`);
  }
  addTemplates(templates.toSorted(), folder, builder);
}

function isBelow(real: string, { root }: Folder): boolean {
  const relative = path.relative(realpathSync(root), real);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function entriesOf(directory: string, folder: Folder): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (cause) {
    const shown = folder.shown(directory);
    throw new InputError('UnreadableFolder', `'${shown}' cannot be read; name a folder that can be`, { cause });
  }
}

const SKIPPED = /^(?:\.|node_modules$)/u;
const TEMPLATE_FILE = /\.(?:json|ya?ml|template)$/u;
const LOOKS_LIKE_TEMPLATE = /AWSTemplateFormatVersion|"Resources"\s*:|^Resources\s*:/mu;

/** Templates that others nest are judged as these use them, and not by themselves. */
function addTemplates(files: readonly string[], folder: Folder, builder: StackBuilder): void {
  const readable = files.filter((file) => builder.attempt(() => folder.template(file)) !== undefined);
  const nested = new Set(readable.flatMap((file) => nestedBy(file, folder)));
  const roots = readable.filter((file) => !nested.has(file));
  // Where all nest each other, none of them is a root: then each says what is wrong.
  for (const file of roots.length > 0 ? roots : readable) {
    builder.add(
      {
        id: folder.shown(file),
        label: folder.shown(file),
        region: undefined,
        file,
        parameters: {},
        originsOf: () => () => ({}),
        locate: (resource, parentFile) => {
          const beside = fileBeside(resource, parentFile, folder);
          if (beside === undefined) assertNotMissing(resource, parentFile, folder);
          return beside;
        },
      },
      folder,
    );
  }
}

function nestedBy(file: string, folder: Folder): string[] {
  return Object.values(folder.template(file).Resources)
    .filter(isNestedStack)
    .map((resource) => fileBeside(resource, file, folder))
    .filter((nested) => nested !== undefined);
}

/**
 * A path, which is uploaded when the template is packaged, leads to a file on this machine.
 *
 * @throws InputError when nothing is there
 */
function assertNotMissing(resource: JsonMap, parentFile: string, folder: Folder): void {
  const properties = mapAt(resource, 'Properties');
  const written = properties['TemplateURL'] ?? properties['Location'];
  if (!isText(written) || !LOCAL_PATH.test(written)) return;
  if (existsSync(path.resolve(path.dirname(parentFile), written))) return;
  throw new InputError(
    'MissingFile',
    `'${folder.shown(parentFile)}' names '${written}', which is not there; put it there, so that it is judged as well`,
  );
}

const LOCAL_PATH = /^(?!\w+:)[\w./-]+\.(?:json|ya?ml|template)$/u;

/** The file that a nested stack's URL ends with: what is uploaded under it is most often beside its parent. */
function fileBeside(resource: JsonMap, parentFile: string, folder: Folder): string | undefined {
  const properties = mapAt(resource, 'Properties');
  const written = JSON.stringify(properties['TemplateURL'] ?? properties['Location']) ?? '';
  for (const [name] of written.matchAll(/[\w./-]+\.(?:json|ya?ml|template)\b/gu)) {
    const steps = name.split('/').filter((step) => step !== '' && step !== '.');
    for (const [start] of steps.entries()) {
      for (const base of [path.dirname(parentFile), folder.root]) {
        const file = path.resolve(base, ...steps.slice(start));
        if (file !== parentFile && folder.has(file)) return file;
      }
    }
  }
  return undefined;
}
