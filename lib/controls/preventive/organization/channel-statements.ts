import { CHANNELS, type ChannelId } from '../../../catalogue/catalogue';
import { type Deny, type DenyCondition, isCovered } from '../../../catalogue/channel';
import { cellName } from '../../../domain/cell';
import type { Level } from '../../../domain/finding';
import { conditionOf } from '../channel-denies';
import { type ExemptRole, needOf } from '../needed-actions';
import type { Statement } from '../policy';
import { deny, type Exemption, type GuardStatement } from './guard-statement';
import { type GuardedAccount, type GuardedCell, isShared, regionsOf } from './guarded-account';
import { COPIES, narrowingOf, SECOND_LOCKS } from './narrowed';
import { butFor, ROLE_TITLES } from './principals';
import { isStoppedByRegions } from './region-statements';
import { isAlwaysNamed } from './unnamed-destinations';

/** An action that a channel is refused by. */
interface Refused {
  readonly action: string;
  readonly channel: ChannelId;
  readonly level: Level;
  readonly authorisedIn: Deny['authorisedIn'];
  readonly when: DenyCondition | undefined;
}

/**
 * What is refused in an account for each channel of the catalogue: by the condition key that names the destination where AWS has
 * one, else the whole action, but for who needs it.
 */
export function channelStatements(account: GuardedAccount): GuardStatement[] {
  const refused = refusedActions(account);
  const whole = refused.filter(({ when }) => when === undefined);
  return [
    ...wholeActions(account, whole),
    ...narrowedActions(account, whole),
    ...grouped(
      refused.filter(({ when }) => when !== undefined),
      ({ when }) => JSON.stringify(when),
    ).flatMap((group, index, all) => conditionalActions(account, group, index, all)),
  ];
}

function refusedActions(account: GuardedAccount): Refused[] {
  const fromCatalogue = CHANNELS.flatMap(({ id: channel, level, preventive }): Refused[] =>
    isCovered(preventive)
      ? preventive.denies
          .filter((one) => isShared(account) || !isStoppedByRegions(one))
          .flatMap((one) =>
            one.actions
              .filter((action) => !isStoppedByRegions(one) || COPIES.has(action))
              .map((action) => ({ action, channel, level, authorisedIn: one.authorisedIn, when: one.when })),
          )
      : [],
  );
  const secondLocks = Object.entries(SECOND_LOCKS).map(([action, channel]): Refused => {
    const level = CHANNELS.find(({ id }) => id === channel)?.level ?? 'content';
    return { action, channel, level, authorisedIn: 'source', when: undefined };
  });
  const refused = [...fromCatalogue, ...secondLocks].filter(
    ({ action, when }) => when !== undefined || needOf(action)?.for !== 'everybody',
  );
  return refused.map((one) => ({ ...one, level: gravest(refused.filter(({ action }) => action === one.action)) }));
}

/** An action stands in one statement, by the worst that it carries. */
function gravest(refused: readonly Refused[]): Level {
  const order = Object.keys(LEVELS) as Level[];
  return order.find((level) => refused.some((one) => one.level === level)) ?? 'content';
}

/** What channels carry, the worst first. */
const LEVELS = {
  content: 'content of people',
  keys: 'keys',
  path: 'nothing, but open a way',
  metadata: 'what tells of data',
} as const satisfies Record<Level, string>;

function wholeActions(account: GuardedAccount, refused: readonly Refused[]): GuardStatement[] {
  const plain = refused.filter(({ action }) => narrowingOf(action) === undefined);
  return grouped(plain, ({ action, level }) => exemptRoles(action).join('+') || level).map((group) => {
    const [{ action, level }] = group;
    const roles = exemptRoles(action);
    const actions = actionsOf(group);
    return roles.length === 0
      ? {
          statement: deny(`ChannelsOf${capitalised(level)}`, { Action: actions }),
          because: `these actions carry ${LEVELS[level]} elsewhere, and no condition key tells where to`,
          channels: channelsOf(group),
          exempt: needsOfEverybody(group),
        }
      : {
          statement: deny(`ChannelsBut${roles.map(camel).join('')}`, { Action: actions }, butFor(roles, account)),
          because: 'no condition key tells where these actions carry data to, and one role needs them',
          channels: channelsOf(group),
          exempt: actions.map((one): Exemption => exemptionOf(one, roles)),
        };
  });
}

function narrowedActions(account: GuardedAccount, refused: readonly Refused[]): GuardStatement[] {
  return grouped(
    refused.filter(({ action }) => narrowingOf(action) !== undefined),
    ({ action }) => narrowingOf(action)?.Sid ?? '',
  ).flatMap((group): GuardStatement[] => {
    const [{ action }] = group;
    const narrowing = narrowingOf(action);
    if (narrowing === undefined) return [];
    const { Sid, condition, resources, because } = narrowing;
    const roles = exemptRoles(action);
    const but = roles.length === 0 ? [] : [butFor(roles, account)];
    const refuse = (sid: string, regions: readonly string[], where: readonly Condition[] = []) =>
      deny(
        sid,
        { Action: actionsOf(group), ...resources?.(regions) },
        ...(condition === undefined ? [] : [condition(regions)]),
        ...but,
        ...where,
      );
    const whole = refuse(Sid, regionsOf(account));
    // What is at home for one cell is abroad for the other, where the narrowing names regions at all.
    const differs = account.cells.some(({ regions }) => JSON.stringify(refuse(Sid, regions)) !== JSON.stringify(whole));
    const statements = differs
      ? account.cells.map(({ jurisdiction, regions }) =>
          refuse(`${Sid}${cellName(jurisdiction)}`, regions, [{ StringEquals: { 'aws:RequestedRegion': regions } }]),
        )
      : [whole];
    return statements.map((statement) => ({
      statement,
      because,
      channels: channelsOf(group),
      exempt: roles.length === 0 ? [] : actionsOf(group).map((one) => exemptionOf(one, roles)),
    }));
  });
}

function conditionalActions(
  account: GuardedAccount,
  group: Group,
  index: number,
  all: readonly Group[],
): GuardStatement[] {
  const [{ when, authorisedIn }] = group;
  if (when === undefined) return [];
  const ofOneKey = all.slice(0, index).filter(([earlier]) => earlier.when?.key === when.key).length;
  const Sid = `Channel${when.key
    .split(/[^A-Za-z0-9]/u)
    .map(capitalised)
    .join('')}${ofOneKey === 0 ? '' : ofOneKey + 1}`;
  const of = {
    Action: actionsOf(group),
    ...(when.key === 'sns:Protocol' ? { NotResource: ALARM_TOPICS } : {}),
  };
  const signs = when.key === 's3:authType' ? ownRoles(account) : [];
  const but = signs.length === 0 ? [] : [{ ArnNotLike: { 'aws:PrincipalArn': signs } }];
  const base = {
    because: reasonOf(when),
    channels: channelsOf(group),
    exempt: exemptUnder(when.key, signs),
  };
  // What is called where a global service is served tells nothing of the cell that calls.
  const isGlobal = authorisedIn === 'us-east-1' || authorisedIn === 'us-west-2';
  const elsewhere = (regions: readonly string[]): Condition => {
    const { Null, ...unguarded } = conditionOf(when, regions);
    const isNamed = when.holdsSeveral !== true && group.every(({ action }) => isAlwaysNamed(action, when.key));
    return Null === undefined || isNamed ? unguarded : { ...unguarded, Null };
  };
  if (!('names' in when) || !isShared(account) || isGlobal) {
    return [{ ...base, statement: deny(Sid, of, elsewhere(regionsOf(account)), ...but) }];
  }
  return account.cells.map(({ jurisdiction, regions }: GuardedCell) => ({
    ...base,
    statement: deny(`${Sid}${cellName(jurisdiction)}`, of, elsewhere(regions), {
      StringEquals: { 'aws:RequestedRegion': regions },
    }),
  }));
}

/** Roles of the account's cells, by their names: their functions sign links for the person who asked. */
function ownRoles({ cells }: GuardedAccount): string[] {
  return cells.map(({ jurisdiction }) => `arn:aws:iam::*:role/${cellName(jurisdiction)}-*`);
}

function exemptUnder(key: string, signs: readonly string[]): Exemption[] {
  if (key === 'sns:Protocol') {
    return [{ what: ALARM_TOPICS, because: 'somebody must be told of alarms, and an alarm names nobody' }];
  }
  return signs.map((what) => ({
    what,
    because: "a person's own files are handed to that person by a link; how long it lasts has a statement of its own",
  }));
}

/** Topics of alarms, by their names: their subscribers are operators, who read mail. */
const ALARM_TOPICS = 'arn:aws:sns:*:*:*larm*';

function reasonOf(when: DenyCondition): string {
  if ('names' in when) return `${when.key} names the destination, which must be at home`;
  if ('like' in when) return `${when.key} names what is served elsewhere`;
  return `${when.key} tells what opens the channel: ${when.is.join(', ')}`;
}

function exemptRoles(action: string): readonly ExemptRole[] {
  const need = needOf(action);
  return need === undefined || need.for === 'everybody' ? [] : need.for;
}

function exemptionOf(action: string, roles: readonly ExemptRole[]): Exemption {
  const what = `${action} by ${roles.map((role) => ROLE_TITLES[role]).join(' or ')}`;
  return { what, because: needOf(action)?.because ?? '' };
}

/** Actions of the same channels that everybody needs, and that so are not in the statement. */
function needsOfEverybody(group: Group): Exemption[] {
  const channels = new Set(channelsOf(group));
  const actions = CHANNELS.filter(({ id }) => channels.has(id)).flatMap(({ preventive }) =>
    isCovered(preventive)
      ? preventive.denies.filter(({ when }) => when === undefined).flatMap((one) => one.actions)
      : [],
  );
  return [...new Set(actions)].flatMap((action): Exemption[] => {
    const need = needOf(action);
    return need?.for === 'everybody' ? [{ what: action, because: need.because }] : [];
  });
}

type Condition = NonNullable<Statement['Condition']>;

type Group = readonly [Refused, ...Refused[]];

function grouped(refused: readonly Refused[], by: (one: Refused) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const one of refused) {
    const key = by(one);
    const group = groups.get(key);
    groups.set(key, group === undefined ? [one] : [...group, one]);
  }
  return [...groups.values()];
}

function actionsOf(group: Group): string[] {
  return [...new Set(group.map(({ action }) => action))].toSorted();
}

function channelsOf(group: Group): ChannelId[] {
  return [...new Set(group.map(({ channel }) => channel))];
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function camel(words: string): string {
  return words.split('-').map(capitalised).join('');
}
