import type { Channel } from '../../catalogue/channel';
import { judgeCall, type Opening } from './judge-call';
import { recordedCall } from './recorded-call';

/** What the sentinel says of an event. No caller, no address, no name of a resource. */
export interface Alert extends Opening {
  readonly eventId: string;
  readonly eventName: string;
  /** A refused call shows that a preventive control holds, and that somebody tried. */
  readonly refused: boolean;
}

/** Tells whoever operates the cell. */
export interface Alarms {
  raise(alert: Alert): void;
}

/**
 * Judges each recorded call and raises an alarm for each channel that it opens.
 *
 * @throws Error when the event is no recorded call: what could not be judged goes to the dead-letter queue, never past it
 */
export function sentinel(home: string, channels: readonly Channel[], alarms: Alarms): (event: unknown) => void {
  return (event) => {
    const call = recordedCall(event);
    if (call === undefined) throw new Error('the event is no call that CloudTrail recorded');
    for (const opening of judgeCall(call, home, channels)) {
      alarms.raise({ ...opening, eventId: call.eventId, eventName: call.eventName, refused: call.refused });
    }
  };
}
