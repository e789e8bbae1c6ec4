import type { Index } from '../../../assembly/resolver';
import { concat, known, show, split, type Text, wholeHole } from '../../../assembly/text';
import { REGIONS } from '../../../domain/regions';
import { regionOfDirectoryBucket } from '../../../domain/zones';
import { type Answer, HOME, type Terms, undecided, whereMade } from './answer';
import { hostNamed } from './host';
import { regionNamed } from './region';

/** Where a bucket is, by its name or an `s3://` address: where a stack of the assembly makes it. */
export function bucketCalled(text: Text, terms: Terms, index: Index): Answer {
  const [name = []] = split(withoutScheme(text), '/');
  if (known(name) === '') return HOME;
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
  const inZoneOf = regionOfDirectoryBucket(known(name) ?? '');
  if (inZoneOf !== undefined) return regionNamed([inZoneOf], terms);
  if (wholeHole(name) !== undefined) return undecided(name);
  const hint = Object.keys(REGIONS).find((region) => !terms.allowed.includes(region) && show(name).includes(region));
  return {
    reach: 'unknown',
    because: `a bucket that nothing here makes${hint === undefined ? '' : `, named after '${hint}'`}`,
    settle: `check the stack that makes the bucket together with this one`,
  };
}

/** Where a bucket is, by a host that has its name before it or after it; undefined for what is no host of S3. */
export function bucketAtHost(text: Text, terms: Terms, index: Index): Answer | undefined {
  const address = withoutScheme(text);
  const labels = split(address, '.');
  const at = labels.findIndex((label) => /^s3(?:-[a-z0-9-]+)?$/u.test(known(label) ?? ''));
  if (at === -1 || !show(address).includes('.amazonaws.com')) return undefined;
  const answer = hostNamed(concat(labels.slice(at), '.') ?? [], terms);
  if (answer.reach !== 'unknown') return answer;
  const name = at === 0 ? split(address, '/')[1] : concat(labels.slice(0, at), '.');
  return bucketCalled(name ?? [], terms, index);
}

/** Types whose attributes name buckets: of a nested stack whose template is not here, its outputs. */
const MAKES_BUCKETS = /^AWS::S3::|^AWS::CloudFormation::Stack$/u;

/** A name that only begins with that of something made here is the name of another bucket, which may be anywhere. */
export function bucketMadeHere(name: Text, terms: Terms): Answer | undefined {
  const resource = wholeHole(name)?.resource;
  return resource !== undefined && MAKES_BUCKETS.test(resource.type) ? whereMade(resource, terms) : undefined;
}

const SCHEME = /^(?:s3[an]?|https?):\/\//u;

function withoutScheme(text: Text): Text {
  const [first, ...rest] = text;
  if (typeof first !== 'string' || !SCHEME.test(first)) return text;
  return concat([[first.replace(SCHEME, '')], rest]) ?? text;
}
