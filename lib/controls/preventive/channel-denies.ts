import { CHANNELS } from '../../catalogue/catalogue';
import { type Channel, type Deny, isCovered } from '../../catalogue/channel';
import type { Statement } from './policy';

/**
 * Statements that refuse, in a cell's account, what opens a channel: by the condition key that names the destination where
 * AWS has one, else the whole action.
 *
 * @param home the only region that data may reach
 */
export function channelDenies(home: string, channels: readonly Channel[] = CHANNELS): Statement[] {
  const denies = channels.flatMap(({ preventive }) => (isCovered(preventive) ? preventive.denies : []));
  const always = [...new Set(denies.filter(({ when }) => when === undefined).flatMap(({ actions }) => actions))];
  return [
    ...(always.length === 0 ? [] : [deny('ChannelActions', always.toSorted())]),
    ...denies.filter(isConditional).map(({ actions, when }) => {
      const key = when.key.replace(/^.*:/, '');
      if ('is' in when) return deny(`Channel${key}`, actions, { StringEquals: { [when.key]: when.is } });
      // A negated operator applies when its key is missing as well: the guard keeps it from refusing unrelated calls.
      return deny(`Channel${key}`, actions, {
        StringNotEquals: { [when.key]: home },
        Null: { [when.key]: 'false' },
      });
    }),
  ];
}

function isConditional(one: Deny): one is Deny & { readonly when: NonNullable<Deny['when']> } {
  return one.when !== undefined;
}

function deny(Sid: string, Action: readonly string[], Condition?: Statement['Condition']): Statement {
  return { Sid, Effect: 'Deny', Action, Resource: '*', ...(Condition === undefined ? {} : { Condition }) };
}
