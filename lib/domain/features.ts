import type { Region } from './regions';

/** One way on which a feature sends data to somebody beyond the basic service. */
export interface DataFlow {
  /** What is sent, as a person reads it. */
  readonly what: string;
  /** Who receives it. */
  readonly to: string;
  /** Where it comes to rest: in the home of the person who uses it, in one region, or where nobody can say. */
  readonly rests: 'home' | 'anywhere' | Region;
}

interface FeatureDescription {
  readonly title: string;
  /** Every flow that switching it on opens; none means that the data stays within the basic service. */
  readonly flows: readonly DataFlow[];
}

/**
 * What the product can do beyond the basic service, and what that sends to whom. Whether a jurisdiction has it is in the
 * jurisdictions table, whose rules refuse to switch on a feature whose flows leave that jurisdiction's home.
 */
export const FEATURES = {
  miniPrograms: {
    title: 'mini programs',
    flows: [
      {
        what: 'your display name, and what you enter into a mini program',
        to: 'the operator of the mini program, whose servers are in Singapore',
        rests: 'ap-southeast-1',
      },
    ],
  },
  payments: {
    title: 'payments',
    flows: [{ what: 'amount, currency and payee', to: 'the payment provider of your jurisdiction', rests: 'home' }],
  },
  pushNotifications: {
    title: 'push notifications',
    flows: [
      { what: 'that a message has arrived, and for which device', to: 'the maker of your phone', rests: 'anywhere' },
    ],
  },
  readReceipts: { title: 'read receipts', flows: [] },
} as const satisfies Readonly<Record<string, FeatureDescription>>;

export type Feature = keyof typeof FEATURES;
export const FEATURE_IDS = Object.keys(FEATURES) as Feature[];

/** `off` and `limited` carry the reason that a person reads. */
export type FeatureState =
  | { readonly state: 'on' }
  | { readonly state: 'limited'; readonly reason: string }
  | { readonly state: 'off'; readonly reason: string };

/** The flows of a feature that would carry data out of a home. */
export function flowsLeaving(feature: Feature, home: string): readonly DataFlow[] {
  const flows: readonly DataFlow[] = FEATURES[feature].flows;
  return flows.filter(({ rests }) => rests !== 'home' && rests !== home);
}
