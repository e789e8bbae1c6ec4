import { version } from '../../package.json';
import { nagReport } from '../controls/nag/nag-report';
import { readEvidence } from '../controls/nag/read-evidence';
import { isDay } from '../domain/acknowledgement';
import { InputError } from '../domain/errors';
import type { NagReport } from '../domain/nag';
import { nagCsv } from '../reporting/nag/csv';
import { nagPage } from '../reporting/nag/page';
import { nagSarif } from '../reporting/nag/sarif';
import { nagSummary } from '../reporting/nag/summary';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';
import { writeTogether } from './write-together';

export interface NagArguments {
  readonly out?: string;
  readonly day?: string;
  /** The packs that must have run. @default - those that judge the cells of this project */
  readonly pack?: readonly string[];
}

/**
 * `cdk-domicile nag`: what cdk-nag found at a synthesis and what it was answered, for reviewers.
 *
 * @param today as YYYY-MM-DD; the day it is, where undefined
 */
export function runNag(
  assembly: string,
  { out, day: asked, pack }: NagArguments,
  output: Output,
  today: string | undefined,
): ExitCode {
  const day = asked ?? today ?? new Date().toISOString().slice(0, 10);
  if (!isDay(day)) throw new InputError('MalformedDay', `the day is '${day}'; write one such as '2026-11-24'`);
  const report = nagReport(readEvidence(assembly, pack), day);
  if (out !== undefined) {
    writeTogether(out, {
      'nag.html': nagPage(report),
      'nag.csv': nagCsv(report),
      'nag.json': `${JSON.stringify(report, null, 2)}\n`,
      'nag.sarif': nagSarif(report, version),
    });
  }
  output.result(nagSummary(report));
  return isClean(report) ? EXIT.nothing : EXIT.found;
}

function isClean({ packs, flaws, templates }: NagReport): boolean {
  return packs.every(({ open }) => open.length === 0) && flaws.length === 0 && templates.every(({ same }) => same);
}
