import { known } from '../../assembly/text';
import { CALLING_OUT, isKind, KINDS, type KindType, SENDING } from './kinds';
import { matches } from './patterns';
import type { Choice } from './statements';

/** The actions of a statement that move data of one type of resource. */
export interface DataActions {
  readonly type: KindType;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** What a statement lets move. */
export interface Moves {
  readonly data: readonly DataActions[];
  /** An action that sends to whomever the caller names. */
  readonly sends?: string;
  readonly callsOut: boolean;
  /** Whether an action of the statement is not known, so that it can be any. */
  readonly certain: boolean;
}

const TYPES = Object.keys(KINDS).filter(isKind);

/** What actions of a policy move, each list of patterns looked at once. */
export class ActionTable {
  readonly #moves = new Map<string, Moves>();

  of(choice: Choice): Moves {
    const patterns = choice.texts.map((text) => known(text)?.toLowerCase());
    const key = `${choice.except} ${patterns.join(' ')}`;
    let moves = this.#moves.get(key);
    if (moves === undefined) {
      moves = movesOf(choice.except, patterns);
      this.#moves.set(key, moves);
    }
    return moves;
  }
}

/** Whether a choice of actions names one for sure, names it perhaps, or does not. */
export function includesAction(choice: Choice, action: string): 'yes' | 'maybe' | 'no' {
  const patterns = choice.texts.map((text) => known(text)?.toLowerCase());
  const isNamed = patterns.some((pattern) => pattern !== undefined && matches(pattern, action.toLowerCase()));
  if (!isNamed && patterns.includes(undefined)) return 'maybe';
  return isNamed === choice.except ? 'no' : 'yes';
}

function movesOf(except: boolean, patterns: readonly (string | undefined)[]): Moves {
  const isAny = patterns.includes(undefined);
  const named = patterns.filter((pattern) => pattern !== undefined);
  const isAllowed = (action: string) => {
    const isNamed = named.some((pattern) => matches(pattern, action.toLowerCase()));
    return except ? !isNamed : isNamed || isAny;
  };
  const data = TYPES.map((type) => ({
    type,
    reads: KINDS[type].reads.filter(isAllowed),
    writes: KINDS[type].writes.filter(isAllowed),
  })).filter(({ reads, writes }) => reads.length + writes.length > 0);
  const sends = SENDING.find(isAllowed);
  return { data, ...(sends !== undefined && { sends }), callsOut: isAllowed(CALLING_OUT), certain: !isAny };
}
