import type { ChannelId } from '../../../catalogue/catalogue';
import type { Statement } from '../policy';

/** A statement of a policy, with what a person must know who is asked to sign it. */
export interface GuardStatement {
  readonly statement: Statement;
  readonly because: string;
  /** Channels that it closes, alone or together with others. */
  readonly channels: readonly ChannelId[];
  /** Who or what it leaves out, each with the reason. */
  readonly exempt?: readonly Exemption[];
}

export interface Exemption {
  readonly what: string;
  readonly because: string;
}

type Condition = NonNullable<Statement['Condition']>;

/** A Deny of everything that the conditions, of which each has to hold, leave. */
export function deny(
  Sid: string,
  of: Pick<Statement, 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal'>,
  ...conditions: readonly Condition[]
): Statement {
  const { Principal, Action, NotAction, Resource = of.NotResource === undefined ? '*' : undefined, NotResource } = of;
  return {
    Sid,
    Effect: 'Deny',
    ...(Principal === undefined ? {} : { Principal }),
    ...(Action === undefined ? {} : { Action }),
    ...(NotAction === undefined ? {} : { NotAction }),
    ...(Resource === undefined ? {} : { Resource }),
    ...(NotResource === undefined ? {} : { NotResource }),
    ...(conditions.length === 0 ? {} : { Condition: allOf(conditions) }),
  };
}

/** Conditions that all have to hold: their operators side by side. */
function allOf(conditions: readonly Condition[]): Condition {
  const all: Record<string, Record<string, string | readonly string[]>> = {};
  for (const condition of conditions) {
    for (const [operator, keys] of Object.entries(condition)) all[operator] = { ...all[operator], ...keys };
  }
  return all;
}

/** One value as it is, several as a list: policies of either form mean the same, and the shorter one is shorter. */
export function oneOrAll(values: readonly string[]): string | readonly string[] {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}
