import type { Invitation } from '../client/conversations';
import { JURISDICTION_IDS } from '../domain/jurisdictions';
import { endpointOf } from './addresses';

/** All that is needed to read another's log: where it is, and the key that its owner handed over. */
export interface HandedOver extends Invitation {
  readonly endpoint: string;
}

/**
 * An invitation as people send it to each other: an address of the owner's own home that opens the log in a browser. Log and key
 * are in the fragment, which a browser sends to no server.
 */
export function invitationLink(endpoint: string, { jurisdiction, readerId, key, expiresAt }: Invitation): string {
  const told = new URLSearchParams({ log: [jurisdiction, readerId, key].join('~'), until: expiresAt });
  return `${endpoint}/#${told.toString()}`;
}

const LOG = /^([\w-]+)~([\da-f-]{36})~([\w-]{43})$/;

/** What such an address says; undefined where it is none. */
export function invitationIn(text: string): HandedOver | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { origin, hash } = new URL(text.trim());
  const told = new URLSearchParams(hash.slice(1));
  const [, named, readerId, key] = LOG.exec(told.get('log') ?? '') ?? [];
  const jurisdiction = JURISDICTION_IDS.find((id) => id === named);
  if (jurisdiction === undefined || readerId === undefined || key === undefined) return undefined;
  const endpoint = endpointOf(jurisdiction, origin);
  const until = told.get('until') ?? '';
  if (endpoint === undefined || Number.isNaN(Date.parse(until))) return undefined;
  return { endpoint, jurisdiction, readerId, key, expiresAt: new Date(until).toISOString() };
}
