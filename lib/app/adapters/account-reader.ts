import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Cell } from '../cell';
import { residenceConfirmedOf } from '../residence-confirmed';
import type { AccountReader } from '../stores/collector';
import { clientConfig } from './client-config';

/** Reads accounts: it needs the right `cognito-idp:AdminGetUser` on this pool. */
export function accountReader(cell: Cell, userPoolId: string): AccountReader {
  const client = new CognitoIdentityProviderClient(clientConfig(cell, 4_000));
  return {
    async account(personId) {
      try {
        const { UserAttributes: attributes = [], UserCreateDate: created } = await client.send(
          new AdminGetUserCommand({ UserPoolId: userPoolId, Username: personId }),
        );
        const value = (name: string) => attributes.find((one) => one.Name === name)?.Value;
        const confirmed = residenceConfirmedOf(value('custom:residenceConfirmed') ?? '');
        return {
          kind: 'account',
          personId,
          email: value('email') ?? '',
          emailVerified: value('email_verified') === 'true',
          residence: value('custom:residence') ?? '',
          ...(confirmed !== undefined && { residenceConfirmed: confirmed }),
          createdAt: (created ?? new Date(0)).toISOString(),
        };
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },
  };
}
