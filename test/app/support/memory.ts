import { createHash } from 'node:crypto';
import type { ErasureBeginner, ErasureJobs, Receipt, Receipts } from '../../../lib/app/erasure-ports';
import type { Surroundings } from '../../../lib/app/http/handler';
import type {
  AccountRemoval,
  Accounts,
  ConsentRecorder,
  Owner,
  Person,
  PersonKeyDestroyer,
  PersonKeys,
  PersonReader,
  PersonRecord,
  ProfileWriter,
  TermsRecorder,
} from '../../../lib/app/ports';
import { sealerWith } from '../../../lib/app/sealing';
import type { Entry } from '../../../lib/app/telemetry';
import type { TermsAcceptance } from '../../../lib/domain/api';
import { JURISDICTIONS, type JurisdictionId } from '../../../lib/domain/jurisdictions';

export const NOW = Date.UTC(2026, 10, 24, 12);
export const PERSON = '3a51bdfb-1b3d-4a1e-8046-f91e919066e6';
/** The job of an erasure. */
export const JOB = '5f0c9b7e-4a3d-4c58-9a55-0d6f2d0c3b11';
export const SOMEBODY_ELSE = '2d745f49-f08d-4527-82cd-22663fcd1aa7';

/** Surroundings that keep what was logged. */
export function listening(): Surroundings & { readonly entries: Entry[] } {
  const entries: Entry[] = [];
  return { telemetry: { answered: (entry) => entries.push(entry) }, clock: () => NOW, entries };
}

type Kept = Person | { readonly kind: 'erased'; readonly jobId: string; readonly expiresAt?: number };

/** The terms of a cell in force, accepted a while ago. */
export function acceptedTerms(jurisdiction: JurisdictionId = 'eu'): TermsAcceptance {
  return { ...JURISDICTIONS[jurisdiction].terms, acceptedAt: '2026-11-01T08:00:00.000Z' };
}

/** Somebody who has accepted the terms of `eu`, and written nothing. */
export const MEMBER: Person = { kind: 'person', terms: [acceptedTerms()], consents: [] };

/** A person with a key of their own: the same one each time. */
export function ownerOf(personId = PERSON, jurisdiction: JurisdictionId = 'eu'): Owner {
  const dataKey = createHash('sha256').update(`${jurisdiction} ${personId}`).digest();
  return { personId, sealer: sealerWith(dataKey, { cell: jurisdiction, personId }) };
}

/** People's keys in memory: of whom a key was destroyed, none is made again. */
export function memoryKeys(jurisdiction: JurisdictionId = 'eu') {
  const destroyed = new Map<string, number>();
  const keys: PersonKeys & PersonKeyDestroyer = {
    find: async (personId) => (destroyed.has(personId) ? undefined : ownerOf(personId, jurisdiction).sealer),
    findOrMake: async (personId) => (destroyed.has(personId) ? 'erased' : ownerOf(personId, jurisdiction).sealer),
    async destroy(personId, expiresAt) {
      destroyed.set(personId, expiresAt);
    },
  };
  return { ...keys, destroyed };
}

/** A profiles table in memory, with the rules of the real one. */
export function memoryProfiles(items: Readonly<Record<string, Kept>> = {}, jurisdiction: JurisdictionId = 'eu') {
  const table = new Map<string, Kept>(Object.entries(items));
  const recordOf = (personId: string): PersonRecord => {
    const kept = table.get(personId) ?? { kind: 'person', terms: [], consents: [] };
    return kept.kind === 'erased' ? { kind: 'erased' } : kept;
  };
  const profiles: PersonReader & ProfileWriter & TermsRecorder & ConsentRecorder = {
    async read(personId) {
      const record = recordOf(personId);
      return record.kind === 'erased' || !table.has(personId)
        ? record
        : { sealer: ownerOf(personId, jurisdiction).sealer, ...record };
    },
    async write({ personId }, { displayName, updatedAt, seenVersion }) {
      const record = recordOf(personId);
      if (record.kind === 'erased') return record;
      const version = record.profile?.version ?? 0;
      if (seenVersion !== undefined && seenVersion !== version) return { kind: 'changed' };
      const profile = { displayName, updatedAt, version: version + 1 };
      table.set(personId, { ...record, profile });
      return { kind: 'written', profile };
    },
    async accept({ personId }, acceptance, seen) {
      const record = recordOf(personId);
      if (record.kind === 'person' && record.terms.length === seen)
        table.set(personId, { ...record, terms: [...record.terms, acceptance] });
      return recordOf(personId);
    },
    async recordConsent({ personId }, change, seen) {
      const record = recordOf(personId);
      if (record.kind === 'person' && record.consents.length === seen)
        table.set(personId, { ...record, consents: [...record.consents, change] });
      return recordOf(personId);
    },
  };
  const mark = (personId: string, jobId: string): string => {
    const kept = table.get(personId);
    if (kept?.kind === 'erased') return kept.jobId;
    table.set(personId, { kind: 'erased', jobId });
    return jobId;
  };
  return { ...profiles, mark, table };
}

/** Erasures in memory, with the rules of the real tables, and a workflow of which only the starts are kept. */
export function memoryErasures({ mark } = memoryProfiles()) {
  const whose = new Map<string, string>();
  const kept = new Map<string, Receipt>();
  const started: string[] = [];
  const jobs: ErasureJobs = {
    personOf: async (jobId) => whose.get(jobId),
    forget: async (jobId) => void whose.delete(jobId),
  };
  const receipts: Receipts = {
    find: async (receiptId) => kept.get(receiptId),
    async close(receiptId, { completedAt, finalAt }) {
      const receipt = kept.get(receiptId);
      if (receipt?.state === 'running') kept.set(receiptId, { ...receipt, state: 'done', completedAt, finalAt });
    },
  };
  const workflow = { start: async (jobId: string) => void started.push(jobId) };
  const erasures: ErasureBeginner = {
    async begin({ personId, jobId, requestedAt }) {
      const standing = mark(personId, jobId);
      if (standing !== jobId || kept.has(jobId)) return standing;
      whose.set(jobId, personId);
      kept.set(jobId, { receiptId: jobId, requestedAt, state: 'running' });
      return jobId;
    },
  };
  return { erasures, jobs, receipts, workflow, whose, kept, started };
}

/** A user pool in memory: whoever signs up, with which password; the code is always 123456. */
export function memoryAccounts() {
  const pool = new Map<string, Omit<Parameters<Accounts['signUp']>[0], 'personId'> & { confirmed: boolean }>();
  const accounts: Accounts & AccountRemoval = {
    async signUp({ personId, ...person }) {
      if (person.password.length < 12) return { kind: 'password-rejected', reasons: ['is too short'] };
      pool.set(personId, { ...person, confirmed: false });
      return { kind: 'accepted' };
    },
    async confirm(personId, code) {
      const account = pool.get(personId);
      if (account === undefined || account.confirmed || code !== '123456') return { kind: 'refused' };
      account.confirmed = true;
      return { kind: 'confirmed' };
    },
    async signIn(identifier, password) {
      const [personId, account] = [...pool].find(([id, { email }]) => id === identifier || email === identifier) ?? [];
      if (account?.confirmed !== true || account.password !== password) return { kind: 'refused' };
      return { kind: 'signed-in', accessToken: `a.${personId}.c`, expiresIn: 300 };
    },
    async remove(personId) {
      pool.delete(personId);
    },
  };
  return { ...accounts, pool };
}
