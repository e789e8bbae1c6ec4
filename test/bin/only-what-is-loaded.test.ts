import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.join(__dirname, '..', '..');

/** An app with one resource that a rule of cdk-nag is about; it prints the services whose classes were loaded in the end. */
const APP = `
  const { App, Stack, Validations } = require('aws-cdk-lib/core');
  const { AwsSolutionsChecks } = require('cdk-nag');
  const app = new App({ outdir: process.argv[2], analyticsReporting: false, builtinCloudFormationValidation: false });
  const { CfnDataSource } = require('aws-cdk-lib/aws-quicksight');
  new CfnDataSource(new Stack(app, 'Stack'), 'Source', { name: 'sales', type: 'MYSQL', sslProperties: { disableSsl: true } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  console.error = () => undefined;
  try { app.synth(); } catch {}
  const services = Object.keys(require.cache).map((file) => /([a-z0-9]+)\\.generated\\.js$/.exec(file)?.[1]);
  console.log(['quicksight', 'sagemaker', 'glue'].filter((name) => services.includes(name)).join(' '));
`;

const BUILD = `
  import { build } from 'esbuild';
  import { onlyWhatIsLoaded } from ${JSON.stringify(pathToFileURL(path.join(ROOT, 'tools', 'only-what-is-loaded.mjs')))};
  const [contents, outfile, asItIs] = process.argv.slice(1);
  const stdin = { contents, resolveDir: process.cwd() };
  const plugins = asItIs ? [] : [onlyWhatIsLoaded];
  await build({ stdin, outfile, plugins, bundle: true, platform: 'node', external: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'] });
`;

interface Run {
  readonly loaded: string;
  readonly found: readonly string[];
}

/** @param more what the bundler is told besides: that cdk-nag stays as it is */
function run(...more: readonly string[]): Run {
  // Within the project, as what is not bundled is found from there.
  const folder = mkdtempSync(path.join(ROOT, 'dist', 'test-'));
  try {
    const bundle = path.join(folder, 'app.js');
    execFileSync(process.execPath, ['--input-type=module', '--eval', BUILD, '--', APP, bundle, ...more], { cwd: ROOT });
    const loaded = execFileSync(process.execPath, [bundle, path.join(folder, 'out')], { encoding: 'utf8' }).trim();
    const report = readFileSync(path.join(folder, 'out', 'validation-report.json'), 'utf8');
    return { loaded, found: [...new Set(report.match(/AwsSolutions-[A-Z0-9]+/gu))] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('onlyWhatIsLoaded', () => {
  it('lets the rules find what they find, without the services that have no resources', () => {
    expect({ asItIs: run('as it is'), standingIn: run() }).toEqual({
      asItIs: { loaded: 'quicksight sagemaker glue', found: ['AwsSolutions-QS1'] },
      standingIn: { loaded: 'quicksight', found: ['AwsSolutions-QS1'] },
    });
  }, 60_000);
});
