import { CATALOGUE, CHANNELS, type ChannelId } from '../catalogue/catalogue';
import type { Channel } from '../catalogue/channel';
import {
  CONTROLS,
  type Control,
  controlsOf,
  FEWEST_CONTROLS,
  isForInformation,
  isSeenAfterwards,
  isThinlyCovered,
  STRENGTHS,
  strengthOf,
  trailsOf,
} from '../catalogue/coverage';
import { LEVELS } from '../domain/finding';
import { linked, SERVICES } from './channel-links';
import { link, table } from './markdown';
import { ARRIVES, STRENGTH } from './words';

/** Which control sees which channel: every cell of the matrix, and its sums. */
export function coverageSections(): readonly string[] {
  return [
    link('All channels', 'README.md'),
    'Which of four controls sees which way out, and how well. A rule reads the final template (proactive), a policy refuses the call (preventive), an event tells of it (detective), and a read of the live account finds what is set up (audit).',
    `## In all\n\n${totalsTable()}\n\n${fewest()}`,
    `How much a policy stops, of ${CHANNELS.length} channels:\n\n${strengthTable()}`,
    `## Every channel\n\n${LEGEND}\n\n${matrix()}`,
    `## Content with a single control\n\nWhat carries personal data should meet at least ${FEWEST_CONTROLS} controls. For these AWS allows fewer.\n\n${loneTable()}`,
    `## Content that is seen only afterwards\n\nNo template shows it and no policy stops it, so that it is found once it is set up.\n\n${afterwardsTable()}`,
  ];
}

/** The sums of the matrix, for a page that has its own heading. */
export function coverageSummary(pages: string): string {
  return `${totalsTable()}\n\n${fewest()} ${link('Every channel, control by control', `${pages}/coverage.md`)}.`;
}

const LEGEND = [
  '- **proactive**: *informs* where what arrives only tells of people, or where a legitimate use looks the same; it changes no exit code.',
  '- **preventive**: *exact* by a key that names the destination, *region deny* because the call is authorised where data arrives, *whole action only* together with its use at home, *partly*, *not at all*.',
  '- **detective**: whose trail has the call, that of the region that data leaves (source) or arrives in (destination); a few services are recorded in one region only.',
].join('\n');

const HEAD = ['what arrives', 'channels', ...CONTROLS];

/** How many channels there are of each level, and how many of them each control sees. */
export function totals(): readonly (readonly [what: string, ...counts: number[]])[] {
  const counted = (what: string, channels: readonly Channel[]) =>
    [
      what,
      channels.length,
      ...CONTROLS.map((control) => channels.filter((channel) => has(control, channel)).length),
    ] as const;
  return [
    ...LEVELS.map((level) =>
      counted(
        `${level}: ${ARRIVES[level]}`,
        CHANNELS.filter((channel) => channel.level === level),
      ),
    ),
    counted('all', CHANNELS),
  ];
}

function totalsTable(): string {
  return table(
    HEAD,
    totals().map((row) => row.map(String)),
  );
}

function has(control: Control, channel: Channel): boolean {
  return controlsOf(channel).includes(control);
}

/** How many channels of content have controls enough. */
export function fewest(): string {
  const content = CHANNELS.filter(({ level }) => level === 'content');
  const thin = content.filter(isThinlyCovered);
  return `Of the ${content.length} channels that carry content, ${content.length - thin.length} meet at least ${FEWEST_CONTROLS} controls that do not rest on each other. Of the other ${thin.length} it is said why AWS allows no more.`;
}

function strengthTable(): string {
  const counts = STRENGTHS.map((strength) => CHANNELS.filter((channel) => strengthOf(channel) === strength).length);
  const none = CHANNELS.filter((channel) => strengthOf(channel) === undefined).length;
  return table(
    [...STRENGTHS.map((strength) => STRENGTH[strength]), 'no policy known'],
    [[...counts, none].map(String)],
  );
}

function matrix(): string {
  const rows = SERVICES.flatMap((service) => [
    [`**${link(service, `${service}.md`)}**`, ...Array.from({ length: CONTROLS.length + 1 }, () => '')],
    ...CATALOGUE[service].map((channel: Channel<ChannelId>) => [
      linked(channel.id),
      channel.level,
      ...CONTROLS.map((control) => cell(control, channel)),
    ]),
  ]);
  return table(['channel', 'level', ...CONTROLS], rows);
}

/** What a control can do about a channel, in a word or two. */
export function cell(control: Control, channel: Channel): string {
  const strength = strengthOf(channel);
  if (control === 'preventive' && strength !== undefined) return STRENGTH[strength];
  if (!has(control, channel)) return '–';
  if (control === 'proactive') return isForInformation(channel) ? 'informs' : 'yes';
  return control === 'detective' ? trailsOf(channel).join(', ') : 'yes';
}

function afterwardsTable(): string {
  const rows = CHANNELS.filter(isSeenAfterwards).map((channel) => [
    linked(channel.id),
    controlsOf(channel).join(', '),
    channel.remediation,
  ]);
  return table(['channel', 'seen by', 'how it is closed'], rows);
}

function loneTable(): string {
  const rows = CHANNELS.filter(isThinlyCovered).map((channel) => [
    linked(channel.id),
    controlsOf(channel).join(', ') || 'none',
    channel.loneControl ?? '',
  ]);
  return table(['channel', 'control', 'why no other'], rows);
}
