import { clientConfig } from '../../../lib/app/adapters/client-config';
import { unconfirmedAccounts } from '../../../lib/app/adapters/unconfirmed-accounts';
import { accountRemoval, accounts } from '../../../lib/app/adapters/user-pool';
import { cellOf } from '../../../lib/app/cell';
import { isResidenceConfirmedText } from '../../../lib/app/residence-confirmed';
import { HOME_REGION, JURISDICTION_IDS } from '../../../lib/domain/jurisdictions';
import { awsOnLoopback, failed, said } from '../support/aws';
import { PERSON } from '../support/memory';

const HOME = 'eu-central-1';
const EMAIL = 'anna@example.org';
const PASSWORD = 'Correct-Horse-9';
const THROTTLED = { kind: 'throttled' };
const REFUSED = { kind: 'refused' };
const ACCEPTED = { kind: 'accepted' };

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());
afterEach(() => jest.restoreAllMocks());

const pool = () => accounts(cellOf('eu'), 'client-1');
const signUp = () => pool().signUp({ personId: PERSON, residence: 'NL', email: EMAIL, password: PASSWORD });
const confirm = () => pool().confirm(PERSON, '123456');
const signIn = () => pool().signIn(EMAIL, PASSWORD);
const remove = () => accountRemoval(cellOf('eu'), 'eu-central-1_pool').remove(PERSON);

// Unsigned calls show no region, so this is asked of what every client is made with.
it.each(JURISDICTION_IDS)('the clients of the cell %s are bound to its home region', (jurisdiction) => {
  expect(clientConfig(cellOf(jurisdiction), 3_000)).toMatchObject({ region: HOME_REGION[jurisdiction] });
});

describe('the calls to the user pool', () => {
  it.each([
    [
      'SignUp',
      signUp,
      {
        ClientId: 'client-1',
        Username: PERSON,
        Password: PASSWORD,
        UserAttributes: [
          { Name: 'email', Value: EMAIL },
          { Name: 'custom:residence', Value: 'NL' },
        ],
      },
      undefined,
    ],
    ['ConfirmSignUp', confirm, { ClientId: 'client-1', Username: PERSON, ConfirmationCode: '123456' }, undefined],
    [
      'InitiateAuth',
      signIn,
      {
        ClientId: 'client-1',
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: EMAIL, PASSWORD },
      },
      undefined,
    ],
    ['AdminDeleteUser', remove, { UserPoolId: 'eu-central-1_pool', Username: PERSON }, HOME],
  ] as const)(
    '%s carries what it has to, and is signed, for the home region, only if it needs a right',
    async (operation, call, input, signedFor) => {
      aws.answers(said({}));
      await call();
      expect(aws.calls).toEqual([{ operation, input, signedFor }]);
    },
  );
});

it('a sign-up carries what the person answered when their phone disagreed, in the form that the trigger takes', async () => {
  aws.answers(said({}));
  const residenceConfirmed = { phoneCountry: 'SG', at: '2026-11-24T12:00:00.000Z' };
  await pool().signUp({ personId: PERSON, residence: 'NL', email: EMAIL, password: PASSWORD, residenceConfirmed });
  const value = 'SG 2026-11-24T12:00:00.000Z';
  const attributes = [
    { Name: 'email', Value: EMAIL },
    { Name: 'custom:residence', Value: 'NL' },
    { Name: 'custom:residenceConfirmed', Value: value },
  ];
  expect(aws.calls.map(({ input }) => input)).toEqual([expect.objectContaining({ UserAttributes: attributes })]);
  expect(isResidenceConfirmedText(value)).toBe(true);
});

describe('an answer of the user pool', () => {
  it.each([
    ['a sign-up', 'UsernameExistsException', signUp, ACCEPTED],
    ['a sign-up', 'AliasExistsException', signUp, ACCEPTED],
    ['a sign-up', 'CodeDeliveryFailureException', signUp, ACCEPTED],
    ['a sign-up', 'InvalidParameterException', signUp, { kind: 'rejected' }],
    ['a sign-up', 'TooManyRequestsException', signUp, THROTTLED],
    ['a sign-up', 'LimitExceededException', signUp, THROTTLED],
    ['a confirmation', 'CodeMismatchException', confirm, REFUSED],
    ['a confirmation', 'ExpiredCodeException', confirm, REFUSED],
    ['a confirmation', 'UserNotFoundException', confirm, REFUSED],
    ['a confirmation', 'NotAuthorizedException', confirm, REFUSED],
    ['a confirmation', 'AliasExistsException', confirm, REFUSED],
    ['a confirmation', 'InvalidParameterException', confirm, REFUSED],
    ['a confirmation', 'TooManyFailedAttemptsException', confirm, THROTTLED],
    ['a sign-in', 'NotAuthorizedException', signIn, REFUSED],
    ['a sign-in', 'UserNotFoundException', signIn, REFUSED],
    ['a sign-in', 'UserNotConfirmedException', signIn, REFUSED],
    ['a sign-in', 'PasswordResetRequiredException', signIn, REFUSED],
    ['a sign-in', 'InvalidParameterException', signIn, REFUSED],
    ['a sign-in', 'TooManyRequestsException', signIn, THROTTLED],
    ['a removal', 'UserNotFoundException', remove, undefined],
  ])('to %s that is %s becomes one that tells nothing more', async (_what, name, call, expected) => {
    // The SDK repeats a throttled call once, after a random part of a second: here, after none.
    jest.spyOn(Math, 'random').mockReturnValue(0);
    aws.answers(failed(name), failed(name));
    expect(await call()).toEqual(expected);
  });

  it.each([
    ['Password did not conform with policy: Password not long enough', ['is too short']],
    [
      'Password did not conform with policy: Password must have length greater than or equal to 12; Password must have uppercase characters',
      ['is too short', 'needs a capital letter'],
    ],
    ['Password did not conform with policy: Password must have lowercase characters', ['needs a small letter']],
    ['Password did not conform with policy: Password must have numeric characters', ['needs a digit']],
    ['Password did not conform with policy: Password must have symbol characters', ['needs a symbol']],
    [`${PASSWORD} cannot be used for security reasons`, []],
  ])('about a password is told in our words: %s', async (message, reasons) => {
    aws.answers(failed('InvalidPasswordException', message));
    expect(await signUp()).toEqual({ kind: 'password-rejected', reasons });
  });

  it('with tokens lets somebody in, and keeps the id and refresh tokens', async () => {
    const tokens = { AccessToken: 'a.b.c', IdToken: 'd.e.f', RefreshToken: 'g', ExpiresIn: 300, TokenType: 'Bearer' };
    aws.answers(said({ AuthenticationResult: tokens }));
    expect(await signIn()).toEqual({ kind: 'signed-in', accessToken: 'a.b.c', expiresIn: 300 });
  });

  it('with a challenge lets nobody in', async () => {
    aws.answers(said({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's' }));
    expect(await signIn()).toEqual(REFUSED);
  });

  it.each([
    ['a sign-up', 'UserLambdaValidationException', signUp],
    ['a sign-up', 'NotAuthorizedException', signUp],
    ['a confirmation', 'ResourceNotFoundException', confirm],
    ['a sign-in', 'ResourceNotFoundException', signIn],
    ['a removal', 'NotAuthorizedException', remove],
  ])('to %s that nobody expects is thrown: %s', async (_what, name, call) => {
    aws.answers(failed(name));
    await expect(call()).rejects.toMatchObject({ name });
  });
});

it('finds accounts that nobody has confirmed, page by page, whatever the filter lets pass, and asks for no address', async () => {
  const user = (Username: string, UserStatus: string) => ({ Username, UserStatus, UserCreateDate: 1_795_521_600 });
  aws.answers(
    said({ Users: [user('a', 'UNCONFIRMED'), user('b', 'CONFIRMED')], PaginationToken: 'next' }),
    said({ Users: [user('c', 'FORCE_CHANGE_PASSWORD'), user('d', 'UNCONFIRMED')] }),
  );
  const found: object[] = [];
  for await (const one of unconfirmedAccounts(cellOf('eu'), 'eu-central-1_pool').unconfirmed()) found.push(one);
  const createdAt = 1_795_521_600_000;
  expect(found).toEqual([
    { personId: 'a', createdAt },
    { personId: 'd', createdAt },
  ]);
  const input = {
    UserPoolId: 'eu-central-1_pool',
    Filter: 'cognito:user_status = "UNCONFIRMED"',
    AttributesToGet: ['sub'],
  };
  expect(aws.calls.map(({ input: asked }) => asked)).toEqual([input, { ...input, PaginationToken: 'next' }]);
});
