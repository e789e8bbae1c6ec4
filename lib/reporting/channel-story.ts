import { type Channel, type Example, isCovered } from '../catalogue/channel';
import type { Level } from '../domain/finding';
import { type ControlFacts, controlFacts } from './control-facts';

/** All that there is to tell of a channel, before it is Markdown or text. */
export interface ChannelStory {
  /** The three questions, each with its answer. */
  readonly questions: readonly (readonly [question: string, answer: string])[];
  /** Templates that the tests try: what is found, and what comes close and is not. */
  readonly examples: readonly (readonly [what: string, template: string])[];
  readonly controls: readonly ControlFacts[];
}

/** What may leave with a reason, by what it is. */
const LEGITIMATE = {
  content: "Where every region that it reaches is one in which these people's data may rest",
  keys: 'Where what the key opens may be read in every region that it reaches',
  metadata: 'Where what it tells of people may be known there; it is reported for information',
  path: 'Where nothing personal takes the way, which no template can show',
} as const satisfies Readonly<Record<Level, string>>;

const ACCEPTED =
  'Anything else takes an exception: a reason, a legal basis, an owning team and a last day in `residency-exceptions.json`.';

/** The story of a channel. */
export function storyOf(channel: Channel): ChannelStory {
  const { risk, level, remediation, proactive } = channel;
  return {
    questions: [
      ['What leaves?', risk],
      ['When is it legitimate?', `${LEGITIMATE[level]}: allow these regions. ${ACCEPTED}`],
      ['How is it closed?', remediation],
    ],
    examples: isCovered(proactive)
      ? [
          ['Found', yaml(proactive.violating[0])],
          ['Passes', yaml(proactive.compliant[0])],
        ]
      : [],
    controls: controlFacts(channel),
  };
}

/** Loaded only here: of all that is reported, only a story has a template in it. */
function yaml(example: Example): string {
  const { stringify } = require('yaml') as typeof import('yaml');
  return stringify(example, { lineWidth: 0 }).trimEnd();
}
