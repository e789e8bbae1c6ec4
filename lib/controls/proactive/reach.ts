import type { Index } from '../../assembly/resolver';
import { concat, couldBe, known, split, type Text, wholeHole } from '../../assembly/text';
import type { DestinationKind } from '../../catalogue/channel';
import { accountNamed } from './destinations/account';
import { type Answer, HOME, type Terms, undecided, whereMade } from './destinations/answer';
import { bucketAtHost, bucketCalled, bucketMadeHere } from './destinations/bucket';
import { hostNamed } from './destinations/host';
import { modelNamed } from './destinations/model';
import { regionNamed } from './destinations/region';
import { zoneNamed } from './destinations/zone';

export type { Answer, Terms } from './destinations/answer';

/** Kinds of value that are a place, rather than a text that may speak of some. */
export type PlaceKind = Exclude<DestinationKind, 'text' | 'code' | 'script'>;

/** Where one text leads: the worst of what it names where it names several. */
export function reachOf(kind: PlaceKind, text: Text, terms: Terms, index: Index): Answer {
  const isList = LISTED.has(kind) && text.some((part) => typeof part === 'string' && part.includes(','));
  if (!isList) return reachOfOne(kind, text, terms, index);
  const answers = split(text, ',').map((one) => reachOfOne(kind, one, terms, index));
  return RANKING.map((reach) => answers.find((answer) => answer.reach === reach)).find(Boolean) ?? HOME;
}

const RANKING = ['abroad', 'unknown', 'home'] as const;

/** Kinds of which one text can hold several, with commas between them. */
const LISTED: ReadonlySet<DestinationKind> = new Set(['region', 'zone', 'endpoint', 'account']);

function reachOfOne(kind: PlaceKind, text: Text, terms: Terms, index: Index): Answer {
  switch (kind) {
    case 'region':
      return regionNamed(text, terms);
    case 'arn':
      return arnNamed(text, terms, index);
    case 'bucket':
      return bucketNamed(text, terms, index);
    case 'endpoint':
      return hostNamed(text, terms);
    case 'zone':
      return zoneNamed(text, terms);
    case 'key':
      return keyNamed(text, terms, index);
    case 'model':
      return modelNamed(text, terms);
    case 'account':
      return accountNamed(text, terms);
    default:
      return kind satisfies never;
  }
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
  // What schedules and state machines call is named like this, and is called at home: `arn:aws:states:::sqs:sendMessage`.
  'scheduler',
  'states',
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
  return bucketAtHost(text, terms, index) ?? bucketCalled(text, terms, index);
}

/** A key's replicas may be anywhere, and its id says whether it can have any. */
function keyNamed(text: Text, terms: Terms, index: Index): Answer {
  const answer = arnNamed(text, terms, index);
  if (answer.reach === 'abroad' || !text.some((part) => typeof part === 'string' && /(?:^|\/)mrk-/u.test(part))) {
    return answer;
  }
  return { reach: 'unknown', because: 'a multi-region key, which other regions can have as well' };
}

/** A resource of the assembly is where its stack is, whatever it will be called. */
function madeHere(text: Text, terms: Terms): Answer | undefined {
  const [first] = text;
  if (typeof first !== 'object' || first.resource === undefined) return undefined;
  if (first.resource.type === 'AWS::S3::Bucket') return bucketMadeHere(split(text, '/')[0] ?? text, terms);
  return whereMade(first.resource, terms);
}
