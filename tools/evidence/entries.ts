import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ResidencyException } from '../../lib/domain/exception';
import type { Finding } from '../../lib/domain/finding';
import type { AcknowledgedRow, NagReport, NagRow } from '../../lib/domain/nag';

/** What can be compared, by what it is. */
export type Entries = ReadonlyMap<string, Entry>;

export interface Entry {
  /** What is said of it to a reviewer. */
  readonly says: string;
  /** What decides whether it has changed. @default - what is said of it */
  readonly whole?: string;
}

/** All that a folder of evidence holds, by the headings under which it is compared. */
export interface EvidenceEntries {
  readonly findings: Entries;
  readonly acknowledgements: Entries;
  readonly exceptions: Entries;
  readonly policies: Entries;
  readonly sizes: readonly PolicySize[];
}

export interface PolicySize {
  readonly name: string;
  readonly size: number;
  readonly limit: number;
}

interface Residency {
  readonly findings: readonly Finding[];
  readonly excepted: readonly (Finding & { readonly exception: Omit<ResidencyException, 'channel' | 'resource'> })[];
}

interface Policy extends PolicySize {
  readonly kind: string;
  readonly file: string;
  readonly statements: readonly { readonly sid: string; readonly because: string }[];
}

/** Reads a folder that `npm run evidence` has written. */
export function readEntries(folder: string): EvidenceEntries {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const { packs, flaws } = read('nag/nag.json') as NagReport;
  const { findings, excepted } = read('residency.json') as Residency;
  const policies = read('policies/manifest.json') as readonly Policy[];
  return {
    findings: new Map([
      ...packs.flatMap(({ open }) => open.map((row) => entry(onPlace(row), row.description))),
      ...flaws.map(({ kind, id, at, message }) => entry(`${kind} ${id} on ${at}`, message)),
      ...findings.map((finding) => entry(onProperty(finding), finding.message)),
    ]),
    acknowledgements: new Map(
      packs.flatMap(({ acknowledged }) => acknowledged.map((row) => entry(onPlace(row), answerText(row)))),
    ),
    exceptions: new Map(
      excepted.map((finding) => {
        const { reason, owner, expires } = finding.exception;
        return entry(onProperty(finding), `${reason} (${owner}, until ${expires})`);
      }),
    ),
    policies: new Map(
      policies.flatMap((policy) =>
        policyEntries(policy, readFileSync(path.join(folder, 'policies', policy.file), 'utf8')),
      ),
    ),
    sizes: policies.map(({ name, size, limit }) => ({ name, size, limit })),
  };
}

function entry(what: string, says: string, whole = says): readonly [string, Entry] {
  return [what, { says, whole }];
}

function answerText({ answer: { reason, substitute, owner = 'nobody', since, until } }: AcknowledgedRow): string {
  const instead = substitute === undefined ? '' : `; instead: ${substitute.control}, shown by ${substitute.test}`;
  const days = [`since ${since ?? 'a day not known'}`, ...(until === undefined ? [] : [`until ${until}`])];
  return `${reason}${instead} (${[owner, ...days].join(', ')})`;
}

/** A policy, and each of its statements with what it says in the policy itself. */
function policyEntries({ name, kind, statements }: Policy, text: string): (readonly [string, Entry])[] {
  if (statements.length === 0) return [entry(name, kind, text)];
  const { Statement: written = [] } = JSON.parse(text) as { Statement?: readonly { readonly Sid?: string }[] };
  return [
    entry(name, kind),
    ...statements.map((statement) => {
      const { sid, because } = statement;
      const whole = [statement, written.filter(({ Sid }) => Sid === sid)];
      return entry(`${name} ${sid}`, because, JSON.stringify(whole));
    }),
  ];
}

function onPlace({ rule, place, in: cells }: NagRow): string {
  return `${rule} on ${place} in ${Object.keys(cells).join(' and ')}`;
}

function onProperty({ channel, stack, logicalId, constructPath, path: property }: Finding): string {
  return `${channel} on ${constructPath ?? `${stack}/${logicalId}`}${property === '' ? '' : ` at ${property}`}`;
}
