import { type Channel, isCovered, type PlaceOfCall, type Strength } from './channel';

export const CONTROLS = ['proactive', 'preventive', 'detective', 'audit'] as const;
export type Control = (typeof CONTROLS)[number];

/** Every strength of a policy, the strongest first. */
export const STRENGTHS = ['exact', 'region-deny', 'whole-action', 'partly', 'not-at-all'] as const satisfies Strength[];

/** How many controls content takes, each of which looks at something that the others do not. */
export const FEWEST_CONTROLS = 2;

/** What stops or sees a channel by itself. A policy of which is known only why it stops nothing is none. */
export function controlsOf(channel: Channel): readonly Control[] {
  return CONTROLS.filter((control) => {
    if (!isCovered<object>(channel[control])) return false;
    return control !== 'preventive' || strengthOf(channel) !== 'not-at-all';
  });
}

/** How much of the channel a policy stops, where any is known. */
export function strengthOf({ preventive }: Channel): Strength | undefined {
  return isCovered(preventive) ? preventive.strength : undefined;
}

/** A region whose trail can hold a call. */
export const TRAILS = ['source', 'destination', 'us-east-1', 'us-west-2'] as const satisfies PlaceOfCall[];
export type Trail = (typeof TRAILS)[number];

/** In which regions' trails its calls are recorded. */
export function trailsOf({ detective }: Channel): readonly Trail[] {
  const places = isCovered(detective) ? detective.events.map(({ recordedIn }) => recordedIn) : [];
  const isBetween = places.includes('both');
  return TRAILS.filter(
    (trail) => places.includes(trail) || (isBetween && (trail === 'source' || trail === 'destination')),
  );
}

/** Whether its rules only inform, because of what arrives or because a legitimate use looks the same. */
export function isForInformation({ level, proactive }: Channel): boolean {
  if (!isCovered(proactive)) return false;
  return level === 'metadata' || proactive.rules.every((rule) => rule.kind !== 'function' && rule.severity === 'info');
}

/** Whether personal content can go without that a rule or a policy stops it first. */
export function isSeenAfterwards(channel: Channel): boolean {
  const controls = controlsOf(channel);
  return channel.level === 'content' && !controls.includes('proactive') && !controls.includes('preventive');
}

/** Whether personal content can go by it with fewer controls in the way than there should be. */
export function isThinlyCovered(channel: Channel): boolean {
  return channel.level === 'content' && controlsOf(channel).length < FEWEST_CONTROLS;
}
