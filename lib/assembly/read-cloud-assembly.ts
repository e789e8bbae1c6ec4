import { realpathSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/errors';
import type { StackBuilder } from './build-stacks';
import type { Folder } from './files';
import { metadataOf, originsOf } from './origins';
import { isMap, isText, type JsonMap, mapAt, scalarText, textAt } from './template';

export const MANIFEST = 'manifest.json';
const STACK = 'aws:cloudformation:stack';
const STAGE = 'cdk:cloud-assembly';
const ASSETS = 'cdk:asset-manifest';

/** Whether a map is a cloud assembly's manifest. Other tools have files of that name. */
export function isManifest(map: JsonMap): boolean {
  return isMap(map['artifacts']) && isText(map['version']);
}

/** Reads every stack of a cloud assembly, those of its stages included. */
export function readCloudAssembly(folder: Folder, builder: StackBuilder): void {
  readManifest(folder.root, folder, builder, new Set());
}

function readManifest(directory: string, folder: Folder, builder: StackBuilder, seen: Set<string>): void {
  const real = realpathSync(directory);
  if (seen.has(real)) return;
  seen.add(real);
  const file = folder.file(path.join(directory, MANIFEST), folder.shown(directory));
  const manifest = folder.map(file);
  if (!isManifest(manifest)) {
    throw new InputError('NotAManifest', `'${folder.shown(file)}' has no artifacts; make the assembly again`);
  }
  const artifacts = Object.entries(mapAt(manifest, 'artifacts'));
  const ofType = (type: string) => artifacts.filter(([, artifact]) => textAt(artifact, 'type') === type);
  const assets = assetFiles(
    ofType(ASSETS).map(([, artifact]) => artifact),
    directory,
    file,
    folder,
    builder,
  );
  for (const [id, artifact] of ofType(STACK)) {
    builder.attempt(() => addStack(id, artifact, { directory, manifest: file, assets }, folder, builder));
  }
  for (const [, artifact] of ofType(STAGE)) {
    builder.attempt(() => {
      const name = textAt(mapAt(artifact, 'properties'), 'directoryName') ?? '';
      readManifest(folder.file(name, folder.shown(file), directory), folder, builder, seen);
    });
  }
}

interface AssemblyPart {
  readonly directory: string;
  readonly manifest: string;
  /** Template files by the hash under which they are published. */
  readonly assets: ReadonlyMap<string, string>;
}

function addStack(id: string, artifact: unknown, part: AssemblyPart, folder: Folder, builder: StackBuilder): void {
  const properties = mapAt(artifact, 'properties');
  const { region, account } = environmentOf(textAt(artifact, 'environment') ?? '');
  const manifest = folder.shown(part.manifest);
  const templateFile = textAt(properties, 'templateFile') ?? `${id}.template.json`;
  const parameters = Object.entries(mapAt(properties, 'parameters'));
  builder.add(
    {
      id: path.join(folder.shown(part.directory), id),
      label: textAt(artifact, 'displayName') ?? id,
      name: textAt(properties, 'stackName') ?? id,
      region,
      ...(account !== undefined && { account }),
      file: folder.file(templateFile, manifest, part.directory),
      parameters: Object.fromEntries(parameters.map(([name, value]) => [name, scalarText(value)])),
      mayBeEmpty: true,
      originsOf: originsOf(artifact, part.directory, folder),
      locate: (resource) => {
        const hash = hashIn(resource);
        const name =
          textAt(mapAt(resource, 'Metadata'), 'aws:asset:path') ??
          (hash && (part.assets.get(hash) ?? legacyAsset(hash, metadataOf(artifact, part.directory, folder)) ?? hash));
        return name === undefined ? undefined : folder.file(name, manifest, part.directory);
      },
    },
    folder,
  );
}

/** `aws://111122223333/eu-central-1`; either half may be unknown. */
function environmentOf(environment: string): { readonly region: string | undefined; readonly account?: string } {
  const [, account, region] = /^aws:\/\/([^/]*)\/(.*)$/u.exec(environment) ?? [];
  return {
    region: region === 'unknown-region' ? undefined : region,
    ...(account !== undefined && /^\d{12}$/u.test(account) && { account }),
  };
}

function assetFiles(
  artifacts: readonly unknown[],
  directory: string,
  manifest: string,
  folder: Folder,
  builder: StackBuilder,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const artifact of artifacts) {
    const name = textAt(mapAt(artifact, 'properties'), 'file') ?? '';
    const assets = builder.attempt(() => folder.map(folder.file(name, folder.shown(manifest), directory)));
    for (const [hash, asset] of Object.entries(mapAt(assets, 'files'))) {
      const source = textAt(mapAt(asset, 'source'), 'path');
      if (source !== undefined) files.set(hash, source);
    }
  }
  return files;
}

/** The synthesized URL of a nested template holds the hash of its file, wherever it is published. */
function hashIn(resource: JsonMap): string | undefined {
  const url = JSON.stringify(mapAt(resource, 'Properties')['TemplateURL']) ?? '';
  return /[0-9a-f]{64}/u.exec(url)?.[0];
}

/** Assets that the synthesizer of CDK v1 lists among the metadata of their stack. */
function legacyAsset(hash: string, metadata: JsonMap): string | undefined {
  for (const entries of Object.values(metadata)) {
    const assets = Array.isArray(entries) ? entries.filter((entry) => textAt(entry, 'type') === 'aws:cdk:asset') : [];
    const asset = assets.map((entry) => mapAt(entry, 'data')).find((data) => data['id'] === hash);
    if (asset !== undefined) return textAt(asset, 'path');
  }
  return undefined;
}
