import type { TermsAcceptance } from '../domain/api';
import type { ConsentChange } from '../domain/consents';

/** What the use cases need of the world. Adapters over AWS implement these; tests use memory. */

/** What a person's own data key does. It is held for one call, and never kept. */
export interface Sealer {
  /**
   * Seals a text (AES-256-GCM) so that it opens for this person, in this cell, in this place, and nowhere else.
   *
   * @param about the place, such as `profiles/terms`
   * @returns base64
   */
  seal(text: string, about: string): string;
  /** @throws SealBrokenError when it was not sealed by this key for this place, or was changed since */
  open(sealed: string, about: string): string;
  /** 32 bytes that nobody else can make: the same whenever the same is asked for, and different for any other purpose or seed. */
  derive(purpose: string, seed: string): Buffer;
}

/** The data keys of people. */
export interface PersonKeys {
  /** The key of a person; undefined where there is none, because none was made or because it was destroyed. */
  find(personId: string): Promise<Sealer | undefined>;
  /** The key of a person, made where there is none; but never again where one was destroyed. */
  findOrMake(personId: string): Promise<Sealer | 'erased'>;
}

export interface PersonKeyDestroyer {
  /** Leaves a mark in the key's place, which goes by itself at `expiresAt` (epoch seconds); done already is done. */
  destroy(personId: string, expiresAt: number): Promise<void>;
}

/** A person and their key. */
export interface Owner {
  readonly personId: string;
  readonly sealer: Sealer;
}

/** A person's record as the profiles table has it; of somebody who has written nothing yet it is empty. */
export type PersonRecord = Person | { readonly kind: 'erased' };

export interface Person {
  readonly kind: 'person';
  /** What their record was opened with. @default - nothing rests of them yet */
  readonly sealer?: Sealer;
  /** @default - none was written yet */
  readonly profile?: Profile;
  /** Every acceptance, the latest last. */
  readonly terms: readonly TermsAcceptance[];
  /** Every consent given and withdrawn, the latest last. */
  readonly consents: readonly ConsentChange[];
}

export interface Profile {
  readonly displayName: string;
  readonly updatedAt: string;
  readonly version: number;
}

export interface ProfileChange {
  readonly displayName: string;
  readonly updatedAt: string;
  /** The version that the writer has seen; 0 when there was none. @default - whatever is there is overwritten */
  readonly seenVersion?: number;
}

type ProfileWrite =
  | { readonly kind: 'written'; readonly profile: Profile }
  | { readonly kind: 'changed' }
  | { readonly kind: 'erased' };

export interface PersonReader {
  read(personId: string): Promise<PersonRecord>;
}

export interface TermsRecorder {
  /**
   * Adds an acceptance to those that were seen, by one conditional write; none is ever changed or removed.
   *
   * @returns the record after it, or as it stands when others than these were there
   */
  accept(owner: Owner, acceptance: TermsAcceptance, seen: number): Promise<PersonRecord>;
}

export interface ProfileWriter {
  /** One conditional write: it never touches, and never recreates, what was erased. */
  write(owner: Owner, change: ProfileChange): Promise<ProfileWrite>;
}

export interface ConsentRecorder {
  /**
   * Adds a change to those that were seen, by one conditional write; none is ever changed or removed.
   *
   * @returns the record after it, or as it stands when others than these were there
   */
  recordConsent(owner: Owner, change: ConsentChange, seen: number): Promise<PersonRecord>;
}

interface SignUp {
  readonly personId: string;
  readonly residence: string;
  readonly email: string;
  readonly password: string;
  /** What the person answered when the country of their phone disagreed. @default - it did not */
  readonly residenceConfirmed?: ResidenceConfirmed;
}

/** The person lives where they declared, though their phone is of another jurisdiction's country. */
export interface ResidenceConfirmed {
  readonly phoneCountry: string;
  readonly at: string;
}

/** `accepted` says nothing about whether the address was known. */
export type SignUpResult =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'password-rejected'; readonly reasons: readonly string[] }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'throttled' };

type ConfirmationResult = { readonly kind: 'confirmed' | 'refused' | 'throttled' };

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly accessToken: string; readonly expiresIn: number }
  | { readonly kind: 'refused' | 'throttled' };

/** What anybody may ask of the user pool. */
export interface Accounts {
  signUp(person: SignUp): Promise<SignUpResult>;
  confirm(personId: string, code: string): Promise<ConfirmationResult>;
  signIn(identifier: string, password: string): Promise<SignInResult>;
}

export interface UnconfirmedAccounts {
  /** Accounts whose address nobody has confirmed, and since when they are there (milliseconds). */
  unconfirmed(): AsyncIterable<{ readonly personId: string; readonly createdAt: number }>;
}

export interface AccountRemoval {
  /** Deletes the account with its sessions; done already is done. */
  remove(personId: string): Promise<void>;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;
