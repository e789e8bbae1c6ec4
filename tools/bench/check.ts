import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import buildAll from '../build.mjs';
import { type Command, median, seconds, table } from './measure';
import { writeAssembly } from './templates';

const TIMES = 5;
const [FEW, MANY] = [10_000, 100_000];

/** What a process used, with all its threads. */
interface Usage {
  readonly cpu: number;
  readonly megabytes: number;
}

/**
 * `cdk-domicile check` as a whole process, and an app that includes the same templates with cdk-nag's AwsSolutions or with
 * aws-cdk-lib's built-in validation. What the app takes by itself is shown as well, for it is no part of what they do.
 */
export async function check(): Promise<string> {
  await buildAll();
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-bench-'));
  try {
    const few = path.join(folder, 'few');
    const many = path.join(folder, 'many');
    const templates = writeAssembly(few, FEW);
    writeAssembly(many, MANY);
    const app = path.join(folder, 'app.js');
    writeFileSync(app, appOf(templates));
    const node = (...args: readonly string[]): Command => ({ program: process.execPath, args });
    const checking = (assembly: string) => node(path.join('dist', 'bin', 'domicile.js'), 'check', assembly);
    const synthesis = (checks: string) => node('--max-old-space-size=6144', app, checks, path.join(folder, checks));
    const ours = usages(checking(few), TIMES, folder);
    const row = (name: string, { cpu, megabytes }: Usage) => [
      name,
      cpu.toFixed(2),
      (cpu / ours.cpu).toFixed(1),
      megabytes.toFixed(0),
      (megabytes / ours.megabytes).toFixed(1),
    ];
    return table(
      ['resources, and what judges them', 'CPU seconds', 'ratio', 'MB at most', 'ratio'],
      [
        row('nothing: node by itself', usages(node('--eval', '0'), TIMES, folder)),
        row('10,000: cdk-domicile check', ours),
        row('100,000: cdk-domicile check', usages(checking(many), 1, folder)),
        row('10,000: an app that includes the templates', usages(synthesis('nothing'), 1, folder)),
        row("10,000: the app with cdk-nag's AwsSolutions", usages(synthesis('nag'), 1, folder)),
        row("10,000: the app with aws-cdk-lib's own validation", usages(synthesis('validation'), 1, folder)),
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median of what a Node process uses, as it says itself when it ends. */
function usages(command: Command, times: number, folder: string): Usage {
  const hook = path.join(folder, 'usage.js');
  const said = path.join(folder, 'usage.json');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(said)}, JSON.stringify(process.resourceUsage())));`,
  );
  const all = Array.from({ length: times }, (): Usage => {
    seconds({ ...command, args: ['--require', hook, ...command.args] });
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(said, 'utf8')) as NodeJS.ResourceUsage;
    return { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  });
  return { cpu: median(all.map(({ cpu }) => cpu)), megabytes: median(all.map(({ megabytes }) => megabytes)) };
}

/** An app with a stack for each template. Findings of its checks are no failure here. */
function appOf(templates: readonly string[]): string {
  const from = (name: string) => JSON.stringify(path.resolve('node_modules', name));
  return `
    const { App, Stack, Validations } = require(${from('aws-cdk-lib')});
    const { CfnInclude } = require(${from('aws-cdk-lib/cloudformation-include')});
    const [checks, outdir] = process.argv.slice(2);
    const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: checks === 'validation' });
    for (const [index, templateFile] of ${JSON.stringify(templates)}.entries()) {
      const stack = new Stack(app, 'Stack' + index, { env: { account: '111122223333', region: 'eu-central-1' } });
      new CfnInclude(stack, 'Included', { templateFile });
    }
    if (checks === 'nag') Validations.of(app).addPlugins(new (require(${from('cdk-nag')}).AwsSolutionsChecks)(app));
    console.error = () => undefined;
    try {
      app.synth();
    } catch (error) {
      if (!/validation/i.test(error.message)) throw error;
    }
  `;
}
