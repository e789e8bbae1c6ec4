import { type Channel, isCovered, type RequestSelector } from '../../catalogue/channel';
import type { Reach } from '../../domain/finding';
import { inferenceGeography } from '../../domain/inference-geographies';
import { isRegion, REGIONS } from '../../domain/regions';
import { zoneOf } from '../../domain/zones';
import { member, type RecordedCall } from './recorded-call';

/** A recorded call that opened a channel, or tried to. */
export interface Opening {
  readonly channel: string;
  readonly reach: Exclude<Reach, 'home'>;
  /** The region that the request named, where it named one. */
  readonly destination?: string;
}

/**
 * Says which channels a recorded call opens. A destination that the request does not tell is reported as unknown: the call
 * has been made, and nothing says that it was harmless.
 *
 * @param home the region in which data may rest
 */
export function judgeCall(call: RecordedCall, home: string, channels: readonly Channel[]): Opening[] {
  return channels.flatMap(({ id, detective }) => {
    if (!isCovered(detective)) return [];
    const openings = detective.events
      .filter(({ eventSource, eventName }) => eventSource === call.eventSource && eventName === call.eventName)
      .flatMap(({ opens }) => opens.flatMap((selector) => openingsBy(selector, call.requestParameters, home)));
    const worst = openings.find(({ reach }) => reach === 'abroad') ?? openings[0];
    return worst === undefined ? [] : [{ channel: id, ...worst }];
  });
}

function openingsBy(selector: RequestSelector, parameters: unknown, home: string): Omit<Opening, 'channel'>[] {
  return valuesAt(parameters, selector.path.split('.')).flatMap((value): Omit<Opening, 'channel'>[] => {
    if (selector.kind === 'flag') {
      return selector.opens.includes(String(value).toLowerCase()) ? [{ reach: 'abroad' }] : [];
    }
    if (selector.kind === 'presence') return [{ reach: 'unknown' }];
    if (selector.kind === 'model' && isModelItself(value)) return [];
    // What is no ARN is the name of something at home, or an address.
    if (selector.kind === 'arn' && typeof value === 'string' && !value.startsWith('arn:')) return [];
    const destination = regionIn(value, selector.kind);
    if (destination === undefined) return [{ reach: 'unknown' }];
    return destination === home ? [] : [{ reach: 'abroad', destination }];
  });
}

/**
 * Every value that a path leads to; `[]` is each element of a list, or the value itself where CloudTrail made none, and
 * `{key}` each key of a map.
 */
function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return value === undefined ? [] : [value];
  const name = step.replace(/(?:\[\]|\{key\})$/, '');
  const found = member(value, name);
  if (step.endsWith('{key}')) return typeof found === 'object' && found !== null ? Object.keys(found) : [];
  const each = step.endsWith('[]') && Array.isArray(found) ? (found as unknown[]) : [found];
  return each.flatMap((one) => valuesAt(one, rest));
}

/** The region that a value of the request names, or undefined where it names none that AWS has. */
function regionIn(value: unknown, kind: Exclude<RequestSelector['kind'], 'flag' | 'presence'>): string | undefined {
  if (typeof value !== 'string') return undefined;
  const named = {
    region: () => value,
    arn: () => value.split(':')[3],
    key: () => value.split(':')[3],
    model: () => value.split(':')[3],
    zone: () => zoneOf(value)?.region,
    endpoint: () => Object.keys(REGIONS).find((region) => value.split(/[./:]/).includes(region)),
    // A bucket's ARN and name have no region, and this function may not ask for it.
    bucket: () => undefined,
  }[kind]();
  return named !== undefined && isRegion(named) ? named : undefined;
}

/** A model's own id answers where it is asked; what stands before the id of a profile says from where else. */
function isModelItself(value: unknown): boolean {
  return typeof value === 'string' && !value.startsWith('arn:') && inferenceGeography(value) === undefined;
}
