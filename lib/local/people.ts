import { randomBytes, randomInt } from 'node:crypto';
import type { CellAddresses } from '../client/cells';
import { DomicileClient, type Session } from '../client/domicile-client';
import type { LocationAnswer, ProblemAnswer } from '../domain/api';
import { DomicileError } from '../domain/errors';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { ROUTES } from '../domain/routes';
import type { RegistrationRequest } from '../domain/schemas/requests';
import { ClaimError, LocalError } from './errors';
import { send } from './send';
import type { TracedText } from './tracer/needles';

/** Somebody made up, with texts that nobody else has. */
export interface Person {
  readonly jurisdiction: JurisdictionId;
  readonly email: string;
  readonly password: string;
  /** A number of another jurisdiction, which stays on the device. */
  readonly phone: string;
  readonly displayName: string;
  readonly personId: string;
  readonly session: Session;
  readonly location: LocationAnswer;
}

/** Where most readers of this will look first; another jurisdiction's people live in the first of its countries. */
const FAMILIAR: readonly string[] = ['NL', 'SG'];

/** Where the made-up person of a jurisdiction lives. */
export function residenceIn(jurisdiction: JurisdictionId): string {
  const countries: readonly string[] = JURISDICTIONS[jurisdiction].countries;
  return countries.find((country) => FAMILIAR.includes(country)) ?? countries[0] ?? '';
}

const MAINLAND_CHINA = 'CN';
const MAINLAND_CHINA_MOBILE = '+86138';
/** The emulator sends no mail, and takes this code. */
export const CODE = '123456';

/** Registers a person at their home through the API, and lets them write their profile. */
export async function registerPerson(cells: CellAddresses, jurisdiction: JurisdictionId): Promise<Person> {
  try {
    return await register(cells, jurisdiction);
  } catch (error) {
    if (!(error instanceof DomicileError) || error instanceof ClaimError) throw error;
    throw new LocalError(
      'ApiFailed',
      `the API of cell '${jurisdiction}' failed a person who belongs there: ${error.message}`,
      {
        cause: error,
      },
    );
  }
}

async function register(cells: CellAddresses, jurisdiction: JurisdictionId): Promise<Person> {
  let asked = 0;
  const livesThere = () => {
    asked += 1;
    return true;
  };
  const client = new DomicileClient({ cells, send, livesThere });
  const { email, password, residence } = madeUp(residenceIn(jurisdiction));
  const displayName = `Zoë “Tracer” ${random()}`;
  const phone = `${MAINLAND_CHINA_MOBILE}${String(randomInt(1e8)).padStart(8, '0')}`;
  const registration = await client.register({ residence, email, password, phone });
  if (asked !== 1) {
    throw new ClaimError(
      'NotAsked',
      `a person who lives in '${residence}', with a phone of '${MAINLAND_CHINA}', was asked ${asked} times where they live`,
    );
  }
  await client.confirm(registration, CODE);
  const { personId } = registration;
  const session = await client.signIn(registration.jurisdiction, personId, password);
  await acceptTerms(client, session);
  await client.writeProfile(session, { displayName });
  const profile = await client.readProfile(session);
  if (registration.jurisdiction !== jurisdiction || profile.displayName !== displayName) {
    throw new ClaimError(
      'PersonNotAtHome',
      `a person who lives in '${residence}' was registered in '${registration.jurisdiction}' and reads a profile that is not theirs`,
    );
  }
  await changeConsents(client, session);
  const location = await client.locate(session);
  return { jurisdiction, email, password, phone, displayName, personId, session, location };
}

/** Accepts what is in force at home; the cell has to keep everything else closed until then. */
async function acceptTerms(client: DomicileClient, session: Session): Promise<void> {
  const before = await client.readProfile(session).then(
    () => 'open',
    (error: unknown) => (error instanceof DomicileError ? error.code : 'unknown'),
  );
  if (before !== 'terms_not_accepted') {
    throw new ClaimError(
      'OpenWithoutTerms',
      `a person of '${session.jurisdiction}' who had accepted no terms asked for their profile, and was answered '${before}'`,
    );
  }
  await client.acceptTerms(session, await client.readTerms(session.jurisdiction));
}

/** Gives a consent and withdraws it; both have to stay in the history. */
async function changeConsents(client: DomicileClient, session: Session): Promise<void> {
  await client.changeConsent(session, { purpose: 'productNews', given: true });
  await client.changeConsent(session, { purpose: 'productNews', given: false });
  const { history } = await client.readConsents(session);
  const changes = history.map(({ change }) => change).join(', ');
  if (changes !== 'given, withdrawn') {
    throw new ClaimError(
      'ConsentsForgotten',
      `a person of '${session.jurisdiction}' gave a consent and withdrew it, and their history has '${changes}'`,
    );
  }
}

/** Asks every cell about a residence and a phone that disagrees with it; each has to answer the same. */
export async function askEveryCell(cells: CellAddresses): Promise<string> {
  const client = new DomicileClient({ cells, send });
  const phone = `${MAINLAND_CHINA_MOBILE}00000000`;
  const residences = JURISDICTION_IDS.map(residenceIn);
  const answers = await Promise.all(
    JURISDICTION_IDS.map(async (id) =>
      Promise.all(residences.map(async (residence) => client.residency(id, residence, phone))),
    ),
  );
  const different = new Set(answers.map((answer) => JSON.stringify(answer)));
  if (different.size > 1) {
    throw new ClaimError(
      'AnswersDiffer',
      `cells answered differently where people belong: ${[...different].join(', ')}`,
    );
  }
  return `each answered the same where people of ${residences.join(' and ')} belong, and asks those with a phone of ${MAINLAND_CHINA}`;
}

/** A registration that a cell refused, and the texts of the person, which may be nowhere. */
export interface Refusal {
  /** As a finished line says it. */
  readonly words: string;
  readonly texts: readonly TracedText[];
}

/** Tries to register people where they do not belong; each cell has to refuse, with the right reason. */
export async function refusePeople(cells: CellAddresses): Promise<Refusal[]> {
  const tries = JURISDICTION_IDS.flatMap((asked) => [
    ...JURISDICTION_IDS.filter((home) => home !== asked).map((home) => refuseForeigner(cells, asked, home)),
    refuseMainlandChina(cells, asked),
  ]);
  return Promise.all(tries);
}

async function refuseForeigner(cells: CellAddresses, asked: JurisdictionId, home: JurisdictionId): Promise<Refusal> {
  const person = madeUp(residenceIn(home));
  const { status, problem } = await registerAt(cells, asked, person);
  if (status !== 421 || problem.code !== 'other_jurisdiction' || problem.jurisdiction !== home) {
    throw new ClaimError(
      'NotRefused',
      `a person who lives in '${person.residence}' asked cell '${asked}' to register, and was answered ${status} '${problem.code}' naming '${problem.jurisdiction}' instead of 421 naming '${home}'`,
    );
  }
  return {
    words: `'${asked}' refused ${person.residence}: 421, named '${home}'`,
    texts: textsOf(`${asked} refused`, person),
  };
}

async function refuseMainlandChina(cells: CellAddresses, asked: JurisdictionId): Promise<Refusal> {
  const person = madeUp(MAINLAND_CHINA);
  const { status, problem } = await registerAt(cells, asked, person);
  if (status !== 403 || problem.code !== 'served_elsewhere') {
    throw new ClaimError(
      'NotRefused',
      `a person who lives in '${MAINLAND_CHINA}' asked cell '${asked}' to register, and was answered ${status} '${problem.code}'`,
    );
  }
  return {
    words: `'${asked}' refused ${MAINLAND_CHINA}: 403, ${problem.detail}`,
    texts: textsOf(`${asked} refused`, person),
  };
}

/** Asks one cell, as somebody would who uses no client of ours. */
async function registerAt(
  cells: CellAddresses,
  asked: JurisdictionId,
  person: RegistrationRequest,
): Promise<{ status: number; problem: Partial<ProblemAnswer> }> {
  const { endpoint, hostHeader } = cells[asked] ?? { endpoint: '' };
  const { method, path } = ROUTES['register-person'];
  const { status, body } = await send({
    method,
    url: new URL(path, endpoint),
    headers: { 'content-type': 'application/json', ...(hostHeader === undefined ? {} : { host: hostHeader }) },
    body: JSON.stringify(person),
  });
  return { status, problem: JSON.parse(body) as Partial<ProblemAnswer> };
}

/** The texts of a person by which anybody could be known, each of which rests at home and nowhere else. */
export function tracedTexts({ jurisdiction, email, personId }: Person): TracedText[] {
  return [
    { label: `e-mail of '${jurisdiction}'`, text: email },
    { label: `id of '${jurisdiction}'`, text: personId },
  ];
}

/** What can be read nowhere, not even at home: it never comes to rest, or is sealed under the person's own key. */
export function hiddenTexts({ jurisdiction, password, phone, displayName }: Person): TracedText[] {
  return [
    { label: `name of '${jurisdiction}'`, text: displayName },
    { label: `password of '${jurisdiction}'`, text: password },
    { label: `phone number of '${jurisdiction}'`, text: phone },
    { label: `phone number of '${jurisdiction}', without +`, text: phone.slice(1) },
  ];
}

function textsOf(whose: string, { email, password }: RegistrationRequest): TracedText[] {
  return [
    { label: `e-mail of somebody whom ${whose}`, text: email },
    { label: `password of somebody whom ${whose}`, text: password },
  ];
}

function madeUp(residence: string): RegistrationRequest {
  return {
    residence,
    email: `Tracer.${random()}@${residence.toLowerCase()}.example`,
    password: `Pa$$w0rd-${random()}`,
  };
}

function random(): string {
  return randomBytes(9).toString('hex');
}
