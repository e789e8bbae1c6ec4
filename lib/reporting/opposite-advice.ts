import type { Channel } from '../catalogue/channel';
import { OPPOSITE_ADVICE, type OppositeAdvice, type OppositeRule, PACKS } from '../catalogue/opposite-advice';
import { linked } from './channel-links';
import { code, link, table } from './markdown';

/** What packs demand that would open a channel, before it is Markdown or text. */
export interface AdviceFacts {
  readonly said: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The advice that would open this channel, where there is any. */
export function adviceOn({ id }: Pick<Channel, 'id'>): AdviceFacts | undefined {
  const advice = OPPOSITE_ADVICE.find(({ channel }) => channel === id);
  return advice === undefined ? undefined : { said: said(advice), ...ruleRows(advice) };
}

/** Every rule that asks for what is a channel here, and what serves its purpose at home. */
export function adviceSections(): readonly string[] {
  const rules = OPPOSITE_ADVICE.flatMap((advice) => advice.rules);
  return [
    link('All channels', 'README.md'),
    `Well-known packs of rules demand what carries data abroad: ${rules.length} rules are known here. Each has a purpose, and something at home that serves it. Some can be followed without leaving; the others are answered where they run, by an exception with the substitute as its reason.`,
    ...OPPOSITE_ADVICE.map(section),
    `## What was read\n\n${table(
      ['pack', 'read'],
      Object.values(PACKS).map(({ name, read }) => [name, read]),
    )}`,
  ];
}

function section(advice: OppositeAdvice): string {
  const { head, rows } = ruleRows(advice);
  return `## ${advice.channel}\n\nOpens ${linked(advice.channel)}.\n\n${said(advice)}\n\n${table(head, rows)}`;
}

function said({ demand, purpose, substitute }: OppositeAdvice): string {
  return `Rules of other packs demand that ${demand}.\n\n**What for?** ${purpose}\n\n**What serves that at home?** ${substitute}`;
}

function ruleRows({ rules }: OppositeAdvice): Pick<AdviceFacts, 'head' | 'rows'> {
  return { head: ['rule', 'of', 'at home'], rows: rules.map(ruleRow) };
}

function ruleRow({ pack, id, atHome }: OppositeRule): string[] {
  const { name, page } = PACKS[pack];
  return [link(code(id), page(id)), name, atHome ?? 'fails'];
}
