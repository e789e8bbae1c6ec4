import { CHANNELS } from '../catalogue/catalogue';
import { closest } from '../domain/closest';
import { InputError } from '../domain/errors';
import { coverageText } from '../reporting/coverage-text';
import { channelList, explanation } from '../reporting/explanation';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

export interface ExplainArguments {
  readonly coverage?: boolean;
}

/** `cdk-domicile explain`: the story of one channel, the list of all, or which control sees which. */
export function runExplain(id: string | undefined, { coverage }: ExplainArguments, output: Output): ExitCode {
  const channel = CHANNELS.find(({ id: known, aliases = [] }) => id !== undefined && [known, ...aliases].includes(id));
  if (coverage === true) {
    output.result(coverageText());
  } else if (id === undefined) {
    output.result(channelList());
  } else if (channel === undefined) {
    const near = nearest(id);
    const hint = near.length > 0 ? `did you mean '${near.join("', '")}'` : "'cdk-domicile explain' lists them";
    throw new InputError('UnknownChannel', `'${id}' is no channel of the catalogue; ${hint}`);
  } else {
    output.result(explanation(channel));
  }
  return EXIT.nothing;
}

const MOST_SUGGESTIONS = 3;

/** Ids that differ by a slip of the hand, then those that share most words. */
function nearest(id: string): readonly string[] {
  const ids = CHANNELS.flatMap(({ id: known, aliases = [] }) => [known, ...aliases]);
  const words = new Set(id.toLowerCase().split(/[^a-z0-9]+/u));
  const shared = (known: string) => known.split('-').filter((word) => words.has(word)).length;
  const related = ids.filter((known) => shared(known) > 0).toSorted((one, other) => shared(other) - shared(one));
  return [...new Set([...closest(id, ids, 3), ...related])].slice(0, MOST_SUGGESTIONS);
}
