import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  paginateListGroups,
  paginateListUserPools,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, record, type Store } from './store';

/** User pools with every user and all of a user's attributes. */
export async function readUserPools(target: Target, region: string): Promise<Store[]> {
  const client = new CognitoIdentityProviderClient(sdkConfiguration(target, region));
  const pools = await all(paginateListUserPools({ client }, { MaxResults: 60 }), (page) => page.UserPools);
  return Promise.all(
    pools.map(async ({ Id }): Promise<Store> => {
      const UserPoolId = must(Id, 'a user pool');
      const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
      const users = await all(paginateListUsers({ client }, { UserPoolId }), (page) => page.Users);
      const groups = await all(paginateListGroups({ client }, { UserPoolId }), (page) => page.Groups);
      return {
        kind: 'user pool',
        id: UserPoolId,
        records: [
          record('description and groups', { UserPool, groups }),
          ...users.map((user, index) => record(`user ${index + 1}`, user)),
        ],
      };
    }),
  );
}
