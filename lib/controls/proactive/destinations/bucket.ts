import type { Index } from '../../../assembly/resolver';
import { concat, show, split, type Text, wholeHole } from '../../../assembly/text';
import { REGIONS } from '../../../domain/regions';
import { type Answer, HOME, type Terms, undecided, whereMade } from './answer';

/** Where a bucket is, by its name or an `s3://` address: where a stack of the assembly makes it. */
export function bucketCalled(text: Text, terms: Terms, index: Index): Answer {
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
  if (wholeHole(name) !== undefined) return undecided(name);
  const hint = Object.keys(REGIONS).find((region) => !terms.allowed.includes(region) && show(name).includes(region));
  return {
    reach: 'unknown',
    because: `a bucket that nothing here makes${hint === undefined ? '' : `, named after '${hint}'`}`,
    settle: `check the stack that makes the bucket together with this one`,
  };
}

/** A name that only begins with that of something made here is the name of another bucket, which may be anywhere. */
export function bucketMadeHere(name: Text, terms: Terms): Answer | undefined {
  const resource = wholeHole(name)?.resource;
  return resource?.type.startsWith('AWS::S3::') ? whereMade(resource, terms) : undefined;
}

const SCHEME = /^s3[an]?:\/\//u;

function withoutScheme(text: Text): Text {
  const [first, ...rest] = text;
  if (typeof first !== 'string' || !SCHEME.test(first)) return text;
  return concat([[first.replace(SCHEME, '')], rest]) ?? text;
}
