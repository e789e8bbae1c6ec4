import { CATALOGUE, type Service } from '../catalogue/catalogue';
import { type Channel, isCovered } from '../catalogue/channel';
import { storyOf } from './channel-story';
import { CONTROLS, type ControlFacts } from './control-facts';

/** A file of `docs/channels/`. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** The catalogue as pages: an index, and one for each service. Nothing in them is written by hand. */
export function cataloguePages(): readonly Page[] {
  const services = Object.keys(CATALOGUE) as Service[];
  return [{ file: 'README.md', text: indexPage(services) }, ...services.map(servicePage)];
}

function indexPage(services: readonly Service[]): string {
  const rows = services.flatMap((service) =>
    CATALOGUE[service].map((channel) => {
      const covered = CONTROLS.map((control) => (isCovered<object>(channel[control]) ? 'yes' : 'no'));
      return `| [${channel.id}](${service}.md#${channel.id}) | ${channel.title} | ${channel.level} | ${covered.join(' | ')} |`;
    }),
  );
  return [
    '# Channels',
    '',
    'Each way in which AWS carries data out of a region, and which control sees it. A `no` has its reason on the page.',
    'Generated from `lib/catalogue/` by `npm run docs`; do not edit.',
    '',
    `| channel | compliant state | level | ${CONTROLS.join(' | ')} |`,
    `| --- | --- | --- | ${CONTROLS.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

function servicePage(service: Service): Page {
  const sections = CATALOGUE[service].map(channelSection);
  const head = [`# ${service}`, '', 'Generated from `lib/catalogue/` by `npm run docs`; do not edit.'];
  return { file: `${service}.md`, text: `${[head.join('\n'), ...sections].join('\n\n')}\n` };
}

function channelSection(channel: Channel): string {
  const { id, aliases = [], title, level, references } = channel;
  const { questions, examples, controls } = storyOf(channel);
  return [
    `## ${id}`,
    `**${title}.** (${level})`,
    ...(aliases.length > 0 ? [`Formerly ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`] : []),
    ...questions.map(([question, answer]) => `### ${question}\n\n${answer}`),
    ...examples.map(([what, template]) => `${what}, in a stack of eu-central-1:\n\n\`\`\`yaml\n${template}\n\`\`\``),
    ...controls.map(controlSection),
    `### References\n\n${references.map((reference) => `- <${reference}>`).join('\n')}`,
  ].join('\n\n');
}

function controlSection({ control, at, said, head, rows }: ControlFacts): string {
  return [
    `### ${control.charAt(0).toUpperCase()}${control.slice(1)}: ${at}`,
    ...(said === undefined ? [] : [said]),
    ...(rows.length === 0 ? [] : [table(head, rows)]),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
