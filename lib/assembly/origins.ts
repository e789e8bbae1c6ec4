import path from 'node:path';
import type { SourceLocation } from '../domain/finding';
import { STORE_METADATA, type StoreClass } from '../domain/store-class';
import type { Folder } from './files';
import type { Origin, Stack } from './stack';
import { isText, type JsonMap, mapAt, memberOf, textAt } from './template';

/**
 * Where in the app each resource of an artifact comes from; its metadata are read when somebody first asks.
 *
 * They are one for a stack and all that it nests, where logical ids repeat: what the template says of a resource's path then
 * chooses among those that the assembly knows, and is believed no further.
 */
export function originsOf(artifact: unknown, directory: string, folder: Folder): Stack['originOf'] {
  let origins: ReadonlyMap<string, readonly Origin[]> | undefined;
  return (logicalId, claimedPath) => {
    origins ??= gathered(metadataOf(artifact, directory, folder), folder.root);
    const [origin = {}, ...others] = origins.get(logicalId) ?? [];
    if (others.length === 0) return origin;
    return [origin, ...others].find(({ constructPath }) => constructPath === claimedPath) ?? {};
  };
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

function gathered(metadata: JsonMap, root: string): ReadonlyMap<string, readonly Origin[]> {
  const origins = new Map<string, Origin[]>();
  const declared = declarations(metadata);
  for (const [constructPath, entries] of Object.entries(metadata)) {
    if (!Array.isArray(entries)) continue;
    const logicalId = entryOf('aws:cdk:logicalId', entries);
    if (!isText(logicalId)) continue;
    const source = sourceIn(entryOf('aws:cdk:creationStack', entries), root);
    const holds = declarationAround(constructPath, declared);
    const origin = {
      constructPath: constructPath.slice(1),
      ...(source !== undefined && { source }),
      ...(holds !== undefined && { holds }),
    };
    origins.set(logicalId, [...(origins.get(logicalId) ?? []), origin]);
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

function declarationAround(constructPath: string, declared: ReadonlyMap<string, StoreClass>): StoreClass | undefined {
  if (declared.size === 0) return undefined;
  for (let around = constructPath; around !== ''; around = around.slice(0, around.lastIndexOf('/'))) {
    const holds = declared.get(around);
    if (holds !== undefined) return holds;
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
function sourceIn(trace: unknown, root: string): SourceLocation | undefined {
  if (!Array.isArray(trace)) return undefined;
  for (const frame of trace.filter(isText)) {
    const [, file, line] = /\(?(?:file:\/\/)?((?:\/|[A-Z]:\\)[^()]*):(\d+):\d+\)?$/u.exec(frame) ?? [];
    if (file === undefined || file.includes('node_modules')) continue;
    return { file: shown(file, root), line: Number(line) };
  }
  return undefined;
}

/** Relative to the working directory, or else to the folder of the app, beside whose sources the assembly lies. */
function shown(file: string, root: string): string {
  const relative = [process.cwd(), path.dirname(root)].map((folder) => path.relative(folder, file));
  return relative.find((name) => !name.startsWith('..') && !path.isAbsolute(name)) ?? path.basename(file);
}
