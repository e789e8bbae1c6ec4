import { version } from '../../package.json';
import { checkResidency, type ResidencyReport } from '../controls/residency/check-residency';
import { InputError } from '../domain/errors';
import { jsonReport } from '../reporting/json';
import { junitReport } from '../reporting/junit';
import { counting, countingPaths } from '../reporting/report';
import { textReport } from '../reporting/text';
import { EXIT, type ExitCode } from './exit';
import { FORMATS, type Format } from './formats';
import type { Output } from './output';
import { writeWhole } from './write-whole';

export interface CheckArguments {
  readonly home?: string;
  readonly allow?: string;
  readonly jurisdictions?: string;
  readonly exceptions?: string;
  readonly format: string;
  readonly output?: string;
  readonly strict?: boolean;
  readonly prove?: boolean;
}

const RENDERERS = {
  text: (report, { strict, prove }, styled) => textReport(report, { styled, strict, proofs: prove }),
  json: (report) => jsonReport(report),
  sarif: (report, { prove }) => {
    // Loaded only here, for it takes Node's cryptography with it.
    const { sarifReport } = require('../reporting/sarif') as typeof import('../reporting/sarif');
    return sarifReport(report, { version, proves: prove });
  },
  junit: (report, { prove }) => junitReport(report, { proves: prove }),
} as const satisfies Readonly<Record<Format, (report: ResidencyReport, asked: Asked, styled: boolean) => string>>;

/** What is asked for beyond the findings that count. */
type Asked = Pick<CheckArguments, 'strict' | 'prove'>;

/**
 * `cdk-domicile check`: judges, reports, and says with its exit code what came of it.
 *
 * @param today as YYYY-MM-DD; the day it is, where undefined
 */
export function runCheck(
  inputs: readonly string[],
  options: CheckArguments,
  output: Output,
  today: string | undefined,
): ExitCode {
  const format = FORMATS.find((known) => known === options.format);
  if (format === undefined) {
    const known = FORMATS.map((name) => `'${name}'`).join(', ');
    throw new InputError('UnknownFormat', `the format is '${options.format}'; use one of ${known}`);
  }
  const report = checked(inputs, options, output, today);
  const text = RENDERERS[format](report, options, output.styled === true && options.output === undefined);
  if (options.output === undefined) output.result(text);
  else writeWhole(options.output, text);
  if (format !== 'text' || options.output !== undefined) {
    for (const { message } of report.problems) output.message(message);
  }
  return exitCode(report, options);
}

function checked(
  inputs: readonly string[],
  { home, allow, jurisdictions, exceptions, format, prove }: CheckArguments,
  { progress }: Output,
  today: string | undefined,
): ResidencyReport {
  try {
    return checkResidency(inputs, {
      homeRegion: home,
      allowedRegions: allow?.split(',').map(trimmed).filter(isNotEmpty),
      jurisdictions,
      exceptionsFile: exceptions,
      flows: prove === true || format !== 'text',
      today,
      onStep: (step) => progress?.(`${step} …`),
    });
  } finally {
    progress?.(undefined);
  }
}

function exitCode({ findings, flows, problems }: ResidencyReport, { strict, prove }: CheckArguments): ExitCode {
  const counted = strict === true ? findings : counting(findings);
  const paths = prove === true ? countingPaths(flows) : [];
  if (counted.length + paths.length > 0) return EXIT.found;
  return problems.length > 0 ? EXIT.notJudged : EXIT.nothing;
}

const trimmed = (text: string) => text.trim();
const isNotEmpty = (text: string) => text !== '';
