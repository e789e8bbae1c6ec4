import { cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AssetHashType, DockerImage } from 'aws-cdk-lib/core';
import { ConfigurationError } from '../lib/domain/errors';
import type { FunctionId } from '../lib/domain/routes';

/** Where `tools/build.mjs` puts one folder for each function, below the project's root, from which CDK runs the app. */
const BUNDLES = path.join('dist', 'functions');

/**
 * The bundled code of a function.
 *
 * @throws ConfigurationError `FunctionNotBuilt` when the build has not made it
 */
export function functionCode(name: FunctionId): Code {
  return Code.fromAsset(bundleOf(name));
}

/**
 * The bundled code of a function, with files beside it that are written at synthesis.
 *
 * @param files contents by file name
 * @throws ConfigurationError `FunctionNotBuilt` when the build has not made the function's bundle
 */
export function functionCodeWith(name: FunctionId, files: Readonly<Record<string, string>>): Code {
  const bundle = bundleOf(name);
  return Code.fromAsset(bundle, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // CDK's way to write into an asset. The image is never asked for: the local bundling always succeeds.
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle(output: string): boolean {
          cpSync(bundle, output, { recursive: true });
          for (const [file, content] of Object.entries(files)) writeFileSync(path.join(output, file), content);
          return true;
        },
      },
    },
  });
}

function bundleOf(name: FunctionId): string {
  const folder = path.join(BUNDLES, name);
  if (!existsSync(path.join(folder, 'index.mjs'))) {
    throw new ConfigurationError(
      'FunctionNotBuilt',
      `'${folder}' has no bundle of '${name}'; run 'node tools/build.mjs' at the root of the project`,
    );
  }
  return folder;
}
