import { CHANNELS } from '../../catalogue/catalogue';
import { type Channel, isCovered } from '../../catalogue/channel';
import { VERSIONED_SOURCES } from './recorded-call';

/** A pattern of EventBridge, as a rule takes it. */
export interface EventPattern {
  readonly source: readonly { readonly prefix: string }[];
  readonly detailType: readonly string[];
  readonly detail: {
    readonly eventSource: readonly string[];
    readonly eventName: readonly (string | { readonly prefix: string })[];
  };
}

/**
 * Characters of a pattern that EventBridge takes: 2,048 until raised (EventBridge quotas). What a rule lets through too much
 * is judged by the function behind it.
 */
export const EVENT_PATTERN_LIMIT = 2048;

/**
 * The patterns that hear every call by which a channel is opened, each small enough for one rule.
 *
 * Only AWS itself publishes events whose source begins with `aws.`: nobody can forge one.
 */
export function eventPatterns(channels: readonly Channel[] = CHANNELS): EventPattern[] {
  const names = new Map<string, Set<string>>();
  for (const { detective } of channels) {
    if (!isCovered(detective)) continue;
    for (const { eventSource, eventName } of detective.events) {
      names.set(eventSource, (names.get(eventSource) ?? new Set()).add(eventName));
    }
  }
  const patterns: EventPattern[] = [];
  for (const [eventSource, eventNames] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = patterns.at(-1);
    const widened = last === undefined ? undefined : widen(last, eventSource, eventNames);
    if (widened !== undefined && JSON.stringify(widened).length <= EVENT_PATTERN_LIMIT)
      patterns[patterns.length - 1] = widened;
    else patterns.push(widen(undefined, eventSource, eventNames));
  }
  return patterns;
}

function widen(pattern: EventPattern | undefined, eventSource: string, eventNames: ReadonlySet<string>): EventPattern {
  return {
    source: [{ prefix: 'aws.' }],
    detailType: ['AWS API Call via CloudTrail'],
    detail: {
      eventSource: [...(pattern?.detail.eventSource ?? []), eventSource],
      eventName: distinct([
        ...(pattern?.detail.eventName ?? []),
        ...[...eventNames].map((name) => (VERSIONED_SOURCES.has(eventSource) ? { prefix: name } : name)),
      ]),
    },
  };
}

function distinct(names: EventPattern['detail']['eventName']): EventPattern['detail']['eventName'] {
  const byText = new Map(names.map((name) => [JSON.stringify(name), name]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
