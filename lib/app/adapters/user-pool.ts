import {
  AdminDeleteUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Cell } from '../cell';
import type { Sessions } from '../erasure-ports';
import type { AccountRemoval, Accounts, SignInResult } from '../ports';
import { residenceConfirmedText } from '../residence-confirmed';
import { clientConfig } from './client-config';

/**
 * What anybody may ask of a user pool. These calls are unauthenticated: no role needs a right to make them.
 *
 * Cognito's answers are told apart by their names here, and those that would tell whether somebody is registered are
 * made one.
 */
export function accounts(cell: Cell, clientId: string): Accounts {
  const client = userPoolClient(cell);
  return {
    async signUp({ personId, residence, email, password, residenceConfirmed }) {
      try {
        await client.send(
          new SignUpCommand({
            ClientId: clientId,
            Username: personId,
            Password: password,
            UserAttributes: [
              { Name: 'email', Value: email },
              { Name: 'custom:residence', Value: residence },
              ...(residenceConfirmed === undefined
                ? []
                : [{ Name: 'custom:residenceConfirmed', Value: residenceConfirmedText(residenceConfirmed) }]),
            ],
          }),
        );
        return { kind: 'accepted' };
      } catch (error) {
        const name = nameOf(error);
        if (ADDRESS_KNOWN_OR_UNREACHABLE.has(name)) return { kind: 'accepted' };
        if (THROTTLED.has(name)) return { kind: 'throttled' };
        if (name === 'InvalidPasswordException') return { kind: 'password-rejected', reasons: passwordReasons(error) };
        if (name === 'InvalidParameterException') return { kind: 'rejected' };
        throw error;
      }
    },

    async confirm(personId, code) {
      try {
        await client.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: personId, ConfirmationCode: code }));
        return { kind: 'confirmed' };
      } catch (error) {
        return { kind: refusal(error, CONFIRMATION_REFUSED) };
      }
    },

    async signIn(identifier, password): Promise<SignInResult> {
      try {
        const { AuthenticationResult: result } = await client.send(
          new InitiateAuthCommand({
            ClientId: clientId,
            AuthFlow: 'USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: identifier, PASSWORD: password },
          }),
        );
        // A challenge (a password to be changed, a second factor) instead of tokens: nobody has signed in.
        if (result?.AccessToken === undefined || result.ExpiresIn === undefined) return { kind: 'refused' };
        return { kind: 'signed-in', accessToken: result.AccessToken, expiresIn: result.ExpiresIn };
      } catch (error) {
        return { kind: refusal(error, SIGN_IN_REFUSED) };
      }
    },
  };
}

/** Deletes accounts: the one call that needs a right, `cognito-idp:AdminDeleteUser` on this pool. */
export function accountRemoval(cell: Cell, userPoolId: string): AccountRemoval {
  const client = userPoolClient(cell);
  return {
    async remove(personId) {
      try {
        await client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: personId }));
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };
}

/** Ends sessions: it needs the right `cognito-idp:AdminUserGlobalSignOut` on this pool. */
export function accountSessions(cell: Cell, userPoolId: string): Sessions {
  const client = userPoolClient(cell);
  return {
    async end(personId) {
      try {
        await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: personId }));
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };
}

// A sign-up waits for the pre-sign-up trigger, which may start cold.
function userPoolClient(cell: Cell): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient(clientConfig(cell, 4_000));
}

const THROTTLED: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'TooManyFailedAttemptsException',
  'TooManyRequestsException',
]);

// A mail that cannot be delivered would be as telling as an address that exists.
const ADDRESS_KNOWN_OR_UNREACHABLE: ReadonlySet<string> = new Set([
  'AliasExistsException',
  'CodeDeliveryFailureException',
  'UsernameExistsException',
]);

const CONFIRMATION_REFUSED: ReadonlySet<string> = new Set([
  // The address was confirmed by somebody else already: Cognito says so only now.
  'AliasExistsException',
  'CodeMismatchException',
  'ExpiredCodeException',
  'InvalidParameterException',
  'NotAuthorizedException',
  'UserNotFoundException',
]);

const SIGN_IN_REFUSED: ReadonlySet<string> = new Set([
  'InvalidParameterException',
  'NotAuthorizedException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'UserNotFoundException',
]);

function refusal(error: unknown, refused: ReadonlySet<string>): 'refused' | 'throttled' {
  const name = nameOf(error);
  if (THROTTLED.has(name)) return 'throttled';
  if (refused.has(name)) return 'refused';
  throw error;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Cognito's words for what a password lacks, and ours. Its own message is never passed on. */
const PASSWORD_REASONS: readonly (readonly [RegExp, string])[] = [
  [/not long enough|length/i, 'is too short'],
  [/uppercase/i, 'needs a capital letter'],
  [/lowercase/i, 'needs a small letter'],
  [/numeric/i, 'needs a digit'],
  [/symbol/i, 'needs a symbol'],
];

function passwordReasons(error: unknown): string[] {
  const message = error instanceof Error ? error.message : '';
  return PASSWORD_REASONS.flatMap(([pattern, reason]) => (pattern.test(message) ? [reason] : []));
}
