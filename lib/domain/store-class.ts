/** The type of the metadata that carries a store's class from the app to whoever reads the assembly. */
export const STORE_METADATA = 'domicile:store';

/**
 * What a store holds and how long, declared where the store is made and nowhere else.
 *
 * The declarations of all stores are what `GET /me/location` answers from and what the checker presumes of them.
 */
export interface StoreClass {
  /** Stable kebab-case id, unique in a cell. */
  readonly id: string;
  readonly kind: StoreKind;
  /** What it holds, as a person reads it. */
  readonly holds: string;
  /** Whether what it holds relates to a person; a store that does not gives the reason. */
  readonly personal: true | { readonly no: string };
  readonly retention: StoreRetention;
  readonly legalBasis: LegalBasis;
  /** Who can read it, in plain words. */
  readonly readers: readonly string[];
}

export const STORE_KINDS = [
  'table',
  'bucket',
  'queue',
  'topic',
  'user pool',
  'log group',
  'backup vault',
  'trail',
  'workflow history',
] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** How long a store keeps what it is given. */
export type StoreRetention =
  | { readonly until: 'erasure'; readonly thenRecoverableForDays: number }
  | { readonly until: 'age'; readonly days: number };

/** GDPR Article 6(1); the PDPA's grounds map onto the same words. */
export const LEGAL_BASES = ['contract', 'legal obligation', 'legitimate interest', 'none needed'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];
