import * as fc from 'fast-check';
import type { HttpEvent } from '../../../lib/app/http/request';
import type { Person } from '../../../lib/app/ports';
import { loggable, type Outcome } from '../../../lib/app/telemetry';
import { MOST_CHANGES } from '../../../lib/domain/consents';
import { JURISDICTIONS } from '../../../lib/domain/jurisdictions';
import { PROBLEMS, type ProblemCode } from '../../../lib/domain/problems';
import { ROUTES, type RouteId } from '../../../lib/domain/routes';
import { cellInMemory } from './every-route';
import { almostArchives, archiveIds, seedArchives } from './fuzz-archives';
import { almostConversations, idsAmong, opened, seedConversations } from './fuzz-conversations';
import { ACCESS_CLAIMS, REQUEST_ID } from './http';
import { MEMBER, PERSON, SOMEBODY_ELSE } from './memory';

/** Every generated text carries this, so that it is found wherever it comes out again. */
const MARK = 'qzx7';

const PASSWORD = `${MARK}-Correct-Horse`;

// Any code point, halves of surrogate pairs too. fast-check's own unit 'binary' takes 0.7 s to be made.
const unit = fc.oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0x10ffff })).map((point) => String.fromCodePoint(point));
const text = fc.string({ unit, maxLength: 40 }).map((any) => `${MARK}${any}`);
const hostile = fc.oneof(
  text,
  fc.constantFrom(
    `${MARK}@example.org`,
    `<script>${MARK}</script>`,
    `${MARK}\u0000\u202e\ud83d`,
    `../../${MARK}`,
    `{{${MARK}}}`,
    MARK.repeat(500),
  ),
);
const key = fc.oneof(
  hostile,
  fc.constantFrom('__proto__', 'constructor', 'toString', 'residence', 'email', 'password', 'personId', 'displayName'),
);
const value = fc.oneof(hostile, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const json = fc.oneof(value, fc.array(value, { maxLength: 5 }), fc.dictionary(key, value, { maxKeys: 6 }));

/** A body that a route takes, with some of its members spoilt. */
const member = (good: unknown) => fc.oneof({ weight: 3, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: json });
const ALMOST: Readonly<Partial<Record<RouteId, fc.Arbitrary<object>>>> = {
  'register-person': fc.record(
    {
      residence: fc.oneof(member('NL'), fc.constantFrom('SG', 'CN', 'ZZ')),
      email: member(`${MARK}@example.org`),
      password: fc.oneof(member(PASSWORD), fc.constant(MARK)),
      phoneCountry: member('SG'),
      residenceConfirmed: member(true),
    },
    { requiredKeys: ['residence', 'email'] },
  ),
  'confirm-registration': fc.record({ personId: member(PERSON), code: member('123456') }),
  'sign-in': fc.record({ identifier: member(PERSON), password: member(PASSWORD) }),
  'accept-terms': fc.record({
    version: member(JURISDICTIONS.eu.terms.version),
    language: member('en'),
    sha256: fc.oneof(member(JURISDICTIONS.eu.terms.sha256), fc.constant('0'.repeat(64))),
  }),
  'change-consent': fc.record({ purpose: member('productNews'), given: member(true) }),
  'write-profile': fc.record({ displayName: member(`${MARK}Anna`) }),
  ...almostConversations(member, `${MARK} hello`),
  ...almostArchives(member),
};
const almost = fc.oneof(...Object.values(ALMOST));
const anyBody = fc.oneof(
  hostile,
  fc.oneof(json, almost).map((any) => JSON.stringify(any)),
  almost.map((any) => `${JSON.stringify(any).slice(0, -1)},"${MARK}":{}}`),
  fc.constant(JSON.stringify({ displayName: MARK.repeat(5_000) })),
  fc.constant(undefined),
);
const JSON_TYPE = { 'Content-Type': 'application/json' };
const CONTENT_TYPES = [{}, { 'content-type': 'text/plain' }, JSON_TYPE, JSON_TYPE, JSON_TYPE, JSON_TYPE];
const among = idsAmong(hostile);
const headers = fc
  .tuple(
    fc.dictionary(hostile, hostile, { maxKeys: 3 }),
    among.headers,
    fc.constantFrom(...CONTENT_TYPES),
    fc.oneof(
      fc.constant({}),
      fc.constantFrom('"0"', '"7"', '"7"', '*', MARK).map((etag) => ({ 'if-match': etag })),
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as HttpEvent['headers']);
const query = fc.option(
  fc.oneof(
    fc.dictionary(key, hostile, { maxKeys: 3 }),
    fc.constantFrom('NL', 'SG', 'CN', 'ZZ', MARK).map((country) => ({ country })),
    fc.constantFrom('payments', 'miniPrograms', 'toString', MARK).map((feature) => ({ feature })),
    fc.constantFrom('NL', 'ZZ', MARK).map((phoneCountry) => ({ country: 'SG', phoneCountry })),
    among.page,
  ),
  { nil: undefined },
);
const claims = fc.oneof(
  { weight: 4, arbitrary: fc.constant(ACCESS_CLAIMS) },
  { weight: 1, arbitrary: fc.dictionary(key, value, { maxKeys: 4 }) },
  { weight: 1, arbitrary: hostile.map((username) => ({ ...ACCESS_CLAIMS, username })) },
  { weight: 1, arbitrary: hostile.map((token_use) => ({ ...ACCESS_CLAIMS, token_use })) },
);
const eventFor = (id: RouteId): fc.Arbitrary<HttpEvent> =>
  fc
    .record({
      body: fc.oneof(
        anyBody,
        (ALMOST[id] ?? almost).map((any) => JSON.stringify(any)),
      ),
      headers,
      queryStringParameters: query,
      claims,
      lambda: opened,
      pathParameters: fc.tuple(among.path, archiveIds(hostile)).map(([one, other]) => ({ ...one, ...other })),
      base64: fc.constantFrom(false, false, true),
      truly: fc.boolean(),
    })
    .chain(({ claims: jwt, lambda, base64, truly, ...parts }) =>
      fc.oneof(hostile, fc.constantFrom(...Object.values(ROUTES).map(({ path }) => path))).map((rawPath) => ({
        ...parts,
        body: base64 && truly && parts.body !== undefined ? Buffer.from(parts.body).toString('base64') : parts.body,
        isBase64Encoded: base64,
        rawPath,
        requestContext: { requestId: REQUEST_ID, authorizer: { jwt: { claims: jwt }, lambda } },
      })),
    );

/** Routes that answer what people wrote: their profile, and their messages to whoever has a key. */
const WRITTEN: readonly RouteId[] = ['read-profile', 'write-profile', 'read-own-log', 'read-log'];

/** Somebody of whom no more consent can be recorded. */
const CHANGE = {
  purpose: 'usageStatistics',
  change: 'withdrawn',
  version: '2026-11-01',
  at: '2026-11-01T08:00:00.000Z',
} as const;
const FULL: Person = { ...MEMBER, consents: Array.from({ length: MOST_CHANGES }, () => CHANGE) };

/**
 * Sends generated requests to routes of one cell in memory, in any order. Each is answered with a success or a problem of
 * the caller's; what was sent comes back in no refusal, and is in no entry of the log.
 *
 * @returns the outcomes that were met
 */
export async function fuzz(ids: readonly RouteId[], numRuns: number, seed?: number): Promise<Set<Outcome>> {
  const outcomes = new Set<Outcome>();
  const requests = fc.array(fc.oneof(...ids.map((id) => fc.tuple(fc.constant(id), eventFor(id)))), {
    minLength: 1,
    maxLength: 6,
  });
  const property = fc.asyncProperty(requests, fc.constantFrom(undefined, MEMBER, FULL), async (sent, person) => {
    const unused = [PERSON];
    const { handlers, conversations, archives, entries } = cellInMemory(
      'eu',
      () => unused.shift() ?? SOMEBODY_ELSE,
      person === undefined ? {} : { [PERSON]: person },
    );
    if (person !== undefined) {
      await seedConversations(conversations, person === FULL);
      await seedArchives(archives);
    }
    for (const [id, one] of sent) {
      const response = await handlers[id](one);
      // Nothing else is answered as it was sent.
      if (response.statusCode !== 200 || !WRITTEN.includes(id)) expect(JSON.stringify(response)).not.toContain(MARK);
      if (response.statusCode >= 300) assertProblem(response);
    }
    expect(entries.map(loggable)).toEqual(entries);
    expect(JSON.stringify(entries)).not.toContain(MARK);
    for (const { outcome } of entries) outcomes.add(outcome);
  });
  await fc.assert(property, { numRuns, ...(seed !== undefined && { seed }) });
  return outcomes;
}

function assertProblem({
  statusCode,
  headers: { 'content-type': type },
  body: document,
}: {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}): void {
  const problem = JSON.parse(document ?? '') as { readonly code: ProblemCode };
  const { status, title } = PROBLEMS[problem.code];
  expect({ type, problem }).toEqual({
    type: 'application/problem+json',
    problem: expect.objectContaining({
      type: `https://domicile.example/problems/${problem.code}`,
      title,
      status: statusCode,
      detail: expect.any(String),
      requestId: REQUEST_ID,
    }),
  });
  expect(status).toBe(statusCode);
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(statusCode).toBeLessThan(500);
}
