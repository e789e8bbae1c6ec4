import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { check } from '../controls/proactive/check';
import { InputError } from '../domain/errors';
import { jsonReport } from '../reporting/json';
import { counting, FORMATS, type Format, type Report } from '../reporting/report';
import { textReport } from '../reporting/text';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

interface CheckArguments {
  readonly home?: string;
  readonly allow?: string;
  readonly format: string;
  readonly output?: string;
}

const RENDERERS = { text: textReport, json: jsonReport } as const satisfies Readonly<
  Record<Format, (report: Report) => string>
>;

/** Declares `cdk-domicile check`. */
export function declareCheck(program: Command, output: Output, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('judge final templates: what in them lets data leave its home region')
    .argument('<inputs...>', 'cloud assemblies, templates, or folders of templates; they are judged together')
    .option('--home <region>', 'the region of templates that do not say where they go')
    .option('--allow <regions>', 'further regions among which data may move, with commas')
    .option('--format <format>', FORMATS.join(' or '), 'text')
    .option('--output <file>', 'write the report to a file')
    .action((inputs: string[], options: CheckArguments) => done(runCheck(inputs, options, output)));
}

function runCheck(inputs: readonly string[], options: CheckArguments, output: Output): ExitCode {
  const format = FORMATS.find((known) => known === options.format);
  if (format === undefined) {
    throw new InputError('UnknownFormat', `the format is '${options.format}'; use '${FORMATS.join("' or '")}'`);
  }
  const allowed = (options.allow ?? '')
    .split(',')
    .map((region) => region.trim())
    .filter((region) => region !== '');
  const result = check(inputs, { home: options.home, allowed });
  const report = RENDERERS[format](result);
  if (options.output === undefined) output.result(report);
  else writeReport(options.output, report);
  if (format !== 'text' || options.output !== undefined) {
    for (const { message } of result.problems) output.message(message);
  }
  return exitCode(result);
}

function exitCode({ findings, problems }: Report): ExitCode {
  if (counting(findings).length > 0) return EXIT.found;
  return problems.length > 0 ? EXIT.notJudged : EXIT.nothing;
}

function writeReport(file: string, report: string): void {
  try {
    writeFileSync(file, report);
  } catch (cause) {
    throw new InputError('OutputNotWritten', `'${file}' cannot be written; name a file in a folder that is there`, {
      cause,
    });
  }
}
