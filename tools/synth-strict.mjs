// The synthesis that reviewers and CI rely on: with AWS's own validation, and with every pack of cdk-nag.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cdk = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'));
const { status } = spawnSync(process.execPath, [cdk, 'synth', '--quiet', '--no-notices', ...process.argv.slice(2)], {
  env: { ...process.env, DOMICILE_NAG: 'all' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
