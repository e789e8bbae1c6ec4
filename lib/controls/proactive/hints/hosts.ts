import { UNKNOWN_STRETCH } from '../../../assembly/text';
import { isImpersonal, isVendorBucket } from '../../../domain/impersonal-services';
import { isRegion } from '../../../domain/regions';
import { regionOfCode } from '../../../domain/zones';
import { type Hint, names } from './reading';
import type { Surroundings } from './surroundings';

const AWS_HOST = new RegExp(
  `(?<![\\w.-])(?:com\\.amazonaws\\.[a-z0-9.-]+|[a-z0-9${UNKNOWN_STRETCH}*{}$][a-z0-9${UNKNOWN_STRETCH}*{}$.-]*?\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|on\\.aws|amazoncognito\\.com|awsapprunner\\.com))(?![\\w.-]*\\w)`,
  'giu',
);

/** A host of AWS that a text spells out. */
export interface WrittenHost {
  readonly host: string;
  readonly index: number;
}

export function hostsIn(text: string): WrittenHost[] {
  if (!/amazonaws\.|\.aws|amazoncognito|awsapprunner/iu.test(text)) return [];
  return [...text.matchAll(AWS_HOST)].map((match) => ({ host: match[0].toLowerCase(), index: match.index }));
}

/** What a host of AWS names abroad: one of its labels is the region, another the service. */
export function hostHint({ host }: WrittenHost, { allowed, bucketHint }: Surroundings): Hint | undefined {
  if (host.endsWith('.amazonaws.com.cn')) return names('amazonaws.com.cn');
  const labels = host.split('.').map((label) => label.replace(/^s3-(?:website-)?(?=[a-z]{2}-)/u, ''));
  const region = labels.find(isRegion) ?? labels.map(regionOfCode).find((found) => found !== undefined);
  if (labels.some((label, index) => isImpersonal(label) || isImpersonal(`${label}.${labels[index + 1]}`)))
    return undefined;
  const bucket = /^(.+?)\.s3[.-]/u.exec(host)?.[1];
  if (bucket !== undefined && isVendorBucket(bucket)) return undefined;
  if (region !== undefined && !allowed.includes(region)) return names(region);
  return bucket === undefined ? undefined : bucketHint(bucket);
}
