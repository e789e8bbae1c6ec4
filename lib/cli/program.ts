import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { DomicileError } from '../domain/errors';
import type { CheckArguments } from './check';
import type { DocsArguments } from './docs';
import { EXIT, type ExitCode } from './exit';
import type { ExplainArguments } from './explain';
import { FORMATS } from './formats';
import type { NagArguments } from './nag';
import type { Output } from './output';
import type { PoliciesArguments } from './policies';

/**
 * Runs the command line. What a verb needs is loaded when it is called.
 *
 * @param words what stands behind the command's name
 * @param today as YYYY-MM-DD @default - the day it is, in UTC
 */
export function main(words: readonly string[], output: Output, today?: string): ExitCode {
  let code: ExitCode = EXIT.nothing;
  const program = new Command('cdk-domicile')
    .description('keeps personal data in its home region, and says where it would leave')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: output.result,
      writeErr: output.result,
      outputError: (text) => output.message(text.trim().replace(/^error: /u, '')),
    });
  program
    .command('check')
    .description('judge final templates: what in them lets data leave its home region')
    .argument('<inputs...>', 'cloud assemblies, templates, or folders of templates; they are judged together')
    .option('--home <region>', 'the region of templates that do not say where they go')
    .option('--allow <regions>', 'further regions among which data may move, with commas')
    .option('--jurisdictions <file>', 'instead, the regions of each jurisdiction, in JSON or YAML')
    .option('--exceptions <file>', 'what has been accepted (default: residency-exceptions.json, where it is there)')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--output <file>', 'write the report to a file, as a whole or not at all')
    .option('--prove', 'let each way abroad of a store of personal data change the exit code, and tell what is proved')
    .option('--strict', 'let findings for information change the exit code as well')
    .action((inputs: string[], options: CheckArguments) => {
      const { runCheck } = require('./check') as typeof import('./check');
      code = runCheck(inputs, options, output, today);
    });
  program
    .command('explain')
    .description('tell what leaves by a channel, when that is legitimate, and how it is closed')
    .argument('[channel]', 'its id, as a report names it; without one, all channels are listed')
    .option('--coverage', 'tell instead which control sees which channel, and how many each sees')
    .action((channel: string | undefined, options: ExplainArguments) => {
      const { runExplain } = require('./explain') as typeof import('./explain');
      code = runExplain(channel, options, output);
    });
  program
    .command('docs')
    .description('write the catalogue of channels as pages')
    .option('--out <folder>', 'the folder of the pages; pages of services that are gone are removed', 'docs/channels')
    .option(
      '--readme <file>',
      'keep what stands between <!-- coverage:start --> and <!-- coverage:end --> in it as well',
    )
    .option('--check', 'write nothing, and fail when a page is stale')
    .action((options: DocsArguments) => {
      const { runDocs } = require('./docs') as typeof import('./docs');
      code = runDocs(options, output);
    });
  program
    .command('policies')
    .description(
      'print or write the policies that keep data at home: those of the organization, and those of each cell',
    )
    .option('--jurisdictions <file>', 'the home and the account of each jurisdiction, in JSON or YAML')
    .option('--out <folder>', 'a folder for one file each and a manifest.json')
    .action((options: PoliciesArguments) => {
      const { runPolicies } = require('./policies') as typeof import('./policies');
      code = runPolicies(options, output);
    });
  program
    .command('nag')
    .description('tell what cdk-nag found at a synthesis, what it was answered, and what it did not see')
    .argument('<assembly>', 'the folder that a synthesis with every pack has written: npm run synth:strict')
    .option('--out <folder>', 'a folder for a page, CSV, JSON and SARIF; all of them are written, or none')
    .option('--day <day>', 'the day, YYYY-MM-DD, of which ages and expiries are (default: today)')
    .option('--pack <name>', 'a pack that must have run, once for each (default: those of this project)', andEarlier)
    .action((assembly: string, options: NagArguments) => {
      const { runNag } = require('./nag') as typeof import('./nag');
      code = runNag(assembly, options, output, today);
    });
  try {
    program.parse([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.nothing : EXIT.notJudged;
    output.message(error instanceof DomicileError ? error.message : unexpected(error));
    return EXIT.notJudged;
  }
}

/** The values of an option that is given several times. */
function andEarlier(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

function unexpected(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `something went wrong that should not: '${what}'; please report it with the input that led to it`;
}
