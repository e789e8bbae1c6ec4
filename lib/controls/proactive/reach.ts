import type { Index } from '../../assembly/resolver';
import {
  concat,
  couldBe,
  type Hole,
  known,
  type ResourceAttribute,
  show,
  split,
  type Text,
  wholeHole,
} from '../../assembly/text';
import type { DestinationKind } from '../../catalogue/channel';
import type { Reach } from '../../domain/finding';
import { isRegion, REGIONS } from '../../domain/regions';

/** Where the data of a stack may rest. */
export interface Terms {
  readonly home: string;
  /** Home among them. */
  readonly allowed: readonly string[];
}

export interface Answer {
  readonly reach: Reach;
  readonly because?: string;
  readonly settle?: string;
}

const HOME: Answer = { reach: 'home' };

/** Where one text leads. */
export function reachOf(kind: DestinationKind, text: Text, terms: Terms, index: Index): Answer {
  switch (kind) {
    case 'region':
      return regionNamed(text, terms);
    case 'arn':
      return arnNamed(text, terms, index);
    case 'bucket':
      return bucketNamed(text, terms, index);
    case 'endpoint':
      return hostNamed(text, terms);
    default:
      return kind satisfies never;
  }
}

function regionNamed(text: Text, { allowed }: Terms): Answer {
  const name = known(text)?.trim().toLowerCase();
  if (name !== undefined) {
    if (allowed.includes(name)) return HOME;
    return looksLikeRegion(name) ? { reach: 'abroad' } : { reach: 'unknown', because: 'which is no region of AWS' };
  }
  if (allowed.some((region) => couldBe(text, region, { ignoreCase: true }))) return undecided(text);
  return { reach: 'abroad', because: 'which can be no allowed region' };
}

/** New regions are known by their looks before this table knows them by name. */
function looksLikeRegion(name: string): boolean {
  return isRegion(name) || /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/u.test(name);
}

/** Services whose ARNs name no region because they have none. */
const GLOBAL_SERVICES = new Set([
  'iam',
  'sts',
  'organizations',
  'cloudfront',
  'route53',
  'globalaccelerator',
  'shield',
]);

function arnNamed(text: Text, terms: Terms, index: Index): Answer {
  const made = madeHere(text, terms);
  if (made !== undefined) return made;
  if (wholeHole(text) !== undefined) return undecided(text);
  const [scheme = [], partition = [], service = [], region, account, ...resource] = split(text, ':');
  if (known(scheme) !== 'arn') {
    // A bare name or id is looked up where the call is made.
    return couldBe(scheme, 'arn') ? undecided(text) : HOME;
  }
  if (known(partition) === 'aws-cn') return { reach: 'abroad', because: "in the partition 'aws-cn'" };
  if (region === undefined || account === undefined) return undecided(text);
  if (known(region) !== '') {
    const answer = regionNamed(region, terms);
    // A hole before the region may hold more than its field, and so move what seems to be the region.
    return answer.reach === 'home' && known(concat([partition, service]) ?? []) === undefined
      ? undecided(text)
      : answer;
  }
  if (known(service) === 's3') return bucketNamed(concat(resource, ':') ?? [], terms, index);
  return GLOBAL_SERVICES.has(known(service) ?? '') ? HOME : { reach: 'unknown', because: 'an ARN without a region' };
}

function bucketNamed(text: Text, terms: Terms, index: Index): Answer {
  const [first] = text;
  if (typeof first === 'string' && first.startsWith('arn:')) return arnNamed(text, terms, index);
  const [name = []] = split(withoutScheme(text), '/');
  const made = bucketMadeHere(name, terms);
  if (made !== undefined) return made;
  const buckets = index.buckets(name);
  const abroad = buckets.find(({ stack }) => !terms.allowed.includes(stack.region))?.stack;
  if (abroad !== undefined) {
    return { reach: 'abroad', because: `which stack '${abroad.label}' makes in '${abroad.region}'` };
  }
  if (buckets.some(({ always }) => always)) return HOME;
  const [sometimes] = buckets;
  if (sometimes !== undefined) {
    const because = `a bucket that stack '${sometimes.stack.label}' makes only under a condition that is not decided here`;
    return { reach: 'unknown', because, settle: 'name it by Ref or Fn::GetAtt, or decide the condition' };
  }
  const hole = wholeHole(name);
  if (hole !== undefined) return undecided(name);
  const hint = Object.keys(REGIONS).find((region) => !terms.allowed.includes(region) && show(name).includes(region));
  return {
    reach: 'unknown',
    because: `a bucket that nothing here makes${hint === undefined ? '' : `, named after '${hint}'`}`,
    settle: `check the stack that makes the bucket together with this one`,
  };
}

function withoutScheme(text: Text): Text {
  const [first, ...rest] = text;
  return typeof first === 'string' && first.startsWith('s3://')
    ? (concat([[first.slice('s3://'.length)], rest]) ?? text)
    : text;
}

/** A resource of the assembly is where its stack is, whatever it will be called. */
function madeHere(text: Text, terms: Terms): Answer | undefined {
  const [first] = text;
  if (typeof first !== 'object' || first.resource === undefined) return undefined;
  if (first.resource.type === 'AWS::S3::Bucket') return bucketMadeHere(split(text, '/')[0] ?? text, terms);
  return where(first.resource, terms);
}

/** A name that only begins with that of something made here is the name of another bucket, which may be anywhere. */
function bucketMadeHere(name: Text, terms: Terms): Answer | undefined {
  const resource = wholeHole(name)?.resource;
  return resource?.type.startsWith('AWS::S3::') ? where(resource, terms) : undefined;
}

function where({ region, madeBy }: ResourceAttribute, terms: Terms): Answer {
  if (terms.allowed.includes(region)) return HOME;
  return { reach: 'abroad', because: `which stack '${madeBy}' makes in '${region}'` };
}

function hostNamed(text: Text, terms: Terms): Answer {
  const written = split(text, '://').at(-1) ?? text;
  const host = split(split(written, '/')[0] ?? written, ':')[0] ?? written;
  const labels = split(host, '.');
  if (show(host).endsWith('.amazonaws.com.cn')) return { reach: 'abroad', because: "in the partition 'aws-cn'" };
  for (const label of labels) {
    const name = (known(label) ?? '').replace(/^s3-/u, '');
    if (isRegion(name)) return regionNamed([name], terms);
  }
  const made = madeHere(host, terms);
  if (made !== undefined) return made;
  const hole = host.find((part) => typeof part === 'object');
  if (hole !== undefined) return undecided(text);
  const isAws = /\.(?:amazonaws\.com|on\.aws|api\.aws)$/u.test(show(host));
  return { reach: 'unknown', because: isAws ? 'a global endpoint of AWS' : 'a host outside of AWS' };
}

function undecided(text: Text): Answer {
  const hole = text.find((part): part is Hole => typeof part === 'object');
  return {
    reach: 'unknown',
    ...(hole !== undefined && { because: hole.because }),
    ...(hole?.settle !== undefined && { settle: hole.settle }),
  };
}
