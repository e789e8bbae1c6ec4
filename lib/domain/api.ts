import * as z from 'zod/mini';
import { PURPOSES } from './consents';
import { FEATURE_IDS } from './features';
import { JURISDICTIONS } from './jurisdictions';
import { STORE_KEYS, type StoreKeyKind } from './personal-stores';
import type { ProblemCode } from './problems';
import { TermsReference } from './schemas/requests';
import type { ValueOf } from './schemas/value';
import { count, id, instant, JURISDICTION, Next, told, version } from './schemas/values';
import { LEGAL_BASES, STORE_KINDS } from './store-class';

/** What a cell answers, as JSON: the routes render these, the client reads them, and the OpenAPI document describes them. */

/** The same whether the address was known before or not. */
export const RegistrationAnswer = z.object({ personId: id, next: Next });
export type RegistrationAnswer = ValueOf<typeof RegistrationAnswer>;

export const ConfirmationAnswer = z.object({ next: Next });
export type ConfirmationAnswer = ValueOf<typeof ConfirmationAnswer>;

export const SessionAnswer = z.object({
  accessToken: told(z.string(), 'a JSON Web Token of the user pool of this cell; no other cell takes it'),
  expiresIn: told(count, 'in seconds'),
  tokenType: z.literal('Bearer'),
});
export type SessionAnswer = ValueOf<typeof SessionAnswer>;

const PLACE = {
  region: z.string().check(
    z.meta({
      description: 'the AWS region in which everything of these people rests',
      examples: [JURISDICTIONS.eu.homeRegion],
    }),
  ),
  location: z
    .string()
    .check(z.meta({ description: 'where that region really is', examples: [JURISDICTIONS.eu.location] })),
};

/** Which cell answers, and where it really is. */
export const HomeAnswer = z.object({
  ...JURISDICTION,
  ...PLACE,
  termsVersion: version,
});
export type HomeAnswer = ValueOf<typeof HomeAnswer>;

export const StatusAnswer = z.object({ ...HomeAnswer.shape, status: z.literal('ok') });
export type StatusAnswer = ValueOf<typeof StatusAnswer>;

const servedElsewhere = z.object({ kind: z.literal('served-elsewhere'), reason: z.string() });

/** The two lead to different homes, and the person is asked. */
export const Disagreement = z.object({
  signal: z.literal('disagrees'),
  belongsTo: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('jurisdiction'), ...JURISDICTION }),
    servedElsewhere,
  ]),
  question: told(z.string(), 'what the person is asked; a yes is sent as residenceConfirmed, and recorded'),
});
export type Disagreement = ValueOf<typeof Disagreement>;

/** What the phone's country says beside the declared residence, which decides. */
export const PhoneAnswer = z.discriminatedUnion('signal', [
  z.object({ signal: z.enum(['absent', 'agrees']) }),
  Disagreement,
]);
export type PhoneAnswer = ValueOf<typeof PhoneAnswer>;

export const ResidencyAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('jurisdiction'), ...HomeAnswer.shape, phone: PhoneAnswer }),
  z.object({ ...servedElsewhere.shape, phone: PhoneAnswer }),
]);
export type ResidencyAnswer = ValueOf<typeof ResidencyAnswer>;

const feature = {
  feature: z.enum(FEATURE_IDS),
  title: z.string(),
  flows: told(
    z.array(
      z.object({
        what: told(z.string(), 'what is sent'),
        to: told(z.string(), 'who receives it'),
        rests: told(z.string(), 'a region, or anywhere'),
      }),
    ),
    'what the feature sends beyond the basic service',
  ),
};

/** Whether a feature is on, off or limited, why, and what it sends to whom. */
export const FeatureAnswer = z.discriminatedUnion('state', [
  z.object({ ...feature, state: z.literal('on') }),
  z.object({ ...feature, state: z.literal('limited'), reason: z.string() }),
  z.object({ ...feature, state: z.literal('off'), reason: z.string() }),
]);
export type FeatureAnswer = ValueOf<typeof FeatureAnswer>;

export const FeaturesAnswer = z.object({ ...JURISDICTION, features: z.array(FeatureAnswer) });
export type FeaturesAnswer = ValueOf<typeof FeaturesAnswer>;

export const TermsAnswer = z.object({
  ...JURISDICTION,
  ...TermsReference.shape,
  text: told(z.string(), 'Markdown, whose bytes in UTF-8 have the SHA-256'),
});
export type TermsAnswer = ValueOf<typeof TermsAnswer>;

/** What a cell keeps of an acceptance. */
export const TermsAcceptance = z.object({ ...TermsReference.shape, acceptedAt: instant });
export type TermsAcceptance = ValueOf<typeof TermsAcceptance>;

/** What a person agreed to, and everything that they gave, withdrew and accepted. */
export const ConsentsAnswer = z.object({
  consents: z.array(
    z.object({
      purpose: z.enum(PURPOSES),
      version,
      text: told(z.string(), 'what is agreed to'),
      given: z.boolean(),
      since: told(z.nullable(instant), 'when it was last given or withdrawn'),
    }),
  ),
  history: told(
    z.array(
      z.object({
        purpose: z.enum(PURPOSES),
        change: z.enum(['given', 'withdrawn']),
        version: told(version, 'of the wording'),
        at: instant,
      }),
    ),
    'the latest last',
  ),
  terms: z.array(TermsAcceptance),
});
export type ConsentsAnswer = ValueOf<typeof ConsentsAnswer>;

/** An erasure has begun; how far it is stands in its receipt. */
export const ErasureAnswer = z.object({ receiptId: id, next: Next });
export type ErasureAnswer = ValueOf<typeof ErasureAnswer>;

/** What remains of an erasure. It names nobody. */
export const ReceiptAnswer = z.object({
  receiptId: id,
  kind: z.literal('erasure'),
  ...JURISDICTION,
  region: PLACE.region,
  state: z.enum(['running', 'done']),
  requestedAt: instant,
  completedAt: told(z.nullable(instant), 'when every store was empty'),
  finalAt: told(z.nullable(instant), 'from when on no copy can be brought back that anybody could read'),
});
export type ReceiptAnswer = ValueOf<typeof ReceiptAnswer>;

/** A person who has written no profile yet has version 0 and nulls. */
export const ProfileAnswer = z.object({
  personId: id,
  displayName: z.nullable(z.string()),
  updatedAt: z.nullable(instant),
  version: count,
});
export type ProfileAnswer = ValueOf<typeof ProfileAnswer>;

const keyKinds = Object.keys(STORE_KEYS) as StoreKeyKind[];

/** Where a store rests, and what becomes of what it holds. */
export const StoreLocation = z.object({
  id: z.string(),
  kind: z.enum(STORE_KINDS),
  holds: z.string(),
  personal: told(
    z.union([z.literal(true), z.object({ no: z.string() })]),
    'whether what it holds relates to a person; a store that does not says why',
  ),
  retention: z.discriminatedUnion('until', [
    z.object({ until: z.literal('erasure'), thenRecoverableForDays: count }),
    z.object({ until: z.literal('age'), days: count }),
  ]),
  howLong: told(z.string(), 'the retention in plain words'),
  legalBasis: z.enum(LEGAL_BASES),
  readers: told(z.array(z.string()), 'who can read it, in plain words'),
  key: z.enum(keyKinds),
  encryption: told(z.string(), 'the key in plain words'),
  yours: told(
    z.optional(z.object({ export: z.string(), erase: z.string(), move: z.string() })),
    'what becomes of what it holds of a person; of a store that holds something',
  ),
  ...PLACE,
});
export type StoreLocation = ValueOf<typeof StoreLocation>;

export const LocationAnswer = z.object({
  ...HomeAnswer.shape,
  law: z.string(),
  controller: z.object({ name: z.string(), address: z.string(), contact: z.string() }),
  stores: z.array(StoreLocation),
});
export type LocationAnswer = ValueOf<typeof LocationAnswer>;

/** What is wrong with one member of a request. */
export const FieldError = z.object({
  pointer: told(z.string(), 'a JSON pointer, or the name of the header or the parameter'),
  detail: told(z.string(), 'what is needed; never what was sent'),
});
export type FieldError = ValueOf<typeof FieldError>;

const toAccept = z.object({ termsVersion: version, next: Next });

/** Members that a problem of some code has beyond the common ones. */
export const PROBLEM_MEMBERS = {
  invalid_request: z.object({ errors: z.array(FieldError) }),
  other_jurisdiction: z.object(JURISDICTION),
  residence_unconfirmed: z.object({ phone: Disagreement }),
  feature_unavailable: z.object({ feature: z.enum(FEATURE_IDS), ...JURISDICTION, reason: z.string() }),
  terms_not_accepted: toAccept,
  terms_not_in_force: toAccept,
} as const satisfies Partial<Record<ProblemCode, z.ZodMiniObject>>;

export type ProblemMembers = {
  readonly [Code in keyof typeof PROBLEM_MEMBERS]: ValueOf<(typeof PROBLEM_MEMBERS)[Code]>;
};

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
