import { readText } from '../../assembly/files';
import { linesOfResources } from '../../assembly/lines';
import { ConfigurationError } from '../../domain/errors';
import type { ExceptedFinding } from '../../domain/exception';
import type { Finding } from '../../domain/finding';
import type { Flow } from '../../domain/flow';
import { type Accepted, applyExceptions } from '../exceptions/apply-exceptions';
import { readExceptions } from '../exceptions/read-exceptions';
import { asProblem, type CheckResult, type Judgement, readAndJudge } from '../proactive/check';
import { groupsOf, type JurisdictionRegions, readJurisdictions } from './jurisdiction-regions';

/** Where data may rest, who has accepted what, and on which day that is asked. */
export interface ResidencyOptions {
  /** The region of stacks that do not say where they go. @default - such a stack cannot be judged */
  readonly homeRegion?: string | undefined;
  /** Regions among which data may move. A stack in none of them is a home of its own. @default - each stack's own region only */
  readonly allowedRegions?: readonly string[] | undefined;
  /** The same for each jurisdiction, or a file of it in JSON or YAML. Not together with `allowedRegions`. @default - none */
  readonly jurisdictions?: JurisdictionRegions | string | undefined;
  /** The file of exceptions. @default - residency-exceptions.json of the working directory, where it is there */
  readonly exceptionsFile?: string | undefined;
  /** As YYYY-MM-DD. @default - the day it is, in UTC */
  readonly today?: string | undefined;
  /** What a person can do where nothing says where a stack goes. @default - to name its region with --home */
  readonly adviceWithoutHome?: string | undefined;
  /** Whether findings say where they are written, which takes longer. @default true */
  readonly places?: boolean | undefined;
  /** Whether flows are traced, which takes longer. @default false */
  readonly flows?: boolean | undefined;
  /** Is told what comes next, before it is done. @default - nobody is */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface ResidencyReport extends CheckResult {
  /** What somebody has accepted, with the reason and for how long. It counts for nothing. */
  readonly excepted: readonly ExceptedFinding[];
  /** Of each store of personal data, whether it can reach anything abroad. */
  readonly flows: readonly Flow[];
}

/**
 * Judges cloud assemblies, templates and folders of templates together, and lifts what the file of exceptions lifts.
 *
 * What cannot be judged is among `problems`: a report with any is no pass.
 *
 * @throws DomicileError when the options, the jurisdictions or the exceptions are wrong
 */
export function checkResidency(inputs: readonly string[], options: ResidencyOptions = {}): ResidencyReport {
  const { homeRegion, allowedRegions, jurisdictions, exceptionsFile, adviceWithoutHome, onStep } = options;
  if (allowedRegions !== undefined && jurisdictions !== undefined) {
    throw new ConfigurationError(
      'AllowedTwice',
      'both allowed regions and jurisdictions are given; name the regions of each jurisdiction among the latter',
    );
  }
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const exceptions = readExceptions(exceptionsFile);
  const judgement = readAndJudge(inputs, {
    home: homeRegion,
    adviceWithoutHome,
    allowed: allowedRegions,
    groups:
      typeof jurisdictions === 'string' ? readJurisdictions(jurisdictions) : jurisdictions && groupsOf(jurisdictions),
    onStep,
  });
  const { problems, judged } = judgement;
  const findings = options.places === false ? judgement.findings : located(judgement.findings);
  const accepted = applyExceptions(findings, exceptions, { today, isComplete: problems.length === 0 });
  if (options.flows !== true) return { ...accepted, flows: [], problems, judged };
  onStep?.('tracing flows');
  return { ...accepted, judged, ...tracedFlows(judgement, accepted) };
}

/** Nothing is proved where something was not judged: it could be the way abroad. */
function tracedFlows(
  { assembly, groups, problems }: Judgement,
  { findings, excepted }: Accepted,
): Pick<ResidencyReport, 'flows' | 'problems'> {
  const { traceFlows } = require('../flows/flows') as typeof import('../flows/flows');
  try {
    const flows = traceFlows(assembly, { groups, findings, excepted });
    return { flows: problems.length === 0 ? flows : flows.filter(({ verdict }) => verdict === 'path'), problems };
  } catch (cause) {
    return { flows: [], problems: [...problems, asProblem(cause)] };
  }
}

/** With the line of the template, where the assembly knows none of the source. */
function located(findings: readonly Finding[]): Finding[] {
  const lines = new Map<string, ReadonlyMap<string, number>>();
  return findings.map((finding) => {
    const { template, logicalId, source } = finding;
    if (source !== undefined) return { ...finding, source };
    const known = lines.get(template) ?? linesOfResources(readText(template, template));
    lines.set(template, known);
    const line = known.get(logicalId);
    return line === undefined ? finding : { ...finding, line };
  });
}
