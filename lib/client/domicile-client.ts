import type {
  ConsentsAnswer,
  ErasureAnswer,
  FeaturesAnswer,
  LocationAnswer,
  ProfileAnswer,
  ReceiptAnswer,
  RegistrationAnswer,
  ResidencyAnswer,
  SessionAnswer,
  StatusAnswer,
  TermsAcceptance,
  TermsAnswer,
} from '../domain/api';
import type { Feature } from '../domain/features';
import { JURISDICTION_IDS, type JurisdictionId } from '../domain/jurisdictions';
import type {
  ConfirmationRequest,
  ConsentRequest,
  ProfileRequest,
  RegistrationRequest,
  SessionRequest,
  TermsReference,
} from '../domain/schemas/requests';
import type { Next } from '../domain/schemas/values';
import { Archives } from './archive';
import { type CallCell, callCell } from './call-cell';
import { type CellAddresses, chooseCell } from './cells';
import { Conversations } from './conversations';
import { phoneCountryOf } from './phone-country';
import { ProblemError, UnexpectedAnswerError } from './problem-error';
import type { Send } from './send';
import { sha256Of } from './sha256';
import { fetchTransfer, type Transfer } from './transfer';

export interface DomicileClientProps {
  readonly cells: CellAddresses;
  /** `nodeSend`, or `fetchSend` in a browser. */
  readonly send: Send;
  /** How content gets to and from a cell's bucket. @default - fetch */
  readonly transfer?: Transfer;
  /** Asked when a cell names another jurisdiction than this client chose. @default - the named one is tried, once */
  readonly agreesTo?: (jurisdiction: JurisdictionId) => boolean | Promise<boolean>;
  /** Asked when the country of the phone disagrees with the declared residence. @default - nobody is registered then */
  readonly livesThere?: (question: string, countries: TwoCountries) => boolean | Promise<boolean>;
}

/** What a person is asked about, for a device that asks in its own words: codes of ISO 3166-1. */
export interface TwoCountries {
  readonly residence: string;
  readonly phoneCountry: string;
}

/** Somebody who registers, as their device knows them. */
export interface NewPerson extends Omit<RegistrationRequest, 'phoneCountry' | 'residenceConfirmed'> {
  /** In international form. The device makes a country of it, and sends no digit. @default - there is no second signal */
  readonly phone?: string;
}

/** A person at their home: where they registered, and the id that they have there. */
export interface Registration {
  readonly jurisdiction: JurisdictionId;
  readonly personId: string;
  readonly next: Next;
}

export interface Session {
  readonly jurisdiction: JurisdictionId;
  readonly accessToken: string;
  /** Milliseconds since the epoch, by this device's clock. */
  readonly expiresAt: number;
}

/**
 * What a person's device does: it finds the cell of their jurisdiction, and from then on talks to no other.
 *
 * Whatever a cell refuses is thrown as a ProblemError.
 */
export class DomicileClient {
  /** Writing to each other, across jurisdictions too. */
  readonly conversations: Conversations;
  /** Taking everything away, and bringing it along. */
  readonly archives: Archives;
  readonly #props: DomicileClientProps;
  readonly #call: CallCell;

  constructor(props: DomicileClientProps) {
    this.#props = props;
    this.#call = callCell(props.cells, props.send);
    const transfer = props.transfer ?? fetchTransfer;
    this.conversations = new Conversations(this.#call, transfer);
    this.archives = new Archives(this.#call, transfer);
  }

  async status(jurisdiction: JurisdictionId): Promise<StatusAnswer> {
    return this.#call<StatusAnswer>(jurisdiction, 'status');
  }

  /** Every feature of a jurisdiction, on, off or limited. */
  async features(jurisdiction: JurisdictionId): Promise<FeaturesAnswer> {
    return this.#call<FeaturesAnswer>(jurisdiction, 'features');
  }

  /** One feature. @throws ProblemError `feature_unavailable`, with the reason, where it is off */
  async feature(jurisdiction: JurisdictionId, feature: Feature): Promise<FeaturesAnswer> {
    return this.#call<FeaturesAnswer>(jurisdiction, 'features', { query: { feature } });
  }

  /** What a cell says about a country, and about the phone's beside it; each cell says the same. */
  async residency(jurisdiction: JurisdictionId, country: string, phone?: string): Promise<ResidencyAnswer> {
    return this.#call<ResidencyAnswer>(jurisdiction, 'residency', { query: { country, ...countryOf(phone) } });
  }

  /** Registers a person in the cell of their residence. Where this client's table is older than the cell's, the cell wins. */
  async register({ phone, ...person }: NewPerson): Promise<Registration> {
    const chosen = chooseCell(person.residence);
    const request = { ...person, ...countryOf(phone) };
    try {
      return await this.#registerAt(chosen, request);
    } catch (error) {
      const named = namedJurisdiction(error);
      if (named === undefined || named === chosen || (await this.#props.agreesTo?.(named)) === false) throw error;
      return this.#registerAt(named, request);
    }
  }

  async confirm({ jurisdiction, personId }: Omit<Registration, 'next'>, code: string): Promise<void> {
    await this.#call(jurisdiction, 'confirm-registration', { body: { personId, code } satisfies ConfirmationRequest });
  }

  /** @param identifier personId, or the confirmed e-mail address */
  async signIn(jurisdiction: JurisdictionId, identifier: string, password: string): Promise<Session> {
    const askedAt = Date.now();
    const body: SessionRequest = { identifier, password };
    const { accessToken, expiresIn } = await this.#call<SessionAnswer>(jurisdiction, 'sign-in', { body });
    return { jurisdiction, accessToken, expiresAt: askedAt + expiresIn * 1000 };
  }

  /**
   * The terms of a jurisdiction, which anybody can read before they register.
   *
   * @throws UnexpectedAnswerError when the text is not the one that its hash says
   */
  async readTerms(jurisdiction: JurisdictionId): Promise<TermsAnswer> {
    const terms = await this.#call<TermsAnswer>(jurisdiction, 'read-terms');
    if ((await sha256Of(new TextEncoder().encode(terms.text))) !== terms.sha256)
      throw new UnexpectedAnswerError('GET /terms', 200);
    return terms;
  }

  /** @param terms what the person has read */
  async acceptTerms({ jurisdiction, accessToken }: Session, terms: TermsReference): Promise<TermsAcceptance> {
    const { version, sha256, language } = terms;
    const body: TermsReference = { version, sha256, language };
    return this.#call<TermsAcceptance>(jurisdiction, 'accept-terms', { token: accessToken, body });
  }

  async readProfile({ jurisdiction, accessToken }: Session): Promise<ProfileAnswer> {
    return this.#call<ProfileAnswer>(jurisdiction, 'read-profile', { token: accessToken });
  }

  /** @param seen the profile that the change is made to; without it, whatever is there is overwritten */
  async writeProfile(
    { jurisdiction, accessToken }: Session,
    body: ProfileRequest,
    seen?: Pick<ProfileAnswer, 'version'>,
  ): Promise<ProfileAnswer> {
    const headers: Record<string, string> = seen === undefined ? {} : { 'if-match': `"${seen.version}"` };
    return this.#call<ProfileAnswer>(jurisdiction, 'write-profile', { token: accessToken, body, headers });
  }

  async readConsents({ jurisdiction, accessToken }: Session): Promise<ConsentsAnswer> {
    return this.#call<ConsentsAnswer>(jurisdiction, 'read-consents', { token: accessToken });
  }

  /** Gives a consent, or withdraws it: either takes one call. */
  async changeConsent({ jurisdiction, accessToken }: Session, body: ConsentRequest): Promise<ConsentsAnswer> {
    return this.#call<ConsentsAnswer>(jurisdiction, 'change-consent', { token: accessToken, body });
  }

  async locate({ jurisdiction, accessToken }: Session): Promise<LocationAnswer> {
    return this.#call<LocationAnswer>(jurisdiction, 'locate-data', { token: accessToken });
  }

  /** Begins the erasure of the person: from the answer on the cell writes nothing of them. Asked again, it is the same one. */
  async erase({ jurisdiction, accessToken }: Session): Promise<ErasureAnswer> {
    return this.#call<ErasureAnswer>(jurisdiction, 'erase-person', { token: accessToken });
  }

  /** How far an erasure is; the token of who was erased is good for that until it expires. */
  async readReceipt({ jurisdiction, accessToken }: Session, receiptId: string): Promise<ReceiptAnswer> {
    return this.#call<ReceiptAnswer>(jurisdiction, 'read-receipt', { path: { receiptId }, token: accessToken });
  }

  async #registerAt(jurisdiction: JurisdictionId, request: RegistrationRequest): Promise<Registration> {
    const send = async (body: RegistrationRequest) =>
      this.#call<RegistrationAnswer>(jurisdiction, 'register-person', { body });
    try {
      return { jurisdiction, ...(await send(request)) };
    } catch (error) {
      const question = questionOf(error);
      const { residence, phoneCountry } = request;
      if (question === undefined || phoneCountry === undefined) throw error;
      if ((await this.#props.livesThere?.(question, { residence, phoneCountry })) !== true) throw error;
      return { jurisdiction, ...(await send({ ...request, residenceConfirmed: true })) };
    }
  }
}

/** All that is ever sent of a phone number. */
function countryOf(phone: string | undefined): { phoneCountry?: string } {
  const phoneCountry = phone === undefined ? undefined : phoneCountryOf(phone);
  return phoneCountry === undefined ? {} : { phoneCountry };
}

function questionOf(error: unknown): string | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'residence_unconfirmed') return undefined;
  return error.problem.phone?.question;
}

function namedJurisdiction(error: unknown): JurisdictionId | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'other_jurisdiction') return undefined;
  // A jurisdiction that this client does not know has no endpoint here either.
  return JURISDICTION_IDS.find((id) => id === error.problem.jurisdiction);
}
