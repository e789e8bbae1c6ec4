import { type Channel, type Example, isCovered, type Proactive, type Rule } from '../catalogue/channel';
import { isForInformation } from '../catalogue/coverage';
import { type ControlFacts, controlFacts } from './control-facts';
import { type AdviceFacts, adviceOn } from './opposite-advice';

/** The compliant state, and whether the channel's examples prove its rules. */
export function titleOf({ title, unreviewed }: Pick<Channel, 'title' | 'unreviewed'>): string {
  return unreviewed === undefined ? title : `${title} (unreviewed)`;
}

/** All that there is to tell of a channel, before it is Markdown or text. */
export interface ChannelStory {
  /** What has to be known before it is believed. */
  readonly warning?: string;
  /** The three questions, each with its answer, whose paragraphs an empty line parts. */
  readonly questions: readonly (readonly [question: string, answer: string])[];
  /** Rules of other packs that demand what would open it. */
  readonly advice?: AdviceFacts;
  /** Templates that the tests try: what is found, and what comes close and is not. */
  readonly examples: readonly (readonly [what: string, template: string])[];
  readonly controls: readonly ControlFacts[];
}

const EXCEPTION = 'an exception: a reason, a legal basis, an owning team and a last day in `residency-exceptions.json`';

/** How the checks are told of what is legitimate. */
function acceptance(channel: Channel): string {
  const { proactive } = channel;
  if (!isCovered(proactive))
    return 'No template shows it, so no check asks for an exception: the reason is on record with whoever lets it pass.';
  if (isForInformation(channel)) {
    return 'Findings are for information, and change an exit code only with `--strict`.';
  }
  if (proactive.rules.every(namesNoPlace)) return `It names no region that could be allowed, so it takes ${EXCEPTION}.`;
  return `A region in which these people's data may rest is allowed, with \`--allow\` or for its jurisdiction. Anything else takes ${EXCEPTION}.`;
}

function namesNoPlace({ kind }: Rule): boolean {
  return kind === 'flag' || kind === 'presence' || kind === 'absence';
}

/** The story of a channel. */
export function storyOf(channel: Channel): ChannelStory {
  const { risk, legitimate, remediation, proactive, unreviewed } = channel;
  return {
    ...(unreviewed !== undefined && { warning: `Unreviewed, and to be taken with care: ${unreviewed}.` }),
    questions: [
      ['What leaves?', risk],
      ['When is it legitimate?', `${legitimate}\n\n${acceptance(channel)}`],
      ['How is it closed?', remediation],
    ],
    advice: adviceOn(channel),
    examples: isCovered(proactive)
      ? [
          ['Found', yaml(proactive.violating[0])],
          ['Passes', yaml(closestTo(proactive.violating[0], proactive.compliant))],
        ]
      : [],
    controls: controlFacts(channel),
  };
}

/** The example that has most in common with another, and least that the other does not have. */
function closestTo(example: Example, others: Proactive['compliant']): Example {
  const words = wordsOf(example);
  const likeness = (other: Example) => {
    const otherWords = wordsOf(other);
    const shared = [...otherWords].filter((word) => words.has(word)).length;
    return shared / (words.size + otherWords.size - shared);
  };
  return others.reduce((closest, other) => (likeness(other) > likeness(closest) ? other : closest));
}

function wordsOf(example: Example): Set<string> {
  return new Set(JSON.stringify(example).split(/[^\w:.-]+/u));
}

/** Loaded only here: of all that is reported, only a story has a template in it. */
function yaml(example: Example): string {
  const { stringify } = require('yaml') as typeof import('yaml');
  return stringify(example, { lineWidth: 0 }).trimEnd();
}
