import { CHANNELS, type ChannelId } from '../../../catalogue/catalogue';
import { type IamAction, isCovered } from '../../../catalogue/channel';
import { needOf } from '../needed-actions';
import { deny, type GuardStatement } from './guard-statement';
import type { GuardedAccount } from './guarded-account';
import { butFor, ROLE_TITLES } from './principals';

/**
 * Actions that do nothing but lead somewhere, and the key that says where to. A condition on the key lets pass a request that has
 * none, as it must where the same action has other uses; of these there is no other use, so that a missing key is no answer.
 *
 * The keys: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ALWAYS_NAMED = {
  'account:EnableRegion': 'account:TargetRegion',
  'cloudformation:CreateStackInstances': 'cloudformation:TargetRegion',
  'dsql:PutWitnessRegion': 'dsql:WitnessRegion',
  'events:CreateEndpoint': 'events:EventBusArn',
  'kms:ReplicateKey': 'kms:ReplicaRegion',
  'kms:UpdatePrimaryRegion': 'kms:PrimaryRegion',
  'networkmanager:CreateDirectConnectGatewayAttachment': 'networkmanager:edgeLocations',
  'networkmanager:CreateSiteToSiteVpnAttachment': 'networkmanager:vpnConnectionArn',
  'networkmanager:CreateTransitGatewayPeering': 'networkmanager:tgwArn',
  'networkmanager:CreateVpcAttachment': 'networkmanager:vpcArn',
  'redshift:AssociateDataShareConsumer': 'redshift:ConsumerArn',
  'route53:ChangeResourceRecordSets': 'route53:ChangeResourceRecordSetsNormalizedRecordNames',
  'secretsmanager:ReplicateSecretToRegions': 'secretsmanager:AddReplicaRegions',
  'ses:ReplicateEmailIdentityDkimSigningKey': 'ses:ReplicaRegion',
} as const satisfies Readonly<Record<IamAction, string>>;

/** Whether a request without the key is one that does not say where it leads. */
export function isAlwaysNamed(action: string, key: string): boolean {
  return Object.hasOwn(ALWAYS_NAMED, action) && ALWAYS_NAMED[action as keyof typeof ALWAYS_NAMED] === key;
}

/**
 * Refuses what leads somewhere and does not say where to, by keys that hold a list: where none is, no value of it matches a
 * condition. A condition on any other key refuses both.
 */
export function unnamedDestinations(account: GuardedAccount): GuardStatement[] {
  const lists = Object.entries(ALWAYS_NAMED).filter(([, key]) => !HOLD_ONE.has(key));
  return lists.map(([action, key]): GuardStatement => {
    const need = needOf(action);
    const roles = need === undefined || need.for === 'everybody' ? [] : need.for;
    return {
      statement: deny(
        `Unnamed${action.replace(':', '')}`,
        { Action: action },
        { Null: { [key]: 'true' } },
        ...(roles.length === 0 ? [] : [butFor(roles, account)]),
      ),
      because: `${key} is in every such request; one without it would lead nobody knows where`,
      channels: channelsOf(action),
      exempt:
        roles.length === 0
          ? []
          : [
              {
                what: `${action} by ${roles.map((role) => ROLE_TITLES[role]).join(' or ')}`,
                because: need?.because ?? '',
              },
            ],
    };
  });
}

/** Keys of the catalogue's conditions that hold one value. */
const HOLD_ONE: ReadonlySet<string> = new Set(
  CHANNELS.flatMap(({ preventive }) => (isCovered(preventive) ? preventive.denies : [])).flatMap(({ when }) =>
    when === undefined || when.holdsSeveral === true ? [] : [when.key],
  ),
);

function channelsOf(action: string): ChannelId[] {
  return CHANNELS.filter(
    ({ preventive }) =>
      isCovered(preventive) && preventive.denies.some(({ actions }) => actions.some((one) => one === action)),
  ).map(({ id }) => id);
}
