import { CATALOGUE, CHANNELS } from '../catalogue/catalogue';
import type { Channel } from '../catalogue/channel';
import { storyOf, titleOf } from './channel-story';
import type { ControlFacts } from './control-facts';
import type { AdviceFacts } from './opposite-advice';
import { capitalized } from './words';
import { WIDTH, wrap } from './wrap';

/** The story of a channel, for a terminal. */
export function explanation(channel: Channel): string {
  const { id, title, level, aliases = [], references } = channel;
  const { warning, questions, advice, examples, controls } = storyOf(channel);
  const blocks = [
    `${id} (${level})\n${wrap(`${title}.`, WIDTH)}`,
    ...(warning === undefined ? [] : [wrap(warning, WIDTH)]),
    ...(aliases.length > 0 ? [`Formerly ${aliases.join(', ')}.`] : []),
    ...questions.map(([question, answer]) => `${question}\n${paragraphs(answer)}`),
    ...(advice === undefined ? [] : [adviceText(advice)]),
    ...examples.map(([what, template]) => `${what}, in a stack of eu-central-1:\n${indented(template)}`),
    ...controls.map(controlText),
    `References\n${references.map((reference) => `  ${reference}`).join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Every channel, by service. */
export function channelList(): string {
  const width = Math.max(...CHANNELS.map(({ id }) => id.length));
  const services = Object.entries(CATALOGUE).map(([service, channels]) =>
    [service, ...channels.map((channel: Channel) => `  ${channel.id.padEnd(width)}  ${titleOf(channel)}`)].join('\n'),
  );
  return `${services.join('\n\n')}\n`;
}

function adviceText({ said, head, rows }: AdviceFacts): string {
  return ['Who demands the opposite?', paragraphs(said), '', ...rows.map((row) => rowText(head, row))].join('\n');
}

function controlText({ control, at, said, head, rows }: ControlFacts): string {
  const title = `${capitalized(control)} control: ${at}`;
  return [
    title,
    ...(said === undefined ? [] : [indented(wrap(plain(said), WIDTH - 2))]),
    ...rows.map((row) => rowText(head, row)),
  ].join('\n');
}

function paragraphs(text: string): string {
  return indented(
    plain(text)
      .split('\n\n')
      .map((paragraph) => wrap(paragraph, WIDTH - 2))
      .join('\n\n'),
  );
}

/** A row as a list: what it is about, and beneath it what the other columns say. */
function rowText(head: readonly string[], [first = '', ...others]: readonly string[]): string {
  const hanging = (text: string) => wrap(plain(text), WIDTH - 6).replaceAll('\n', '\n      ');
  return [
    `  - ${hanging(first)}`,
    ...others.map((cell, index) => `    ${hanging(`${head[index + 1]}: ${cell}`)}`),
  ].join('\n');
}

function plain(text: string): string {
  return text.replaceAll(/`|\*\*/gu, '').replaceAll(/\[([^\]]+)\]\(https:[^)]+\)/gu, '$1');
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}
