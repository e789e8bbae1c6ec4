import { randomBytes } from 'node:crypto';
import type { CellAddresses } from '../client/cells';
import { DomicileClient, type Session } from '../client/domicile-client';
import { nodeSend } from '../client/send';
import type { LocationAnswer, ProblemAnswer, RegistrationRequest } from '../domain/api';
import { DomicileError } from '../domain/errors';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { ROUTES } from '../domain/routes';
import { ClaimError, LocalError } from './errors';
import type { TracedText } from './tracer/needles';

/** Somebody made up, with texts that nobody else has. */
export interface Person {
  readonly jurisdiction: JurisdictionId;
  readonly email: string;
  readonly password: string;
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
/** The emulator sends no mail, and takes this code. */
const CODE = '123456';

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
  const client = new DomicileClient({ cells });
  const { email, password, residence } = madeUp(residenceIn(jurisdiction));
  const displayName = `Zoë “Tracer” ${random()}`;
  const registration = await client.register({ residence, email, password });
  await client.confirm(registration, CODE);
  const { personId } = registration;
  const session = await client.signIn(registration.jurisdiction, personId, password);
  await client.writeProfile(session, { displayName });
  const profile = await client.readProfile(session);
  if (registration.jurisdiction !== jurisdiction || profile.displayName !== displayName) {
    throw new ClaimError(
      'PersonNotAtHome',
      `a person who lives in '${residence}' was registered in '${registration.jurisdiction}' and reads a profile that is not theirs`,
    );
  }
  return { jurisdiction, email, password, displayName, personId, session, location: await client.locate(session) };
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
  const { status, body } = await nodeSend({
    method,
    url: new URL(path, endpoint),
    headers: { 'content-type': 'application/json', ...(hostHeader === undefined ? {} : { host: hostHeader }) },
    body: JSON.stringify(person),
  });
  return { status, problem: JSON.parse(body) as Partial<ProblemAnswer> };
}

/** The texts of a person by which anybody could be known, each of which rests at home and nowhere else. */
export function tracedTexts({ jurisdiction, email, displayName, personId }: Person): TracedText[] {
  return [
    { label: `e-mail of '${jurisdiction}'`, text: email },
    { label: `name of '${jurisdiction}'`, text: displayName },
    { label: `id of '${jurisdiction}'`, text: personId },
  ];
}

/** What may rest nowhere, not even at home. */
export function secretText({ jurisdiction, password }: Person): TracedText {
  return { label: `password of '${jurisdiction}'`, text: password };
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
