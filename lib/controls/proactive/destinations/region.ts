import { couldBe, known, type Text } from '../../../assembly/text';
import { isRegion } from '../../../domain/regions';
import { type Answer, HOME, type Terms, undecided } from './answer';

/** What stands for every region where a region's name could stand. */
const EVERY_REGION = new Set(['*', 'all', 'all_regions', 'all-regions', 'global', 'aws-global']);

/** Where the name of a region leads. */
export function regionNamed(text: Text, { allowed }: Terms): Answer {
  const name = known(text)?.trim().toLowerCase();
  if (name !== undefined) {
    // An empty text names nothing: AWS refuses it, or takes the region of the call.
    if (name === '' || allowed.includes(name)) return HOME;
    if (EVERY_REGION.has(name)) return { reach: 'abroad', because: 'which stands for every region' };
    return looksLikeRegion(name) ? { reach: 'abroad' } : { reach: 'unknown', because: 'which is no region of AWS' };
  }
  if (allowed.some((region) => couldBe(text, region, { ignoreCase: true }))) return undecided(text);
  return { reach: 'abroad', because: 'which can be no allowed region' };
}

/** New regions are known by their looks before the table of regions knows them by name. */
function looksLikeRegion(name: string): boolean {
  return isRegion(name) || /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/u.test(name);
}
