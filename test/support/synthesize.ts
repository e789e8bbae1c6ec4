import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppProps } from 'aws-cdk-lib/core';
import type { Template } from './assembly';

/** The context that `cdk` passes to the app, which an app made in a test would lack. */
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

/** Runs a test's work with an app's output folder, and takes the folder away afterwards. */
export function withOutput<Result>(work: (props: AppProps & { readonly outdir: string }) => Result): Result {
  const outdir = mkdtempSync(path.join(tmpdir(), 'domicile-test-'));
  try {
    return work({ context, outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * Synthesizes both cells in this process, from the modules as a test has replaced them.
 *
 * @returns templates by stack name
 */
export function synthesizeCells(environment: Readonly<Record<string, string>> = {}): Record<string, Template> {
  return withOutput((props) => {
    const { cellsApp } = require('../../stacks/cells-app') as typeof import('../../stacks/cells-app');
    const { stacks } = cellsApp(environment, props).synth();
    return Object.fromEntries(stacks.map((stack) => [stack.stackName, stack.template as Template]));
  });
}
