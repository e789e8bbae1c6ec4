import { known, type Text } from '../../../assembly/text';
import { zoneOf } from '../../../domain/zones';
import { type Answer, HOME, type Terms } from './answer';
import { regionNamed } from './region';

/**
 * Where an Availability Zone leads. A name that is not known is at home: AWS takes no zone of another region, and one of a
 * Local Zone has to be written out.
 */
export function zoneNamed(text: Text, terms: Terms): Answer {
  const name = known(text)?.trim().toLowerCase();
  const zone = name === undefined ? undefined : zoneOf(name);
  if (zone === undefined) return HOME;
  const answer = regionNamed([zone.region], terms);
  if (answer.reach !== 'home' || !zone.isApart) return answer;
  return {
    reach: 'unknown',
    because: `a place apart from '${zone.region}', and possibly in another country`,
    settle: 'look up where the zone is',
  };
}
