import {
  type Country,
  ELSEWHERE,
  EUROPEAN_ECONOMIC_AREA,
  EUROPEAN_UNION,
  EUROPEAN_UNION_TERRITORIES,
  standing,
} from './countries';
import type { Feature, FeatureState } from './features';
import type { Region } from './regions';

/** One jurisdiction: whose data, under whose rules, at which home. */
export interface Jurisdiction {
  /** As a person reads it. */
  readonly name: string;
  /** Who decides about the data (GDPR, Article 4(7); PDPA, "organisation"). */
  readonly controller: { readonly name: string; readonly address: string; readonly contact: string };
  /** The law that the terms are made under. */
  readonly law: string;
  /** The only AWS region in which data of these people rests. */
  readonly homeRegion: Region;
  /** Where that region really is, said wherever the region is shown. */
  readonly location: string;
  /** The environment variable that names the cell's AWS account, and the account used when it is unset. */
  readonly account: { readonly variable: string; readonly whenUnset: string };
  /** Countries of residence, ISO 3166-1 alpha-2. */
  readonly countries: readonly Country[];
  readonly terms: TermsInForce;
  readonly features: Readonly<Record<Feature, FeatureState>>;
  readonly retention: Retention;
}

/** The terms that people have to have accepted; their text is `lib/app/terms/<jurisdiction>/<version>.md`. */
export interface TermsInForce {
  readonly version: string;
  /** In which they are written, ISO 639-1. */
  readonly language: string;
  /** Of the exact bytes of the text, in hex. A text that changes is a new version. */
  readonly sha256: string;
}

/** What a jurisdiction's rules say about how long data stays; the cell's code applies it at run time. */
export interface Retention {
  /** Days for which the identity-free mark of an erased person stays, so that a live token recreates nothing. */
  readonly erasureMarkDays: number;
}

const PUSH_NOTIFICATIONS_OFF = {
  state: 'off',
  reason: 'they pass through servers of the maker of your phone, and nobody can say where those are',
} as const satisfies FeatureState;

export type JurisdictionTable = Readonly<Record<string, Jurisdiction>>;

/**
 * The table. Everything that differs between cells stands here and nowhere else: stacks, policies, answers and documents
 * are derived from it. It is public knowledge, and both cells' code carries all of it.
 *
 * The controllers are fictitious. The accounts are AWS's documentation accounts until the environment names real ones.
 */
export const JURISDICTIONS = {
  eu: {
    name: 'European Union and European Economic Area',
    controller: {
      name: 'Domicile Europe B.V.',
      address: 'Keizersgracht 1, 1015 CC Amsterdam, Netherlands',
      contact: 'privacy@eu.domicile.example',
    },
    law: 'General Data Protection Regulation (EU) 2016/679',
    homeRegion: 'eu-central-1',
    location: 'Frankfurt, Germany; stands in for the Netherlands, where AWS has no region',
    account: { variable: 'DOMICILE_ACCOUNT_EU', whenUnset: '111111111111' },
    countries: [
      ...EUROPEAN_UNION,
      ...EUROPEAN_UNION_TERRITORIES,
      ...EUROPEAN_ECONOMIC_AREA,
      ...standing('with the Union'),
    ],
    terms: {
      version: '2026-11-01',
      language: 'en',
      sha256: 'c394ac19e18390f3a23a8160b3563e76eb65413be5569117381eb10b0a6c00ab',
    },
    features: {
      miniPrograms: {
        state: 'off',
        reason: 'mini programs send data to third parties, for which no assessment under GDPR Article 35 exists',
      },
      payments: { state: 'limited', reason: 'payments are offered in euro only' },
      pushNotifications: PUSH_NOTIFICATIONS_OFF,
      readReceipts: { state: 'on' },
    },
    retention: { erasureMarkDays: 1 },
  },
  international: {
    name: 'International',
    controller: {
      name: 'Domicile International Pte. Ltd.',
      address: '1 Raffles Place, Singapore 048616',
      contact: 'privacy@international.domicile.example',
    },
    law: 'Personal Data Protection Act 2012 (Singapore)',
    homeRegion: 'ap-southeast-1',
    location: 'Singapore',
    account: { variable: 'DOMICILE_ACCOUNT_INTERNATIONAL', whenUnset: '222222222222' },
    countries: [...ELSEWHERE, ...standing('elsewhere')],
    terms: {
      version: '2026-11-01',
      language: 'en',
      sha256: '84d934a4d5628f3018c560a87618b654a240aa45e763620e20e82ee0e158bde7',
    },
    features: {
      miniPrograms: { state: 'on' },
      payments: { state: 'on' },
      pushNotifications: PUSH_NOTIFICATIONS_OFF,
      readReceipts: { state: 'on' },
    },
    retention: { erasureMarkDays: 1 },
  },
} as const satisfies JurisdictionTable;

export type JurisdictionId = keyof typeof JURISDICTIONS;
export type HomeRegion = (typeof JURISDICTIONS)[JurisdictionId]['homeRegion'];

export const JURISDICTION_IDS = Object.keys(JURISDICTIONS) as JurisdictionId[];

/** Home region of each jurisdiction. */
export const HOME_REGION = Object.fromEntries(JURISDICTION_IDS.map((id) => [id, JURISDICTIONS[id].homeRegion])) as {
  readonly [Id in JurisdictionId]: (typeof JURISDICTIONS)[Id]['homeRegion'];
};

/** The jurisdiction whose home is `region`, or undefined: a cell's code learns from it which cell it is. */
export function jurisdictionAt(region: string): JurisdictionId | undefined {
  return JURISDICTION_IDS.find((id) => HOME_REGION[id] === region);
}
