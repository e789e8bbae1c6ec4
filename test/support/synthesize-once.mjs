// Before the tests that look into templates: builds, and synthesizes both cells once, as `cdk` does it but without AWS's own
// validation, which has its turn in `npm run check`. The tests read the folder that the environment names.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function synthesizeOnce() {
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-test-'));
  process.env.DOMICILE_TEST_ASSEMBLY = folder;
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  // What a developer's shell says of real accounts is none of the tests' business.
  const own = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('DOMICILE_ACCOUNT_') && name !== 'DOMICILE_MAIL_DOMAIN',
    ),
  );
  execFileSync(process.execPath, [path.join('tools', 'app.mjs')], {
    env: {
      ...own,
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      CDK_VALIDATION: 'false',
      DOMICILE_NAG: 'all',
    },
    stdio: 'pipe',
  });
  globalThis.removeTestAssembly = () => rmSync(folder, { recursive: true, force: true });
}
