import { CHANNELS } from '../../catalogue/catalogue';
import { type Channel, type Deny, type DenyCondition, isCovered } from '../../catalogue/channel';
import type { Statement } from './policy';

/**
 * Statements that refuse, in a cell's account, what opens a channel: by the condition key that names the destination where
 * AWS has one, else the whole action. Actions that are refused on the same condition share a statement.
 *
 * @param home the only region that data may reach
 */
export function channelDenies(home: string, channels: readonly Channel[] = CHANNELS): Statement[] {
  const denies = channels.flatMap(({ preventive }) => (isCovered(preventive) ? preventive.denies : []));
  const unconditional = denies.filter(({ when }) => when === undefined);
  const always = actionsOf(unconditional.filter((one) => !isAuthorisedElsewhere(one)));
  const elsewhere = actionsOf(unconditional.filter(isAuthorisedElsewhere)).filter((action) => !always.includes(action));
  const conditional = new Map<string, { readonly when: DenyCondition; readonly actions: Set<string> }>();
  for (const { when, actions } of denies.filter(isConditional)) {
    const key = JSON.stringify(when);
    const same = conditional.get(key) ?? { when, actions: new Set() };
    for (const action of actions) same.actions.add(action);
    conditional.set(key, same);
  }
  return [
    ...(always.length === 0 ? [] : [deny('ChannelActions', always)]),
    ...(elsewhere.length === 0
      ? []
      : [deny(ELSEWHERE, elsewhere, { StringNotEquals: { 'aws:RequestedRegion': home } })]),
    ...[...conditional.values()].map(({ when, actions }, index, all) => {
      const ofOneKey = all.slice(0, index).filter((earlier) => earlier.when.key === when.key).length;
      const sid = `Channel${when.key.replace(/^.*:/, '').replaceAll(/[^A-Za-z0-9]/g, '')}${ofOneKey === 0 ? '' : ofOneKey + 1}`;
      return deny(sid, [...actions], conditionOf(when, [home]));
    }),
  ];
}

/** The statement of calls that are made in the destination: one that refuses every call abroad has no need of it. */
export const ELSEWHERE = 'ChannelActionsElsewhere';

function isAuthorisedElsewhere({ authorisedIn, strength }: Deny): boolean {
  return authorisedIn === 'destination' && strength === 'region-deny';
}

function actionsOf(denies: readonly Deny[]): string[] {
  return [...new Set(denies.flatMap(({ actions }) => actions))].toSorted();
}

function isConditional(one: Deny): one is Deny & { readonly when: DenyCondition } {
  return one.when !== undefined;
}

/** The condition under which a destination is none of `regions`, or a key says what opens the channel. */
export function conditionOf(when: DenyCondition, regions: readonly string[]): NonNullable<Statement['Condition']> {
  const { only } = when;
  const condition = ownConditionOf(when, regions);
  return only === undefined
    ? condition
    : { ...condition, StringEquals: { ...condition['StringEquals'], [only.key]: only.is } };
}

function ownConditionOf(when: DenyCondition, regions: readonly string[]): NonNullable<Statement['Condition']> {
  const { key, holdsSeveral = false } = when;
  const any = holdsSeveral ? 'ForAnyValue:' : '';
  if ('is' in when) return { [`${any}StringEquals`]: { [key]: when.is } };
  if ('like' in when) return { [`${any}ArnLike`]: { [key]: when.like } };
  const isArn = when.names === 'arn';
  const operator = isArn ? 'ArnNotLike' : 'StringNotEquals';
  const values = regions.map((region) => (isArn ? `arn:aws:*:${region}:*:*` : region));
  const [first] = values;
  const value = values.length === 1 && first !== undefined ? first : values;
  // A negated operator applies when its key is missing as well: the guard keeps it from refusing unrelated calls.
  return { [`${any}${operator}`]: { [key]: value }, Null: { [key]: 'false' } };
}

function deny(Sid: string, Action: readonly string[], Condition?: Statement['Condition']): Statement {
  return { Sid, Effect: 'Deny', Action, Resource: '*', ...(Condition === undefined ? {} : { Condition }) };
}
