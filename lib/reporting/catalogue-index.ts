import { CATALOGUE, CHANNELS, type Service } from '../catalogue/catalogue';
import { type Channel, isCovered } from '../catalogue/channel';
import { CONTROLS, type Control } from './control-facts';
import { link, table } from './markdown';

/** The index of the catalogue: by service, by control, and by what is left open. */
export function indexPage(): string {
  const sections = [
    '# Channels',
    '<!-- Generated from lib/catalogue/ by `npm run docs`; do not edit. -->',
    `The ${CHANNELS.length} ways in which AWS carries data out of a region that are known here, and which control sees each: the final template (proactive), the call (preventive), what is recorded of it (detective), the live account (audit). ${CONTROLS.map(share).join(', ')}. Also told by \`cdk-domicile explain\`.`,
    '[By service](#by-service) · [by control](#by-control) · [left open](#left-open)',
    `## By service\n\n${table(['channel', 'level', 'compliant state', ...CONTROLS], serviceRows())}`,
    `## By control\n\n${CONTROLS.map(controlSection).join('\n\n')}`,
    `## Left open\n\nWhat a control cannot see, and why.\n\n${table(['channel', 'control', 'why not'], openRows())}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

const PLACES: ReadonlyMap<string, Service> = new Map(
  (Object.keys(CATALOGUE) as Service[]).flatMap((service) =>
    CATALOGUE[service].map(({ id }): [string, Service] => [id, service]),
  ),
);

function linked({ id }: Channel): string {
  return link(id, `${PLACES.get(id)}/${id}.md`);
}

function serviceRows(): string[][] {
  return (Object.keys(CATALOGUE) as Service[]).flatMap((service) => [
    [`**${link(service, `${service}.md`)}**`, ...Array.from({ length: CONTROLS.length + 2 }, () => '')],
    ...CATALOGUE[service].map((channel: Channel) => [
      linked(channel),
      channel.level,
      channel.title,
      ...CONTROLS.map((control) => (sees(control, channel) ? 'yes' : '–')),
    ]),
  ]);
}

function controlSection(control: Control): string {
  const seen = CHANNELS.filter((channel) => sees(control, channel));
  const title = `### ${control.charAt(0).toUpperCase()}${control.slice(1)}: ${seen.length} of ${CHANNELS.length}`;
  return `${title}\n\n${seen.map(linked).join(' · ')}`;
}

function openRows(): string[][] {
  return CHANNELS.flatMap((channel) =>
    CONTROLS.flatMap((control) => {
      const known = channel[control];
      return 'notCovered' in known ? [[linked(channel), control, known.notCovered]] : [];
    }),
  );
}

function share(control: Control): string {
  return `${control} sees ${CHANNELS.filter((channel) => sees(control, channel)).length}`;
}

function sees(control: Control, channel: Channel): boolean {
  return isCovered<object>(channel[control]);
}
