import { CATALOGUE, type Service } from '../catalogue/catalogue';
import type { Channel } from '../catalogue/channel';
import { indexSections } from './catalogue-index';
import { SERVICES } from './channel-links';
import { storyOf, titleOf } from './channel-story';
import type { ControlFacts } from './control-facts';
import { coverageSections } from './coverage-page';
import { block, code, link, table } from './markdown';
import { noChannelSections, setAsideSections } from './no-channel-pages';
import { adviceSections } from './opposite-advice';
import { ARRIVES, capitalized } from './words';

/** A file of `docs/channels/`. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** The catalogue as pages: an index, a matrix, one for each service, and one for each channel. Nothing in them is written by hand. */
export function cataloguePages(): readonly Page[] {
  return [
    page('README.md', ['# Channels', ...indexSections()]),
    page('coverage.md', ['# Coverage', ...coverageSections()]),
    page('opposite-advice.md', ['# Rules that demand the opposite', ...adviceSections()]),
    page('no-channels.md', ['# What is no channel', ...noChannelSections()]),
    page('set-aside.md', ['# What only sounds like a place', ...setAsideSections()]),
    ...SERVICES.flatMap((service) => [servicePage(service), ...CATALOGUE[service].map(channelPage(service))]),
  ];
}

function servicePage(service: Service): Page {
  const rows = CATALOGUE[service].map((channel: Channel) => [
    link(channel.id, `${service}/${channel.id}.md`),
    channel.level,
    titleOf(channel),
    channel.risk,
  ]);
  return page(`${service}.md`, [
    `# ${service}`,
    link('All channels', 'README.md'),
    table(['channel', 'level', 'compliant state', 'what leaves otherwise'], rows),
  ]);
}

export function channelPage(service: Service): (channel: Channel) => Page {
  return (channel) => {
    const { id, aliases = [], title, level, references } = channel;
    const { warning, questions, advice, examples, controls } = storyOf(channel);
    return page(`${service}/${id}.md`, [
      `# ${id}`,
      `**${title}.**`,
      `Level: ${level} (${ARRIVES[level]}). ${link(`More of ${service}`, `../${service}.md`)} · ${link('all channels', '../README.md')}`,
      ...(warning === undefined ? [] : [`> ${warning}`]),
      ...(aliases.length > 0 ? [`Formerly ${aliases.map(code).join(', ')}.`] : []),
      ...questions.map(([question, answer]) => `## ${question}\n\n${answer}`),
      ...(advice === undefined
        ? []
        : [`## Who demands the opposite?\n\n${advice.said}\n\n${table(advice.head, advice.rows)}`]),
      ...(examples.length > 0 ? ['## Examples'] : []),
      ...examples.map(([what, template]) => `${what}, in a stack of eu-central-1:\n\n${block('yaml', template)}`),
      '## Controls',
      ...controls.map(controlSection),
      `## References\n\n${references.map((reference) => `- <${reference}>`).join('\n')}`,
    ]);
  };
}

function controlSection({ control, at, said, head, rows }: ControlFacts): string {
  return [
    `### ${capitalized(control)}: ${at}`,
    ...(said === undefined ? [] : [said]),
    ...(rows.length === 0 ? [] : [table(head, rows)]),
  ].join('\n\n');
}

function page(file: string, [title = '', ...sections]: readonly string[]): Page {
  return { file, text: `${[title, GENERATED, ...sections].join('\n\n')}\n` };
}

const GENERATED = '<!-- Generated from lib/catalogue/ by `npm run docs`; do not edit. -->';
