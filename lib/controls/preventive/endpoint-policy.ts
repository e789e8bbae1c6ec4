import { askedByFunctions } from './cell-actions';
import type { Place, Statement } from './policy';

/** The services that functions reach from their subnets, each through an endpoint. */
export const ENDPOINT_SERVICES = ['cognito-idp', 'dynamodb', 'kms', 's3', 'states'] as const;
export type EndpointService = (typeof ENDPOINT_SERVICES)[number];

/**
 * What anybody signs up, confirms and signs in with. Cognito takes these calls unsigned, so that no principal is known.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
const UNSIGNED_ACCOUNT_CALLS = ['cognito-idp:ConfirmSignUp', 'cognito-idp:InitiateAuth', 'cognito-idp:SignUp'] as const;

/**
 * What passes an endpoint: this account's principals, this account's resources, and the actions that the cell's functions
 * need. It names no resource of another stack, so that the network can be deployed first.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */
export function endpointPolicy(service: EndpointService, { account }: Pick<Place, 'account'>): Statement[] {
  const own: Statement = {
    Sid: 'OwnPrincipalsAndResources',
    Effect: 'Allow',
    Principal: '*',
    Action: askedByFunctions(service),
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
  };
  if (service !== 'cognito-idp') return [own];
  return [
    own,
    {
      Sid: 'UnsignedCallsOfPeople',
      Effect: 'Allow',
      Principal: '*',
      Action: UNSIGNED_ACCOUNT_CALLS,
      Resource: '*',
    },
  ];
}
