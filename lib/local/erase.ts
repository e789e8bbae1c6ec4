import { setTimeout as delay } from 'node:timers/promises';
import type { CellAddresses } from '../client/cells';
import { DomicileClient } from '../client/domicile-client';
import type { ReceiptAnswer } from '../domain/api';
import { DomicileError } from '../domain/errors';
import { HOME_REGION, JURISDICTION_IDS, type JurisdictionId } from '../domain/jurisdictions';
import { ClaimError } from './errors';
import { hiddenTexts, type Person, tracedTexts } from './people';
import { send } from './send';
import type { Target } from './target';
import type { TracedText } from './tracer/needles';
import type { Seen } from './tracer/seen';
import { type RegionTrace, traceIn } from './tracer/trace';

/** Somebody who was erased, and what remains of that. */
export interface Erased {
  readonly person: Person;
  readonly receipt: ReceiptAnswer;
}

/** What an erasure takes, with the waits of its workflow shortened as they are here. */
const ERASED_WITHIN_MS = 90_000;

/** Has a person erased by their own token, and waits for the receipt; from the first answer on nothing is served to them. */
export async function eraseSomebody(cells: CellAddresses, person: Person): Promise<Erased> {
  const { jurisdiction, session, email, password } = person;
  const client = new DomicileClient({ cells, send });
  const { receiptId } = await client.erase(session);
  await refused('erased', client.readProfile(session), jurisdiction);
  const deadline = Date.now() + ERASED_WITHIN_MS;
  for (;;) {
    const receipt = await client.readReceipt(session, receiptId);
    if (receipt.state === 'done') {
      await refused('sign_in_refused', client.signIn(jurisdiction, email, password), jurisdiction);
      return { person, receipt };
    }
    if (Date.now() > deadline) {
      throw new ClaimError(
        'NotErased',
        `the erasure of a person of '${jurisdiction}' was not over after ${ERASED_WITHIN_MS / 1000} seconds; see the workflow's history`,
      );
    }
    await delay(200);
  }
}

async function refused(code: string, call: Promise<unknown>, jurisdiction: JurisdictionId): Promise<void> {
  const answer = await call.then(
    () => 'served',
    (error: unknown) => (error instanceof DomicileError ? error.code : 'unknown'),
  );
  if (answer !== code) {
    throw new ClaimError(
      'ErasedAndServed',
      `a person of '${jurisdiction}' who was erased was answered '${answer}' instead of '${code}'`,
    );
  }
}

/** Stores in which the id of an erased person stays for a day, beside nothing: it stops tokens that are still alive. */
const MARKED = /PersonKeys|Profiles/u;

/**
 * Searches every region for people who were erased.
 *
 * @param said what they wrote and sent
 * @param seen what was looked through before they were there
 * @returns where their ids are, which are in marks that say nothing else
 * @throws ClaimError `LeftBehind`, and `MarkNotFound` where not even the mark was found
 */
export async function searchForErased(
  target: Target,
  erased: readonly Erased[],
  said: readonly TracedText[],
  seen: Seen,
): Promise<readonly RegionTrace[]> {
  const textsOf = ({ person }: Erased): TracedText[] => [...tracedTexts(person), ...hiddenTexts(person)];
  const regions = await traceIn(
    target,
    JURISDICTION_IDS.map((id) => HOME_REGION[id]),
    [...erased.flatMap(textsOf), ...said],
    seen,
  );
  const marks = new Set(erased.map(({ person }) => idLabel(person)));
  const left = regions.flatMap(({ traces }) =>
    traces.filter(({ label, kind, store }) => !(marks.has(label) && kind === 'table' && MARKED.test(store))),
  );
  if (left.length > 0) {
    const where = left.map(
      ({ label, region, kind, store, where: at }) => `the ${label} is in '${region}', in ${kind} '${store}', ${at}`,
    );
    throw new ClaimError('LeftBehind', [...new Set(where)].join('\n'));
  }
  for (const { person } of erased) {
    if (!regions.some(({ traces }) => traces.some(({ label }) => label === idLabel(person)))) {
      throw new ClaimError(
        'MarkNotFound',
        `the mark of somebody of '${person.jurisdiction}' who was erased was not found: a search that does not find it proves nothing`,
      );
    }
  }
  return regions;
}

function idLabel({ jurisdiction }: Person): string {
  return `id of '${jurisdiction}'`;
}
