import type { Finding } from './finding';

/** What the owner of the data protection rules has accepted: one channel at one resource, for a reason, until a day. */
export interface ResidencyException {
  /** The id of a channel, or one that it had before. */
  readonly channel: string;
  /** The path of a construct (`Eu/Data/Media`), or together with `stack` the logical id of a resource. */
  readonly resource: string;
  /** @default - the one in the path of the construct */
  readonly stack?: string | undefined;
  /** Why it has to be, as an auditor reads it. */
  readonly reason: string;
  /** What allows the transfer in law: an adequacy decision, standard contractual clauses, consent. */
  readonly legalBasis: string;
  /** The team that answers for it. */
  readonly owner: string;
  /** The last day on which it holds, as YYYY-MM-DD in UTC. */
  readonly expires: string;
}

/** A finding that an exception lifts. It is reported all the same, and counts for nothing. */
export interface ExceptedFinding extends Finding {
  readonly exception: Pick<ResidencyException, 'reason' | 'legalBasis' | 'owner' | 'expires'>;
}

/** What can be wrong with an exception. Each is a finding of its own, at the exception's line. */
export const EXCEPTION_FLAWS = {
  'exception-malformed': {
    title: 'Exceptions are complete and spelt right',
    remediation: 'Correct the entry; until then it lifts nothing.',
  },
  'exception-without-owner': {
    title: 'Exceptions have a team that answers for them',
    remediation: "Name the owning team in 'owner'; until then the entry lifts nothing.",
  },
  'exception-of-unknown-channel': {
    title: 'Exceptions name channels of the catalogue',
    remediation: "Name the channel as the report does; 'cdk-domicile explain' lists them all.",
  },
  'exception-expired': {
    title: 'Exceptions are within their time',
    remediation: 'Close the channel, or have the owner of the data protection rules accept it anew until another day.',
  },
  'exception-unused': {
    title: 'Exceptions lift something',
    remediation: 'Remove the entry, so that nothing is accepted in advance.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly remediation: string }>>;

export type ExceptionFlaw = keyof typeof EXCEPTION_FLAWS;

/** The child that carries a construct's own resource, which nobody names when he speaks of the construct. */
const OWN_RESOURCE = /\/(?:Resource|Default)$/u;

/** Whether an exception speaks of the resource of a finding. The channel is another question. */
export function isAbout(
  { resource, stack }: Pick<ResidencyException, 'resource' | 'stack'>,
  finding: Finding,
): boolean {
  if (stack !== undefined && stack !== finding.stack) return false;
  if (stack !== undefined && resource === finding.logicalId) return true;
  const { constructPath } = finding;
  return constructPath !== undefined && [constructPath, constructPath.replace(OWN_RESOURCE, '')].includes(resource);
}
