import path from 'node:path';
import type { SourceLocation } from '../domain/finding';
import { STORE_METADATA, type StoreClass } from '../domain/store-class';
import type { Folder } from './files';
import { type Position, SourceMaps } from './source-maps';
import type { Origin, Stack } from './stack';
import { isText, type JsonMap, mapAt, memberOf, textAt } from './template';

/**
 * Where in the app each resource of an artifact comes from; its metadata are read when somebody first asks.
 *
 * They are one for a stack and all that it nests, where logical ids repeat. Which of them is meant is told by the template's
 * file, or in assemblies of an older CDK by what the template says of a resource's path, which is believed no further.
 */
export function originsOf(artifact: unknown, directory: string, folder: Folder): OriginsOfTemplate {
  let origins: ReadonlyMap<string, readonly KnownOrigin[]> | undefined;
  return (templateFile) => {
    const isHere = ({ template }: KnownOrigin) => template === undefined || template === path.basename(templateFile);
    return (logicalId, claimedPath) => {
      origins ??= gathered(metadataOf(artifact, directory, folder), folder.root);
      const here = origins.get(logicalId)?.filter(isHere) ?? [];
      const known = here.length > 1 ? here.find(({ origin }) => origin.constructPath === claimedPath) : here[0];
      return known?.origin ?? {};
    };
  };
}

/** What is known of the resources of one template of an artifact. */
export type OriginsOfTemplate = (templateFile: string) => Stack['originOf'];

interface KnownOrigin {
  readonly origin: Origin;
  /** The file of the template that the resource is in, where the assembly says so. */
  readonly template: string | undefined;
}

/** What an assembly says of an artifact's constructs, by their paths. */
export function metadataOf(artifact: unknown, directory: string, folder: Folder): JsonMap {
  const file = textAt(artifact, 'additionalMetadataFile');
  const inline = mapAt(artifact, 'metadata');
  if (file === undefined || !folder.has(path.resolve(directory, file))) return inline;
  try {
    return { ...inline, ...folder.map(path.resolve(directory, file)) };
  } catch {
    // Without them a finding lacks its source line, and is a finding all the same.
    return inline;
  }
}

function gathered(metadata: JsonMap, root: string): ReadonlyMap<string, readonly KnownOrigin[]> {
  const origins = new Map<string, KnownOrigin[]>();
  const maps = new SourceMaps();
  const declared = declarations(metadata);
  const templates = templateFiles(metadata);
  for (const [constructPath, entries] of Object.entries(metadata)) {
    if (!Array.isArray(entries)) continue;
    const logicalId = entryOf('aws:cdk:logicalId', entries);
    if (!isText(logicalId)) continue;
    const trace = entryOf('aws:cdk:creationStack', entries);
    const holds = nearestAround(constructPath, declared);
    const origin = {
      constructPath: constructPath.slice(1),
      // Asked for where something is found, which is rare: a map takes a while to read.
      get source() {
        return sourceIn(trace, root, maps);
      },
      ...(holds !== undefined && { holds }),
    };
    const known = { origin, template: nearestAround(constructPath, templates) };
    origins.set(logicalId, [...(origins.get(logicalId) ?? []), known]);
  }
  return origins;
}

/** What constructs declare of the stores in them, by their paths. */
function declarations(metadata: JsonMap): ReadonlyMap<string, StoreClass> {
  const declared = new Map<string, StoreClass>();
  for (const [constructPath, entries] of Object.entries(metadata)) {
    const holds = Array.isArray(entries) ? entryOf(STORE_METADATA, entries) : undefined;
    if (isStoreClass(holds)) declared.set(constructPath, holds);
  }
  return declared;
}

/** Anybody can write metadata: what is incomplete where it is read says nothing. */
function isStoreClass(value: unknown): value is StoreClass {
  const personal = memberOf(value, 'personal');
  return textAt(value, 'id') !== undefined && (personal === true || textAt(personal, 'no') !== undefined);
}

/** The file of each stack's template, by the stack's path. */
function templateFiles(metadata: JsonMap): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [constructPath, entries] of Object.entries(metadata)) {
    const file = Array.isArray(entries) ? entryOf('aws:cdk:templateFile', entries) : undefined;
    if (isText(file)) files.set(constructPath, file);
  }
  return files;
}

/** What is said of a construct, or else of the nearest one that it is in. */
function nearestAround<Said>(constructPath: string, said: ReadonlyMap<string, Said>): Said | undefined {
  if (said.size === 0) return undefined;
  for (let around = constructPath; around !== ''; around = around.slice(0, around.lastIndexOf('/'))) {
    const found = said.get(around);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entryOf(type: string, entries: readonly unknown[]): unknown {
  return memberOf(
    entries.find((entry) => textAt(entry, 'type') === type),
    'data',
  );
}

/** The first frame of the app's own code: those of libraries are elided, or lead through node_modules. */
function sourceIn(trace: unknown, root: string, maps: SourceMaps): SourceLocation | undefined {
  const frames = framesIn(trace);
  const [nearest] = frames;
  if (nearest === undefined) return undefined;
  // A bundle holds libraries as well: they are told apart by what it was made of.
  const written = frames
    .map((frame) => (relativeTo(root, frame.file) === undefined ? frame : maps.original(frame)))
    .find(({ file }) => !file.includes('node_modules'));
  const { file, line } = written ?? nearest;
  return { file: relativeTo(root, file) ?? path.basename(file), line };
}

function framesIn(trace: unknown): readonly Position[] {
  if (!Array.isArray(trace)) return [];
  return trace.filter(isText).flatMap((frame) => {
    const [, file, line, column] = /\(?(?:file:\/\/)?((?:\/|[A-Z]:\\)[^()]*):(\d+):(\d+)\)?$/u.exec(frame) ?? [];
    if (file === undefined || file.includes('node_modules')) return [];
    return [{ file, line: Number(line), column: Number(column) }];
  });
}

/** Relative to the working directory, or else to the folder of the app, beside whose sources the assembly lies. */
function relativeTo(root: string, file: string): string | undefined {
  const relative = [process.cwd(), path.dirname(root)].map((folder) => path.relative(folder, file));
  return relative.find((name) => !name.startsWith('..') && !path.isAbsolute(name));
}
