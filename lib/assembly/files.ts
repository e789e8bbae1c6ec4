import { existsSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/errors';
import { asTemplate, parseMap } from './parse';
import type { JsonMap, Template } from './template';

/** The files of one input: read once, and never from outside its folder. */
export class Folder {
  readonly root: string;
  readonly #realRoot: string;
  readonly #shown: string;
  readonly #templates = new Map<string, Template>();
  readonly #flaws = new Map<string, InputError[]>();

  /** @param root the folder that everything has to be in */
  constructor(root: string) {
    this.root = path.resolve(root);
    this.#realRoot = realpathSync(this.root);
    this.#shown = root;
  }

  /**
   * The whole path of a file that is named in another one.
   *
   * @throws InputError when it is outside of the folder or not there
   */
  file(name: string, namedIn: string, relativeTo = this.root): string {
    const file = path.resolve(relativeTo, name);
    if (!isWithin(this.root, file)) throw outside(name, namedIn);
    if (!existsSync(file)) {
      throw new InputError('MissingFile', `'${namedIn}' names '${name}', which is not there; make the assembly again`);
    }
    if (!isWithin(this.#realRoot, realpathSync(file))) throw outside(name, namedIn);
    return file;
  }

  /** Whether there is such a file in the folder, links out of it left aside. */
  has(file: string): boolean {
    return (
      isWithin(this.root, file) &&
      existsSync(file) &&
      statSync(file).isFile() &&
      isWithin(this.#realRoot, realpathSync(file))
    );
  }

  /** The file as it was named on input. */
  shown(file: string): string {
    return path.join(this.#shown, path.relative(this.root, file));
  }

  map(file: string): JsonMap {
    return parseMap(readText(file, this.shown(file)), this.shown(file));
  }

  /** A template, though keys stand twice in it: CloudFormation deploys such ones, and what is abroad in them is to be told. */
  template(file: string, mayBeEmpty = false): Template {
    const remembered = this.#templates.get(file);
    if (remembered !== undefined) return remembered;
    const flaws: InputError[] = [];
    const map = parseMap(readText(file, this.shown(file)), this.shown(file), (flaw) => flaws.push(flaw));
    this.#flaws.set(file, flaws);
    const isEmpty = mayBeEmpty && !Object.hasOwn(map, 'Resources');
    const template = isEmpty ? { ...map, Resources: {} } : asTemplate(map, this.shown(file));
    this.#templates.set(file, template);
    return template;
  }

  /** What is wrong with a template that was read all the same: what it is taken for need not be what is deployed. */
  flawsOf(file: string): readonly InputError[] {
    return this.#flaws.get(file) ?? [];
  }
}

/** Far more than CloudFormation takes, and still read in a moment. */
const LARGEST_BYTES = 256 * 1024 * 1024;

export function readText(file: string, shown: string): string {
  try {
    const stats = statSync(file);
    // A pipe to which nobody writes is never opened, and a device may never end.
    if (!stats.isFile()) {
      throw new InputError('NotAFile', `'${shown}' is ${kindOf(stats)}; name a file in JSON or YAML`);
    }
    if (stats.size > LARGEST_BYTES) {
      throw new InputError(
        'TooLarge',
        `'${shown}' is larger than 256 MB, which no template is; name the template itself`,
      );
    }
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('UnreadableFile', `'${shown}' cannot be read; name a file that can be`, { cause });
  }
}

function kindOf(stats: Stats): string {
  return stats.isDirectory() ? 'a folder' : 'a pipe or a device';
}

function isWithin(root: string, file: string): boolean {
  return file === root || file.startsWith(root + path.sep);
}

function outside(name: string, namedIn: string): InputError {
  return new InputError(
    'OutsideOfFolder',
    `'${namedIn}' names '${name}', which is outside of its folder; nothing outside is read`,
  );
}
