import type { ConsentChange, Purpose } from './consents';
import type { Feature, FeatureState } from './features';
import type { Jurisdiction, JurisdictionId } from './jurisdictions';
import type { StoreKeyKind, StoreTask } from './personal-stores';
import type { ProblemCode } from './problems';
import type { Route } from './routes';
import type { StoreClass } from './store-class';

/** What a cell is asked and what it answers, as JSON: the routes render these, and the client reads them. */

export interface RegistrationRequest {
  /** Country of residence, ISO 3166-1 alpha-2, capitals. */
  readonly residence: string;
  /** Country of the phone, which the device makes of the number. @default - there is no second signal */
  readonly phoneCountry?: string;
  /** That the person was asked, and lives where they declared, though their phone is of another jurisdiction. @default false */
  readonly residenceConfirmed?: boolean;
  readonly email: string;
  readonly password: string;
}

/** What a person does next. */
export type Next = Pick<Route, 'method' | 'path'>;

/** The same whether the address was known before or not. */
export interface RegistrationAnswer {
  readonly personId: string;
  readonly next: Next;
}

export interface ConfirmationRequest {
  readonly personId: string;
  readonly code: string;
}

export interface ConfirmationAnswer {
  readonly next: Next;
}

export interface SessionRequest {
  /** The personId of the registration, or the confirmed e-mail address. */
  readonly identifier: string;
  readonly password: string;
}

export interface SessionAnswer {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly tokenType: 'Bearer';
}

/** Which cell answers, and where it really is. */
export interface HomeAnswer {
  readonly jurisdiction: JurisdictionId;
  readonly jurisdictionName: string;
  readonly region: string;
  readonly location: string;
  readonly termsVersion: string;
}

export interface StatusAnswer extends HomeAnswer {
  readonly status: 'ok';
}

export type ResidencyAnswer = (
  | ({ readonly kind: 'jurisdiction' } & HomeAnswer)
  | { readonly kind: 'served-elsewhere'; readonly reason: string }
) & { readonly phone: PhoneAnswer };

/** What the phone's country says beside the declared residence, which decides. */
export type PhoneAnswer = { readonly signal: 'absent' | 'agrees' } | Disagreement;

/** The two lead to different homes, and the person is asked. */
export interface Disagreement {
  readonly signal: 'disagrees';
  readonly belongsTo:
    | { readonly kind: 'jurisdiction'; readonly jurisdiction: JurisdictionId; readonly jurisdictionName: string }
    | { readonly kind: 'served-elsewhere'; readonly reason: string };
  /** What the person is asked; a yes is sent as `residenceConfirmed`, and recorded. */
  readonly question: string;
}

export interface FeaturesAnswer {
  readonly jurisdiction: JurisdictionId;
  readonly jurisdictionName: string;
  readonly features: readonly FeatureAnswer[];
}

/** Whether a feature is on, off or limited, why, and what it sends to whom. */
export type FeatureAnswer = FeatureState & {
  readonly feature: Feature;
  readonly title: string;
  /** `rests` is a region, or `anywhere`. */
  readonly flows: readonly { readonly what: string; readonly to: string; readonly rests: string }[];
};

/** Terms as a person names them when they accept: this version, in this language, with this exact text. */
export interface TermsReference {
  readonly version: string;
  readonly language: string;
  /** SHA-256 of the text in UTF-8, in hex. */
  readonly sha256: string;
}

export interface TermsAnswer extends TermsReference {
  readonly jurisdiction: JurisdictionId;
  readonly jurisdictionName: string;
  /** Markdown. */
  readonly text: string;
}

/** What a cell keeps of an acceptance. */
export interface TermsAcceptance extends TermsReference {
  readonly acceptedAt: string;
}

export interface ConsentRequest {
  readonly purpose: Purpose;
  readonly given: boolean;
}

/** What a person agreed to, and everything that they gave, withdrew and accepted. */
export interface ConsentsAnswer {
  readonly consents: readonly {
    readonly purpose: Purpose;
    readonly version: string;
    /** What is agreed to. */
    readonly text: string;
    readonly given: boolean;
    /** When it was last given or withdrawn. */
    readonly since: string | null;
  }[];
  /** The latest last. */
  readonly history: readonly ConsentChange[];
  readonly terms: readonly TermsAcceptance[];
}

/** An erasure has begun; how far it is stands in its receipt. */
export interface ErasureAnswer {
  readonly receiptId: string;
  readonly next: Next;
}

/** What remains of an erasure. It names nobody. */
export interface ReceiptAnswer {
  readonly receiptId: string;
  readonly kind: 'erasure';
  readonly jurisdiction: JurisdictionId;
  readonly jurisdictionName: string;
  readonly region: string;
  readonly state: 'running' | 'done';
  readonly requestedAt: string;
  /** When every store was empty. */
  readonly completedAt: string | null;
  /** From when on no copy can be brought back that anybody could read. */
  readonly finalAt: string | null;
}

export interface ProfileRequest {
  readonly displayName: string;
}

/** A person who has written no profile yet has version 0 and nulls. */
export interface ProfileAnswer {
  readonly personId: string;
  readonly displayName: string | null;
  readonly updatedAt: string | null;
  readonly version: number;
}

export interface LocationAnswer extends HomeAnswer {
  readonly law: string;
  readonly controller: Jurisdiction['controller'];
  readonly stores: readonly StoreLocation[];
}

/** Where a store rests, and what becomes of what it holds. */
export interface StoreLocation extends StoreClass {
  readonly key: StoreKeyKind;
  /** The key in plain words. */
  readonly encryption: string;
  /** What becomes of what it holds of a person when they take it away, have it erased, or move; of a store that holds something. */
  readonly yours?: Readonly<Record<StoreTask, string>>;
  readonly region: string;
  readonly location: string;
  /** The retention in plain words. */
  readonly howLong: string;
}

/** What is wrong with one member of a request: a JSON pointer, or the name of the header or the parameter. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** Members that a problem of some code has beyond the common ones. */
export interface ProblemMembers {
  readonly invalid_request: { readonly errors: readonly FieldError[] };
  readonly other_jurisdiction: { readonly jurisdiction: JurisdictionId; readonly jurisdictionName: string };
  readonly residence_unconfirmed: { readonly phone: Disagreement };
  readonly feature_unavailable: {
    readonly feature: Feature;
    readonly jurisdiction: JurisdictionId;
    readonly jurisdictionName: string;
    readonly reason: string;
  };
  readonly terms_not_accepted: { readonly termsVersion: string; readonly next: Next };
  readonly terms_not_in_force: { readonly termsVersion: string; readonly next: Next };
}

/** An RFC 9457 problem document. `detail` never repeats what was sent. */
export interface ProblemAnswer
  extends Partial<
    ProblemMembers['invalid_request'] &
      ProblemMembers['other_jurisdiction'] &
      ProblemMembers['residence_unconfirmed'] &
      ProblemMembers['feature_unavailable'] &
      ProblemMembers['terms_not_accepted']
  > {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
}
