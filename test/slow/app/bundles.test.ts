import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sealerWith } from '../../../lib/app/sealing';
import { JURISDICTIONS } from '../../../lib/domain/jurisdictions';
import { ROUTE_IDS, type RouteId } from '../../../lib/domain/routes';
import { type AwsAnswer, awsOnLoopback, said } from '../../app/support/aws';
import { eventOfPerson } from '../../app/support/http';
import { PERSON } from '../../app/support/memory';

const ROOT = path.resolve(__dirname, '../../..');
const MAX_BYTES = 700 * 1024;

/** Imports a bundle as Lambda does, calls its handler once, and prints what it answered after everything it logged. */
const CALL = `
  const [, bundle, event] = process.argv;
  const { handler } = await import(bundle);
  const answer = await handler(JSON.parse(event), { awsRequestId: '8f5d3e5c-4a43-4e0b-9a46-1d4a7f1f0c11' });
  console.log(JSON.stringify(answer));
`;

const STORE = {
  id: 'profiles',
  kind: 'table',
  holds: 'the profile that you wrote',
  personal: true,
  retention: { until: 'erasure', thenRecoverableForDays: 35 },
  key: 'person',
  legalBasis: 'contract',
  readers: ['you'],
};

let functions: string;
let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: ROOT });
  functions = mkdtempSync(path.join(tmpdir(), 'domicile-functions-'));
  cpSync(path.join(ROOT, 'dist', 'functions'), functions, { recursive: true });
  writeFileSync(path.join(functions, 'locate-data', 'stores.json'), JSON.stringify([STORE]));
  aws = await awsOnLoopback();
});
afterAll(() => {
  aws.close();
  rmSync(functions, { recursive: true });
});

async function call(id: string, event: object, environment: object = {}): Promise<{ answer: unknown; logged: string }> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', CALL, path.join(functions, id, 'index.mjs'), JSON.stringify(event)],
    {
      env: {
        ...process.env,
        AWS_REGION: 'eu-central-1',
        PROFILES_TABLE: 'profiles',
        USER_POOL_ID: 'eu-central-1_pool',
        USER_POOL_CLIENT_ID: 'client-1',
        PERSON_KEYS_TABLE: 'keys',
        PERSON_KEY: 'arn:aws:kms:eu-central-1:111111111111:key/person',
        JOBS_TABLE: 'jobs',
        RECEIPTS_TABLE: 'receipts',
        ERASURE_WORKFLOW: 'arn:aws:states:eu-central-1:111111111111:stateMachine:erasure',
        ...environment,
      },
    },
  );
  const lines = stdout.trimEnd().split('\n');
  return { answer: JSON.parse(lines.at(-1) ?? ''), logged: [...lines.slice(0, -1), stderr].join('\n') };
}

const TOKENS = { AuthenticationResult: { AccessToken: 'a.b.c', ExpiresIn: 300 } };
const TERMS = JURISDICTIONS.eu.terms;
const DATA_KEY = Buffer.alloc(32, 7);
const sealer = sealerWith(DATA_KEY, { cell: 'Eu', personId: PERSON });
const sealed = (value: object, place: string) => ({ S: sealer.seal(JSON.stringify(value), `profiles/${place}`) });
const ITEM = {
  personId: { S: PERSON },
  profile: sealed({ displayName: 'Anna', updatedAt: 'now' }, 'profile'),
  version: { N: '1' },
  terms: { L: [sealed({ ...TERMS, acceptedAt: 'then' }, 'terms')] },
};
const CONSENT = sealed({ purpose: 'productNews', change: 'given', version: '2026-11-01', at: 'then' }, 'consents');
const WRAPPED = Buffer.from('wrapped').toString('base64');
/** What a function is answered that opens what somebody has sealed, and what it asks for that. */
const OPENED = [
  said({ Item: { personId: { S: PERSON }, wrapped: { B: WRAPPED } } }),
  said({ Plaintext: DATA_KEY.toString('base64') }),
];
const OPENING = ['GetItem', 'GetItem', 'Decrypt'];
const json = { 'content-type': 'application/json' };
const post = (body: object) => ({ ...eventOfPerson({ json: body }), headers: json });

describe('a bundle', () => {
  it('has at most 700 KB, whichever function it is', () => {
    const sizes = readdirSync(functions).map((id) => ({
      id,
      bytes: statSync(path.join(functions, id, 'index.mjs')).size,
    }));
    expect(sizes.filter(({ bytes }) => bytes > MAX_BYTES)).toEqual([]);
    expect(sizes.map(({ id }) => id)).toEqual(expect.arrayContaining([...ROUTE_IDS, 'pre-sign-up']));
  });

  it('reads no phone number: that is done on the device of the person', () => {
    const reading = readdirSync(functions).filter((id) =>
      /getPossibleCountries|isNonGeographic/.test(readFileSync(path.join(functions, id, 'index.mjs'), 'utf8')),
    );
    expect(reading).toEqual([]);
  });

  it.each<[RouteId, object, AwsAnswer[], number, string[]]>([
    ['status', eventOfPerson(), [], 200, []],
    ['residency', eventOfPerson({ queryStringParameters: { country: 'NL' } }), [], 200, []],
    ['features', eventOfPerson(), [], 200, []],
    [
      'register-person',
      post({ residence: 'NL', email: 'anna@example.org', password: 'Correct-Horse-9' }),
      [said({})],
      202,
      ['SignUp'],
    ],
    ['confirm-registration', post({ personId: PERSON, code: '123456' }), [said({})], 200, ['ConfirmSignUp']],
    ['sign-in', post({ identifier: PERSON, password: 'Correct-Horse-9' }), [said(TOKENS)], 200, ['InitiateAuth']],
    ['read-terms', eventOfPerson(), [], 200, []],
    [
      'accept-terms',
      post(TERMS),
      [
        said({}),
        said({}),
        said({ Plaintext: DATA_KEY.toString('base64'), CiphertextBlob: WRAPPED }),
        said({}),
        said({ Attributes: ITEM }),
      ],
      200,
      ['GetItem', 'GetItem', 'GenerateDataKey', 'PutItem', 'UpdateItem'],
    ],
    ['read-consents', eventOfPerson(), [said({ Item: ITEM }), ...OPENED], 200, OPENING],
    [
      'change-consent',
      post({ purpose: 'productNews', given: false }),
      [said({ Item: { ...ITEM, consents: { L: [CONSENT] } } }), ...OPENED, said({ Attributes: ITEM })],
      200,
      [...OPENING, 'UpdateItem'],
    ],
    ['read-profile', eventOfPerson(), [said({ Item: ITEM }), ...OPENED], 200, OPENING],
    [
      'write-profile',
      post({ displayName: 'Anna' }),
      [said({ Item: ITEM }), ...OPENED, said({ Attributes: ITEM })],
      200,
      [...OPENING, 'UpdateItem'],
    ],
    [
      'erase-person',
      eventOfPerson(),
      [said({}), said({}), said({ executionArn: 'arn', startDate: 1 })],
      202,
      ['TransactWriteItems', 'GetItem', 'StartExecution'],
    ],
    ['locate-data', eventOfPerson(), [said({ Item: ITEM }), ...OPENED], 200, OPENING],
    ['fallback', eventOfPerson({ rawPath: '/me' }), [], 405, []],
  ])('of %s runs, asks AWS for what it may, and logs nobody', async (id, event, answers, statusCode, operations) => {
    aws.answers(...answers);
    const { answer, logged } = await call(id, event);
    expect(answer).toMatchObject({ statusCode });
    expect(aws.calls.map(({ operation }) => operation)).toEqual(operations);
    expect(logged).toContain(`"route":"${id}"`);
    expect(logged).not.toMatch(new RegExp(`anna|horse|a\\.b\\.c|${PERSON}`, 'i'));
  });

  it('of the trigger lets in who belongs here', async () => {
    const event = { userName: PERSON, request: { userAttributes: { 'custom:residence': 'NL' } } };
    expect((await call('pre-sign-up', event)).answer).toEqual(event);
  });

  it('starts in no region that is nobody’s home', async () => {
    const starts = ROUTE_IDS.map(async (id) =>
      call(id, eventOfPerson(), { AWS_REGION: 'us-east-1' }).then(
        () => 'started',
        (error: { stderr: string }) => /code: '(\w+)'/.exec(error.stderr)?.[1],
      ),
    );
    const codes = Object.fromEntries((await Promise.all(starts)).map((code, at) => [ROUTE_IDS[at] ?? '', code]));
    expect(codes).toEqual(Object.fromEntries(ROUTE_IDS.map((id) => [id, 'NoHomeRegion'])));
    // A process for each route, on as few cores as there are.
  }, 30_000);
});
