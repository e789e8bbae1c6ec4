import type { Hole, ResourceAttribute, Text } from '../../../assembly/text';
import type { Reach } from '../../../domain/finding';

/** Where the data of a stack may rest. */
export interface Terms {
  readonly home: string;
  /** Home among them. */
  readonly allowed: readonly string[];
  /** The account that the stack is deployed to, where the input says so. */
  readonly account?: string | undefined;
}

/** Where one text leads. */
export interface Answer {
  readonly reach: Reach;
  readonly because?: string;
  readonly settle?: string;
}

export const HOME: Answer = { reach: 'home' };

/** What is known is no answer, and what is not known says why. */
export function undecided(text: Text): Answer {
  const hole = text.find((part): part is Hole => typeof part === 'object');
  return {
    reach: 'unknown',
    ...(hole !== undefined && { because: hole.because }),
    ...(hole?.settle !== undefined && { settle: hole.settle }),
  };
}

/** A resource of the assembly is where its stack is, whatever it will be called. */
export function whereMade({ region, madeBy }: ResourceAttribute, { allowed }: Terms): Answer {
  if (allowed.includes(region)) return HOME;
  return { reach: 'abroad', because: `which stack '${madeBy}' makes in '${region}'` };
}
