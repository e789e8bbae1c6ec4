import type { Text } from '../../../assembly/text';
import { REGIONS } from '../../../domain/regions';
import { type Answer, HOME, type Terms } from './answer';

const FOREIGN_PARTITION = /(?<![a-z0-9-])(?:aws-cn|amazonaws\.com\.cn)(?![a-z0-9-])/u;
const REGION = new RegExp(`(?<![a-z0-9])(?:${Object.keys(REGIONS).join('|')})(?![0-9])`, 'gu');

/** What free text names of places abroad. Nothing that is not known counts. */
export function textNamed(text: Text, { allowed }: Terms): Answer {
  for (const part of text) {
    if (typeof part !== 'string') continue;
    const [partition] = FOREIGN_PARTITION.exec(part) ?? [];
    if (partition !== undefined) return { reach: 'abroad', because: `which names '${partition}'` };
    for (const [region] of part.matchAll(REGION)) {
      if (!allowed.includes(region)) return { reach: 'abroad', because: `which names '${region}'` };
    }
  }
  return HOME;
}
