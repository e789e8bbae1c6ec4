import { cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
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
 * They are put together in the app's own output folder: nothing is left elsewhere, and two runs at once do not meet.
 *
 * @param scope any construct of the app
 * @param files contents by file name
 * @throws ConfigurationError `FunctionNotBuilt` when the build has not made the function's bundle
 */
export function functionCodeWith(scope: IConstruct, name: FunctionId, files: Readonly<Record<string, string>>): Code {
  const bundle = bundleOf(name);
  const output = Stage.of(scope)?.outdir;
  if (output === undefined) {
    throw new ConfigurationError('NoOutput', `'${scope.node.path}' is in no app; create it below an App`);
  }
  const folder = path.join(output, 'functions', name);
  cpSync(bundle, folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
  return Code.fromAsset(folder);
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
