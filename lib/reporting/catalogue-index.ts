import { CATALOGUE, CHANNELS, type ChannelId } from '../catalogue/catalogue';
import type { Channel } from '../catalogue/channel';
import {
  CONTROLS,
  type Control,
  controlsOf,
  isThinlyCovered,
  STRENGTHS,
  strengthOf,
  type Trail,
  trailsOf,
} from '../catalogue/coverage';
import { LEVELS } from '../domain/finding';
import { linked, SERVICES } from './channel-links';
import { titleOf } from './channel-story';
import { coverageSummary } from './coverage-page';
import { link, table } from './markdown';
import { capitalized, STOPS } from './words';

type Listed = Channel<ChannelId>;

/** The index of the catalogue: by service, by control, and by what is left open. */
export function indexSections(): readonly string[] {
  return [
    `The ${CHANNELS.length} ways in which AWS carries data out of a region that are known here. Each has a page that says what leaves, when that is legitimate and how it is closed, with templates that the tests try and what each control knows of it. \`cdk-domicile explain <channel>\` tells the same.`,
    `[By service](#by-service) · [by control](#by-control) · [left open](#left-open) · ${link('coverage', 'coverage.md')} · ${link('rules that demand the opposite', 'opposite-advice.md')} · ${link('what is no channel', 'no-channels.md')} · ${link('what only sounds like a place', 'set-aside.md')}`,
    coverageSummary('.'),
    `## By service\n\n${table(['channel', 'level', 'compliant state'], serviceRows())}`,
    '## By control',
    ...byControl(),
    '## Left open',
    ...leftOpen(),
  ];
}

function serviceRows(): string[][] {
  return SERVICES.flatMap((service) => [
    [`**${link(service, `${service}.md`)}**`, '', ''],
    ...CATALOGUE[service].map((channel: Listed) => [linked(channel.id), channel.level, titleOf(channel)]),
  ]);
}

/** Under each control the channels that it sees, by what tells them apart there. */
function byControl(): readonly string[] {
  const trails = [...new Set(seenBy('detective').map(trailNames))].toSorted();
  return [
    heading('Proactive: the final template', seenBy('proactive')),
    ...byLevel(seenBy('proactive')),
    heading('Preventive: the call', seenBy('preventive')),
    ...STRENGTHS.filter((strength) => strength !== 'not-at-all').map((strength) =>
      listed(
        STOPS[strength],
        CHANNELS.filter((channel) => strengthOf(channel) === strength),
      ),
    ),
    heading('Detective: after the call', seenBy('detective')),
    ...trails.map((names) =>
      listed(
        `Recorded in ${names}`,
        seenBy('detective').filter((channel) => trailNames(channel) === names),
      ),
    ),
    heading('Audit: the live account', seenBy('audit')),
    ...byLevel(seenBy('audit')),
  ];
}

function seenBy(control: Control): readonly Listed[] {
  return CHANNELS.filter((channel) => controlsOf(channel).includes(control));
}

function trailNames(channel: Listed): string {
  return trailsOf(channel)
    .map((trail) => TRAIL[trail])
    .join(' and ');
}

const TRAIL = {
  source: 'the region that data leaves',
  destination: 'the region that data arrives in',
  'us-east-1': 'us-east-1',
  'us-west-2': 'us-west-2',
} as const satisfies Readonly<Record<Trail, string>>;

function byLevel(channels: readonly Listed[]): readonly string[] {
  return LEVELS.map((level) =>
    listed(
      capitalized(level),
      channels.filter((channel) => channel.level === level),
    ),
  );
}

function heading(title: string, channels: readonly Listed[]): string {
  return `### ${title} (${channels.length} of ${CHANNELS.length})`;
}

function listed(what: string, channels: readonly Listed[]): string {
  return `**${what}** (${channels.length}): ${channels.map(({ id }) => linked(id)).join(' · ')}`;
}

/** What each control cannot see, and why. */
function leftOpen(): readonly string[] {
  const thin = CHANNELS.filter(isThinlyCovered);
  return [
    ...CONTROLS.flatMap((control) => openSections(control)),
    `### Content with a single control\n\n${thin.map(({ id }) => linked(id)).join(' · ')}: ${link('why', 'coverage.md#content-with-a-single-control')}.`,
  ];
}

const OPEN = {
  proactive: 'In no template',
  preventive: 'No policy known',
  detective: 'Heard of by no event',
  audit: 'Found by no read',
} as const satisfies Readonly<Record<Control, string>>;

function openSections(control: Control): readonly string[] {
  const rows = CHANNELS.flatMap((channel) => {
    const known = channel[control];
    return 'notCovered' in known ? [[linked(channel.id), known.notCovered]] : [];
  });
  const unseen = `### ${OPEN[control]} (${rows.length})\n\n${table(['channel', 'why'], rows)}`;
  return control === 'preventive' ? [unseen, unstopped()] : [unseen];
}

function unstopped(): string {
  const rows = CHANNELS.flatMap(({ id, preventive }) =>
    'strength' in preventive && preventive.strength === 'not-at-all' ? [[linked(id), preventive.why]] : [],
  );
  return `### ${STOPS['not-at-all']} (${rows.length})\n\n${table(['channel', 'why'], rows)}`;
}
