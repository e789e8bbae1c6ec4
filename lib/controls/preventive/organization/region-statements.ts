import { CHANNELS, type ChannelId } from '../../../catalogue/catalogue';
import { type Deny, isCovered } from '../../../catalogue/channel';
import { cellName } from '../../../domain/cell';
import { GLOBAL_ACTIONS, LANDING_ZONE, UNDO_ABROAD } from './global-actions';
import { deny, type Exemption, type GuardStatement, oneOrAll } from './guard-statement';
import { type GuardedAccount, isShared, regionsOf } from './guarded-account';
import { butFor, ROLE_TITLES, rolesOfCell } from './principals';

/**
 * Whether a call is authorised in the region that it would carry data to, so that a limit on regions stops it, wholly or as far as
 * a policy can, and it must stay free at home.
 */
export function isStoppedByRegions({ authorisedIn, strength, when }: Deny): boolean {
  return when === undefined && authorisedIn === 'destination' && (strength === 'region-deny' || strength === 'partly');
}

/**
 * The limits on regions of an account. `aws:RequestedRegion` is in every request, so that a negated operator never meets a
 * missing key; it is `unspecified` for a global inference profile, and the name of an opt-in region or of one in another
 * partition like any other, none of which is in a list of what is allowed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 */
export function regionStatements(account: GuardedAccount): GuardStatement[] {
  const regions = regionsOf(account);
  const abroad = { StringNotEquals: { 'aws:RequestedRegion': oneOrAll(regions) } };
  const elsewhere = GLOBAL_ACTIONS.filter(({ alsoServedElsewhere = false }) => alsoServedElsewhere);
  return [
    {
      statement: deny(
        'NothingAbroad',
        {
          NotAction: [...GLOBAL_ACTIONS.flatMap(({ actions }) => actions), ...LANDING_ZONE, ...UNDO_ABROAD].toSorted(),
        },
        abroad,
      ),
      because: `data of this account rests in ${regions.join(' and ')} only, so every call in another region is refused`,
      channels: channelsStoppedByRegions(account),
      exempt: GLOBAL_ACTIONS.map(({ actions, because }): Exemption => ({ what: actions.join(', '), because })),
    },
    {
      statement: deny(
        'GlobalServicesInOnePlace',
        { Action: elsewhere.flatMap(({ actions }) => actions).toSorted() },
        { StringNotEquals: { 'aws:RequestedRegion': [...new Set([...regions, 'us-east-1'])] } },
      ),
      because: 'what is left out for global services is left out where AWS serves them, and not in every region',
      channels: ['sts-global-endpoint'],
    },
    {
      statement: deny(
        'NothingAbroadButLandingZone',
        { Action: [...LANDING_ZONE] },
        abroad,
        butFor(['control-tower'], account),
      ),
      because: 'AWS Control Tower makes its own trail, rules and records in each region that it governs',
      channels: [],
      exempt: [
        { what: ROLE_TITLES['control-tower'], because: 'without these actions it could not set up the account' },
      ],
    },
    {
      statement: deny('NothingAbroadButUndo', { Action: [...UNDO_ABROAD] }, abroad, butFor(['undo'], account)),
      because: 'a copy that has arrived abroad must be taken away there',
      channels: [],
      exempt: [{ what: ROLE_TITLES.undo, because: 'each of these actions removes a copy, or finds it' }],
    },
    ...(isShared(account) ? cellStatements(account) : []),
  ];
}

/** Where several cells share an account, each one's roles are limited to its own regions: all others stay free between them. */
function cellStatements(account: GuardedAccount): GuardStatement[] {
  return account.cells.map(({ jurisdiction, regions }, index) => ({
    statement: deny(
      `NothingAbroadFor${cellName(jurisdiction)}`,
      { NotAction: GLOBAL_ACTIONS.flatMap(({ actions }) => actions).toSorted() },
      { StringNotEquals: { 'aws:RequestedRegion': oneOrAll(regions) } },
      { ArnLike: { 'aws:PrincipalArn': rolesOfCell(account, index) } },
    ),
    because: `another cell in this account has a region of its own, which is abroad for the roles of '${jurisdiction}'`,
    channels: [],
  }));
}

/** In an account of several cells a limit on regions stops nothing between them, and so closes no channel. */
function channelsStoppedByRegions(account: GuardedAccount): ChannelId[] {
  if (isShared(account)) return [];
  return CHANNELS.filter(
    ({ id, preventive }) =>
      CARRIED_BY_OWN_ROLES.includes(id) ||
      (isCovered(preventive) &&
        (preventive.strength === 'region-deny' || preventive.denies.some((one) => isStoppedByRegions(one)))),
  ).map(({ id }) => id);
}

/**
 * Channels that are set up at home and carry data with a role of the account, by a call in the destination: that call is refused,
 * whoever set it up, so that setting up what stays at home is left to everybody.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const CARRIED_BY_OWN_ROLES: readonly ChannelId[] = [
  'eventbridge-pipes',
  'lambda-event-and-destination-arns',
  'scheduler-target',
];
