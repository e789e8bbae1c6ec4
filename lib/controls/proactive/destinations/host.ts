import { type Hole, known, show, split, type Text } from '../../../assembly/text';
import { isRegion } from '../../../domain/regions';
import { type Answer, type Terms, undecided, whereMade } from './answer';
import { regionNamed } from './region';

const AWS = /\.(?:amazonaws\.com|on\.aws|api\.aws|awsapps\.com)$/u;

/** Where a host or a URL leads: one of the labels of AWS's hosts is the region. */
export function hostNamed(text: Text, terms: Terms): Answer {
  const written = split(text, '://').at(-1) ?? text;
  const host = split(split(written, '/')[0] ?? written, ':')[0] ?? written;
  if (show(host).endsWith('.amazonaws.com.cn')) return { reach: 'abroad', because: "in the partition 'aws-cn'" };
  for (const label of split(host, '.')) {
    const name = (known(label) ?? '').replace(/^s3-(?:website-)?/u, '');
    if (isRegion(name)) return regionNamed([name], terms);
  }
  const [first] = host;
  if (typeof first === 'object' && first.resource !== undefined) return whereMade(first.resource, terms);
  const hole = host.find((part): part is Hole => typeof part === 'object');
  if (hole !== undefined) return undecided(text);
  return { reach: 'unknown', because: AWS.test(show(host)) ? 'a global endpoint of AWS' : 'a host outside of AWS' };
}
