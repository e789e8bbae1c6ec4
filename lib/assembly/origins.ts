import path from 'node:path';
import type { SourceLocation } from '../domain/finding';
import type { Folder } from './files';
import type { Origin } from './stack';
import { isText, type JsonMap, mapAt, memberOf, textAt } from './template';

/** Where in the app each resource of an artifact comes from; its metadata are read when somebody first asks. */
export function originsOf(artifact: unknown, directory: string, folder: Folder): (logicalId: string) => Origin {
  let origins: ReadonlyMap<string, Origin> | undefined;
  return (logicalId) => {
    origins ??= gathered(metadataOf(artifact, directory, folder), folder.root);
    return origins.get(logicalId) ?? {};
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

function gathered(metadata: JsonMap, root: string): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const [constructPath, entries] of Object.entries(metadata)) {
    if (!Array.isArray(entries)) continue;
    const logicalId = entryOf('aws:cdk:logicalId', entries);
    if (!isText(logicalId)) continue;
    const source = sourceIn(entryOf('aws:cdk:creationStack', entries), root);
    origins.set(logicalId, { constructPath: constructPath.slice(1), ...(source !== undefined && { source }) });
  }
  return origins;
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
    const [, file, line] = /\(?((?:\/|[A-Z]:\\)[^()]*):(\d+):\d+\)?$/u.exec(frame) ?? [];
    if (file === undefined || file.includes('node_modules')) continue;
    const relative = path.relative(path.dirname(root), file);
    return { file: relative.startsWith('..') ? path.basename(file) : relative, line: Number(line) };
  }
  return undefined;
}
