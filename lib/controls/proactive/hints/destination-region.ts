import { type Hole, type Text, wholeHole } from '../../../assembly/text';
import type { Hint } from './reading';

/** Names of variables and parameters that tell code which region to copy to. */
const DESTINATION_REGION =
  /(?:replica|dest|target|cop(?:y|ies)|backup|secondary|failover|disaster|dr|mirror|remote|peer)\w*region/iu;

/** Whether something is called what a region to copy to is called. */
export function isDestinationRegion(name: string): boolean {
  // Nearly every name there is ends the question here.
  return /region/iu.test(name) && DESTINATION_REGION.test(name);
}

/**
 * A region to copy to that nothing binds: there, what is not known counts as it does in a service's own property. It is told
 * by the key that it stands under, or by the name of the parameter wherever that is put in: in an ARN, in a name.
 */
export function undecidedDestination(text: Text, key: string): Hint | undefined {
  const whole = wholeHole(text);
  const hole = whole !== undefined && isDestinationRegion(key) ? whole : text.find(isUnboundDestination);
  if (hole === undefined) return undefined;
  const { because, settle } = hole;
  return { reach: 'unknown', because, ...(settle !== undefined && { settle }) };
}

/** Attributes of resources have a dot in their labels, and are no parameters. */
function isUnboundDestination(part: string | Hole): part is Hole {
  return (
    typeof part === 'object' &&
    part.resource === undefined &&
    /^\$\{\w+\}$/u.test(part.label) &&
    isDestinationRegion(part.label)
  );
}
