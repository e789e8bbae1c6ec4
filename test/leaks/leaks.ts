import { join } from 'node:path';
import { type CheckResult, check } from '../../lib/controls/proactive/check';
import type { Finding } from '../../lib/domain/finding';
import { inFolder } from '../support/folder';
import { APP_SPELLINGS, logicalIdOf, stackNamed, synthesize, whyNotInApp } from './app';
import { assemblyOf, labelOf, SUBJECT } from './assemblies';
import { type Carrier, carriersOfSelectors } from './carriers';
import { carriersOfExamples, unwritten } from './example-carriers';
import { SHORT_TAGS, SPELLINGS, type Spelling } from './spellings';
import type { Pair } from './values';

/** How one spelling fared. */
export interface Score {
  readonly spelling: string;
  readonly leaks: number;
  /** What was found of the leaks, by the right channel at the right place. */
  readonly found: number;
  readonly twins: number;
  /** What was reported of the twins, by any channel at all. */
  readonly reported: number;
}

/** Leaks that spellings cannot express, and why. */
export interface Exclusion {
  readonly why: string;
  readonly spellings: readonly string[];
  /** How many there are in each of these spellings. */
  readonly carriers: number;
}

export interface Leaks {
  readonly types: number;
  /** Paths of types that rules read, each counted once. */
  readonly paths: number;
  readonly scores: readonly Score[];
  readonly exclusions: readonly Exclusion[];
  /** What was missed, and what was reported of a twin, each with its place. */
  readonly wrong: readonly string[];
}

/** No assembly can be larger than this many stacks, with two for each carrier that is nested. */
const AT_ONCE = 500;

/** Has each leak of the catalogue judged in each spelling, and each compliant twin. */
export function leaks(onStep: (step: string) => void = () => undefined): Leaks {
  const carriers = [...carriersOfSelectors(), ...carriersOfExamples()];
  const runs = [...SPELLINGS, SHORT_TAGS].map((spelling) => {
    onStep(spelling.name);
    return runOf(spelling, carriers);
  });
  onStep(APP_SPELLINGS.join(', '));
  runs.push(...appRunsOf(carriers));
  return {
    types: new Set(carriers.map(({ type }) => type)).size,
    paths: new Set(carriers.map(({ type, path }) => `${type} ${path}`)).size,
    scores: runs.map(({ score }) => score),
    exclusions: together([MACRO, unwrittenIn(carriers), ...runs.flatMap(({ exclusions }) => exclusions)]),
    wrong: runs.flatMap(({ wrong }) => wrong),
  };
}

interface Run {
  readonly score: Score;
  readonly exclusions: readonly Exclusion[];
  readonly wrong: readonly string[];
}

/** A carrier and what was found of it. */
interface Judged {
  readonly carrier: Carrier;
  readonly leak: readonly Finding[];
  readonly twin: readonly Finding[];
}

function runOf(spelling: Spelling, all: readonly Carrier[]): Run {
  const { whyNot = () => undefined, isOpen = false } = spelling;
  const carriers = all.filter((carrier) => whyNot(carrier) === undefined);
  const judged: Judged[] = [];
  for (const some of portionsOf(carriers)) {
    const [leaking, staying] = [findingsOf(some, spelling, 'leak'), findingsOf(some, spelling, 'twin')];
    for (const [index, carrier] of some.entries()) {
      const key = `${labelOf(index, spelling)} ${SUBJECT}`;
      judged.push({ carrier, leak: leaking.get(key) ?? [], twin: staying.get(key) ?? [] });
    }
  }
  return scored(spelling.name, judged, exclusionsOf(spelling.name, all, whyNot), isOpen);
}

/** As many as an assembly can hold, those apart that name buckets. */
function portionsOf(carriers: readonly Carrier[]): (readonly Carrier[])[] {
  return [true, false].flatMap((namesBucket) => {
    const alike = carriers.filter((carrier) => carrier.namesBucket === namesBucket);
    const count = Math.ceil(alike.length / AT_ONCE);
    return Array.from({ length: count }, (_, index) => alike.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
  });
}

function appRunsOf(all: readonly Carrier[]): Run[] {
  const findings = inFolder({}, (folder) => {
    synthesize(all, folder);
    return grouped(check([join(folder, 'cdk.out')]));
  });
  return APP_SPELLINGS.map((spelling) => {
    const judged = all.flatMap((carrier, index): Judged[] => {
      if (whyNotInApp(spelling, carrier) !== undefined) return [];
      const of = (which: keyof Pair) => findings.get(`${stackNamed(spelling, which)} ${logicalIdOf(index)}`) ?? [];
      return [{ carrier, leak: of('leak'), twin: of('twin') }];
    });
    const exclusions = exclusionsOf(spelling, all, (carrier) => whyNotInApp(spelling, carrier));
    return scored(spelling, judged, exclusions);
  });
}

function scored(spelling: string, judged: readonly Judged[], exclusions: readonly Exclusion[], isOpen = false): Run {
  const missed = judged.filter(({ carrier, leak }) => !isFound(carrier, leak, isOpen));
  const reported = judged.flatMap(({ carrier, twin }) => {
    const wrong = wronglyReported(carrier, twin);
    return wrong === undefined ? [] : [`${spelling}: reported the twin of ${nameOf(carrier)}: ${wrong.message}`];
  });
  const leaking = { leaks: judged.length, found: judged.length - missed.length };
  const wrong = [...missed.map(({ carrier }) => `${spelling}: missed ${nameOf(carrier)}`), ...reported];
  return { score: { spelling, ...leaking, twins: judged.length, reported: reported.length }, exclusions, wrong };
}

function exclusionsOf(
  spelling: string,
  all: readonly Carrier[],
  whyNot: (carrier: Carrier) => string | undefined,
): Exclusion[] {
  const reasons = all.map(whyNot).filter((why) => why !== undefined);
  return [...new Set(reasons)].map((why) => ({
    why,
    spellings: [spelling],
    carriers: reasons.filter((reason) => reason === why).length,
  }));
}

/** One for each reason: whichever spelling a reason stands against, it is the same carriers that it is about. */
function together(exclusions: readonly Exclusion[]): Exclusion[] {
  return [...new Set(exclusions.map(({ why }) => why))].map((why) => {
    const same = exclusions.filter((exclusion) => exclusion.why === why);
    return { why, spellings: same.flatMap(({ spellings }) => spellings), carriers: same[0]?.carriers ?? 0 };
  });
}

function unwrittenIn(carriers: readonly Carrier[]): Exclusion {
  const paths = unwritten(carriers);
  return {
    why: `a rule without selectors reads it, and no example writes it out: ${paths.join(', ')}`,
    spellings: ['every spelling'],
    carriers: paths.length,
  };
}

const MACRO: Exclusion = {
  why: 'a template is given to a macro by its name, for which CloudFormation takes no function',
  spellings: ['every spelling'],
  carriers: 1,
};

function findingsOf(carriers: readonly Carrier[], spelling: Spelling, which: keyof Pair) {
  const files = assemblyOf(carriers, spelling, which, spelling === SHORT_TAGS ? 'yaml' : 'json');
  return grouped(inFolder(files, (folder) => check([folder])));
}

/** The findings of each resource, by its stack and its logical id. */
function grouped({ findings, problems }: CheckResult): ReadonlyMap<string, readonly Finding[]> {
  const [problem] = problems;
  if (problem !== undefined) throw problem;
  const byResource = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.stack} ${finding.logicalId}`;
    const sofar = byResource.get(key);
    if (sofar === undefined) byResource.set(key, [finding]);
    else sofar.push(finding);
  }
  return byResource;
}

function isFound({ channel, at, reach }: Carrier, findings: readonly Finding[], isOpen: boolean): boolean {
  return findings.some((finding) => {
    if (finding.channel !== channel) return false;
    return isOpen
      ? at.startsWith(finding.path) && (finding.reach === 'unknown' || finding.reach === reach)
      : finding.path === at && finding.reach === reach;
  });
}

/** Nothing may be said of a twin, but that a resource is there, or what its rule asks for beside the value. */
function wronglyReported({ form, beside }: Carrier, findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ path }) => form === 'resource' || (path !== '' && path !== beside));
}

function nameOf({ channel, type, path }: Carrier): string {
  return `${channel} at ${type}${path === '' ? '' : ` ${path}`}`;
}
