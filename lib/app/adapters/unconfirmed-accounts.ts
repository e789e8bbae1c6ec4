import { CognitoIdentityProviderClient, paginateListUsers } from '@aws-sdk/client-cognito-identity-provider';
import type { Cell } from '../cell';
import type { UnconfirmedAccounts } from '../ports';
import { clientConfig } from './client-config';

/**
 * Finds accounts that are not confirmed: it needs the right `cognito-idp:ListUsers` on this pool, and asks for no attribute that
 * says who somebody is.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
export function unconfirmedAccounts(cell: Cell, userPoolId: string): UnconfirmedAccounts {
  const client = new CognitoIdentityProviderClient(clientConfig(cell, 4_000));
  return {
    async *unconfirmed() {
      const input = {
        UserPoolId: userPoolId,
        Filter: 'cognito:user_status = "UNCONFIRMED"',
        AttributesToGet: ['sub'],
      };
      // All of them are listed before the first is removed: a list that shrinks while it is read has gaps.
      const found = [];
      for await (const { Users: users = [] } of paginateListUsers({ client }, input)) found.push(...users);
      for (const { Username: personId, UserStatus: status, UserCreateDate: created } of found) {
        // What is removed is not left to a filter alone.
        if (status !== 'UNCONFIRMED' || personId === undefined || created === undefined) continue;
        yield { personId, createdAt: created.getTime() };
      }
    },
  };
}
