import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dependencies } from '../../package.json';

const ROOT = path.resolve(__dirname, '..', '..');
const MINUTES = 60_000;
jest.setTimeout(3 * MINUTES);

/** What an app of `cdk init` installs beside the package, here by links: nothing is downloaded. */
const LINKED = ['aws-cdk', 'aws-cdk-lib', 'cdk-nag', 'constructs', 'tsx', 'typescript', '@types/node', '@types/jest'];
const COMMANDS = ['tsc', 'tsx'];

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'domicile-package-')));
  mkdirSync(path.join(folder, 'fresh'));
  run('node', [
    path.join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk'),
    'init',
    'app',
    '--language',
    'typescript',
    '--generate-only',
  ]);
  installPackage();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Installs the packed package as npm does it, with what it depends on packed as well. */
function installPackage(): void {
  const sources = [ROOT, ...Object.keys(dependencies).map((name) => path.join(ROOT, 'node_modules', name))];
  const tarballs = sources.map((source) => {
    const scripts = source === ROOT ? [] : ['--ignore-scripts'];
    const packed = run('npm', ['pack', '--json', '--pack-destination', folder, ...scripts], source);
    const [{ filename } = { filename: '' }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('[\n'))) as {
      filename: string;
    }[];
    return path.join(folder, filename);
  });
  const file = path.join(folder, 'fresh', 'package.json');
  const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
  writeFileSync(file, JSON.stringify({ name, version }));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs]);
}

function linkTheCdk(): void {
  const modules = path.join(folder, 'fresh', 'node_modules');
  for (const name of LINKED) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  }
  for (const name of COMMANDS) {
    symlinkSync(path.join(ROOT, 'node_modules', '.bin', name), path.join(modules, '.bin', name));
  }
}

/** Runs a program to its end, in the fresh app unless told otherwise. @throws Error unless it ends as expected */
function run(program: string, args: readonly string[], cwd = path.join(folder, 'fresh'), expected = 0) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== expected) throw new Error(`'${program} ${args.join(' ')}' ended with ${status}:\n${stdout}${stderr}`);
  return { stdout, stderr };
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'fresh', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const LEAKING = `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      MultiRegion: true
`;

describe('the packed package, where there is no aws-cdk-lib', () => {
  it('has a command that judges templates', () => {
    write({ 'template.yaml': LEAKING });
    const check = ['--no-install', 'cdk-domicile', 'check', 'template.yaml', '--home', 'eu-central-1'];
    expect(run('npx', check, undefined, 1).stdout).toContain('template.yaml:2  Key');
    expect(run('npx', ['--no-install', 'cdk-domicile', 'explain', 'kms-multi-region-key']).stdout).toContain(
      'What leaves?',
    );
  });

  it.each([
    ['CommonJS', 'check.cjs', "const { check } = require('cdk-domicile/check');"],
    ['modules', 'check.mjs', "import { check } from 'cdk-domicile/check';"],
  ])('is a library for %s', (_, file, load) => {
    const use = `const { findings, problems } = check(['template.yaml'], { homeRegion: 'eu-central-1' });
      console.log(findings.map(({ channel, logicalId }) => channel + ' ' + logicalId).join(), problems.length);`;
    write({ 'template.yaml': LEAKING, [file]: `${load}\n${use}\n` });
    expect(run('node', [file]).stdout).toBe('kms-multi-region-key Key 0\n');
  });
});

/** An app with a key that keeps cdk-nag content, and what a test puts in the place of `// leak`. */
const APP = `import { App, Aspects, NestedStack, Stack, Validations } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks } from 'cdk-nag';
import { check, ResidencyChecks, type Finding } from 'cdk-domicile';

const app = new App();
const stack = new Stack(app, 'Data', { env: { account: '111122223333', region: 'eu-central-1' } });
const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
// leak
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ResidencyChecks());
// The types of all of it are tried as well: the app is compiled before it runs.
export const found = (): readonly Finding[] => check([app.outdir], { homeRegion: 'eu-central-1' }).findings;
export { Aspects, CfnInclude, NestedStack, key };
`;

const CDK = ['--no-install', 'cdk', 'synth', '--quiet', '--no-notices', '--no-validation'];

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/** What the report of the last synthesis says, as `plugin rule construct`. */
function reported(): string[] {
  const file = path.join(folder, 'fresh', 'cdk.out', 'validation-report.json');
  const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return pluginReports.flatMap(({ pluginName, violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${pluginName} ${ruleName} ${constructPath}`),
    ),
  );
}

describe("the packed package, in a fresh app beside cdk-nag's checks", () => {
  beforeAll(() => {
    linkTheCdk();
    const bin = path.join(folder, 'fresh', 'node_modules', '.bin', 'cdk');
    symlinkSync(path.join(ROOT, 'node_modules', '.bin', 'cdk'), bin);
  });

  it('lets an app pass that stays at home', () => {
    write({ 'bin/fresh.ts': APP });
    run('npx', CDK);
    expect(reported().filter((line) => line.startsWith('cdk-domicile'))).toEqual([]);
  });

  it.each([
    [
      'a property override',
      "(key.node.defaultChild as kms.CfnKey).addPropertyOverride('MultiRegion', true);",
      'Data/Key/Resource',
    ],
    [
      'an included template',
      "new CfnInclude(stack, 'Included', { templateFile: 'leaking.yaml' });",
      'Data/Included/Key',
    ],
    [
      'an aspect',
      'Aspects.of(app).add({ visit: (node) => { if (node instanceof kms.CfnKey) node.multiRegion = true; } });',
      'Data/Key/Resource',
    ],
    [
      'a nested stack',
      "new kms.CfnKey(new NestedStack(stack, 'Nested'), 'Key', { multiRegion: true, enableKeyRotation: true, keyPolicy: {} });",
      'Data/Nested/Key',
    ],
  ])('fails `cdk synth` for a leak in %s', (_, leak, construct) => {
    write({ 'bin/fresh.ts': APP.replace('// leak', leak), 'leaking.yaml': LEAKING });
    const { stdout, stderr } = run('npx', CDK, undefined, 1);
    expect(`${stdout}${stderr}`).toContain('(cdk-domicile)');
    expect(reported()).toContain(`cdk-domicile kms-multi-region-key ${construct}`);
  });

  it('lets an app answer cdk-nag and reviewers read it, and says what to do where nothing was written for them', () => {
    const nag = ['--no-install', 'cdk-domicile', 'nag', 'cdk.out', '--pack', 'AwsSolutions'];
    write({ 'bin/fresh.ts': APP });
    run('npx', CDK);
    expect(run('npx', nag, undefined, 2).stderr).toContain("which AcknowledgementChecks of 'cdk-domicile/nag' writes");

    const answered = `const pack = watched(AwsSolutionsChecks);
acknowledge(stack, { rules: ['AwsSolutions::AwsSolutions-SNS3'], reason: 'its publishers are ours', owner: 'payments', since: '2026-11-24' });
new sns.Topic(stack, 'Topic');
Validations.of(app).addPlugins(pack.plugin, new AcknowledgementChecks([pack]));`;
    const imports = `import * as sns from 'aws-cdk-lib/aws-sns';
import { acknowledge, AcknowledgementChecks, watched } from 'cdk-domicile/nag';
`;
    const own = `${imports}${APP.replace('new AwsSolutionsChecks(app), ', '').replace('// leak', answered)}`;
    write({ 'bin/fresh.ts': own });
    run('npx', CDK);
    expect(run('npx', nag).stdout).toContain('AwsSolutions: 0 open, 1 acknowledged');
    write({ 'bin/fresh.ts': own.replace("new sns.Topic(stack, 'Topic');\n", '') });
    expect(run('npx', CDK, undefined, 1).stderr).toContain('where nothing is found that it answers');
  });

  it("stands in one report with cdk-nag's findings, and is found by the command in what is left behind", () => {
    const leak = "new kms.CfnKey(stack, 'Other', { multiRegion: true, keyPolicy: {} });";
    write({ 'bin/fresh.ts': APP.replace('// leak', leak) });
    run('npx', CDK, undefined, 1);
    expect(reported()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^AwsSolutions AwsSolutions-KMS5/),
        'cdk-domicile kms-multi-region-key Data/Other',
      ]),
    );
    const check = ['--no-install', 'cdk-domicile', 'check', 'cdk.out'];
    expect(run('npx', check, undefined, 1).stdout).toContain('bin/fresh.ts:10  Data/Other');
  });
});
