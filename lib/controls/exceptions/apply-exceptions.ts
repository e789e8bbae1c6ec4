import { closest, didYouMean } from '../../domain/closest';
import { type ExceptedFinding, isAbout } from '../../domain/exception';
import type { Finding } from '../../domain/finding';
import { flawOf } from './flaws';
import type { ExceptionEntry, Exceptions } from './read-exceptions';

export interface Circumstances {
  /** As YYYY-MM-DD in UTC. */
  readonly today: string;
  /** Whether all that was named could be judged: else an exception that lifts nothing may belong to the rest. */
  readonly isComplete: boolean;
}

export interface Accepted {
  /** What no exception lifts, and what is wrong with the exceptions. */
  readonly findings: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
}

/** Parts findings into those that count and those that somebody has accepted. */
export function applyExceptions(
  findings: readonly Finding[],
  { entries, flaws }: Exceptions,
  { today, isComplete }: Circumstances,
): Accepted {
  const accepted = new Map<Finding, ExceptionEntry>();
  const own = [...flaws];
  for (const entry of entries) {
    const covered = findings.filter((finding) => covers(entry, finding) && !accepted.has(finding));
    const resources = [...new Set(covered.map(nameOf))];
    if (entry.expires < today) own.push(expired(entry));
    else if (resources.length > 1) own.push(ambiguous(entry, resources));
    else if (covered.length > 0) for (const finding of covered) accepted.set(finding, entry);
    else if (isComplete) own.push(unused(entry, findings));
  }
  return {
    findings: [...findings.filter((finding) => !accepted.has(finding)), ...own],
    excepted: [...accepted].map(([finding, { reason, legalBasis, owner, expires }]) => ({
      ...finding,
      exception: { reason, legalBasis, owner, expires },
    })),
  };
}

function covers(entry: ExceptionEntry, finding: Finding): boolean {
  return entry.channel === finding.channel && isAbout(entry, finding);
}

function nameOf({ stack, logicalId }: Finding): string {
  return `${stack}/${logicalId}`;
}

function expired({ place, expires, channel, resource }: ExceptionEntry): Finding {
  const problem = `'${channel}' at '${resource}' was accepted until '${expires}' and no longer`;
  return flawOf('exception-expired', place, { field: 'expires', value: expires, problem, resource });
}

/** Nobody has accepted two resources with one entry, whatever templates say of their paths. */
function ambiguous({ place, resource }: ExceptionEntry, resources: readonly string[]): Finding {
  const problem = `'resource' is '${resource}', which is '${resources.join("' and '")}'; name one by its 'stack' and logical id`;
  return flawOf('exception-malformed', place, { field: 'resource', value: resource, problem, resource });
}

function unused({ place, channel, resource }: ExceptionEntry, findings: readonly Finding[]): Finding {
  const paths = findings
    .filter((finding) => finding.channel === channel)
    .map((finding) => finding.constructPath ?? nameOf(finding));
  const hint = didYouMean(closest(resource, paths, 10));
  const problem = `nothing is found of '${channel}' at '${resource}'${hint}`;
  return flawOf('exception-unused', place, { field: 'resource', value: resource, problem, resource });
}
