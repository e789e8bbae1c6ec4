import type { DomicileError } from '../domain/errors';
import type { ExceptedFinding } from '../domain/exception';
import type { Finding } from '../domain/finding';
import type { Flow } from '../domain/flow';
import type { StackSummary } from '../domain/stack-summary';

/** All that one run has to say, whatever form it takes. */
export interface Report {
  readonly findings: readonly Finding[];
  /** What somebody has accepted: it is told, and counts for nothing. */
  readonly excepted: readonly ExceptedFinding[];
  /** Of each store of personal data, whether it can reach anything abroad. */
  readonly flows: readonly Flow[];
  /** What could not be judged, and why. */
  readonly problems: readonly DomicileError[];
  readonly judged: readonly StackSummary[];
}

/** What nobody has read, as a person finds it. */
export function unreadIn(
  judged: readonly StackSummary[],
): readonly { readonly stack: string; readonly logicalId: string }[] {
  return judged.flatMap(({ stack, unread }) => unread.map((logicalId) => ({ stack, logicalId })));
}

/** Findings that count: those for information do not. */
export function counting(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

/** Paths that count where a proof is asked for. One that begins in what is declared to hold nothing personal does not. */
export function countingPaths(flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(({ verdict, severity }) => verdict === 'path' && severity !== 'info');
}

/** Where a person finds what is to be changed: in the app's own code where that is known, else in the template. */
export function placeOf({ source, template, line }: Finding): { readonly file: string; readonly line?: number } {
  return source ?? { file: template, ...(line !== undefined && { line }) };
}

/** Groups by a key, in the order in which the keys come up. */
export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
