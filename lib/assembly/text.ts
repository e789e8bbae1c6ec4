/**
 * What a text comes to: known stretches, and holes where only CloudFormation will know.
 *
 * `arn:aws:s3:us-east-1:${Account}` still tells its region.
 */
export type Text = readonly (string | Hole)[];

/** A stretch of a text that is not known. */
export interface Hole {
  /** Equal keys stand for equal values. */
  readonly key: string;
  /** As a person reads it in the middle of a text: `${ReplicaRegion}`. */
  readonly label: string;
  /** Why it is not known, as the middle of a sentence: `parameter 'ReplicaRegion' has no default`. */
  readonly because: string;
  /** What would settle it. */
  readonly settle?: string;
  /** The resource that it is a name or an attribute of. */
  readonly resource?: ResourceAttribute;
}

/** What `Ref` (no attribute) or `Fn::GetAtt` takes of a resource that the assembly makes. */
export interface ResourceAttribute {
  readonly type: string;
  readonly logicalId: string;
  /** The id of the stack that makes it. */
  readonly stackId: string;
  /** The stack that makes it, as its app or its file names it. */
  readonly madeBy: string;
  /** Where the resource is: the region that its stack is deployed to. */
  readonly region: string;
  readonly partition: string;
  readonly account: string | Hole;
  readonly attribute?: string;
}

/** No template holds a longer one; something that grows beyond it is meant to. */
const LONGEST = 1_000_000;

export function textOf(value: string): Text {
  return value === '' ? [] : [value];
}

/** One after the other, neighbouring stretches made one. Undefined when that becomes absurdly long. */
export function concat(texts: readonly Text[], delimiter = ''): Text | undefined {
  const parts: (string | Hole)[] = [];
  let length = 0;
  const add = (part: string | Hole) => {
    const last = parts.at(-1);
    if (part === '') return;
    length += typeof part === 'string' ? part.length : 1;
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  for (const [index, text] of texts.entries()) {
    if (index > 0) add(delimiter);
    for (const part of text) add(part);
    if (length > LONGEST) return undefined;
  }
  return parts;
}

/** The whole text, or undefined when a part of it is not known. */
export function known(text: Text): string | undefined {
  if (text.length === 0) return '';
  const [first] = text;
  return text.length === 1 && typeof first === 'string' ? first : undefined;
}

/** The hole that is the whole of a text. */
export function wholeHole(text: Text): Hole | undefined {
  const [first] = text;
  return text.length === 1 && typeof first === 'object' ? first : undefined;
}

/** For a person: holes as their labels. */
export function show(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : part.label)).join('');
}

/** Stands where a text is not known, in a text that is searched: a character that no template holds. */
export const UNKNOWN_STRETCH = '\uFFFC';

/** For searching: the known stretches as they stand. */
export function searchable(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : UNKNOWN_STRETCH)).join('');
}

/** Equal for texts that are equal whatever their holes come to. */
export function canonical(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : `\u0000${part.key}\u0000`)).join('');
}

/** Whether the holes can be filled so that the text becomes this literal. Takes no longer than the literal is. */
export function couldBe(text: Text, literal: string, { ignoreCase = false } = {}): boolean {
  const fold = (part: string) => (ignoreCase ? part.toLowerCase() : part);
  const target = fold(literal);
  const whole = known(text);
  if (whole !== undefined) return fold(whole) === target;
  const [start, end] = [fold(edge(text, 0)), fold(edge(text, -1))];
  if (!target.startsWith(start) || !target.endsWith(end) || start.length + end.length > target.length) return false;
  let position = start.length;
  for (const part of text.slice(1, -1)) {
    if (typeof part === 'object') continue;
    const found = target.indexOf(fold(part), position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return position + end.length <= target.length;
}

/** Whether the holes of both can be filled so that they are equal; told by the known stretches at either end. */
export function couldBeEqual(one: Text, other: Text): boolean {
  const literal = known(other);
  if (literal !== undefined) return couldBe(one, literal);
  const whole = known(one);
  if (whole !== undefined) return couldBe(other, whole);
  return agree(edge(one, 0), edge(other, 0), 'start') && agree(edge(one, -1), edge(other, -1), 'end');
}

/**
 * Cuts a text at each delimiter of its known stretches. Holes are taken to hold none of them, except the ARN of a resource
 * of the assembly, whose shape is known.
 */
export function split(text: Text, delimiter: string): Text[] {
  const fields: (string | Hole)[][] = [[]];
  for (const part of text) {
    for (const [index, piece] of piecesOf(part, delimiter).entries()) {
      if (index > 0) fields.push([]);
      fields.at(-1)?.push(...piece);
    }
  }
  return fields.map((field) => concat([field]) ?? field);
}

function piecesOf(part: string | Hole, delimiter: string): Text[] {
  if (typeof part === 'string') return part.split(delimiter).map(textOf);
  if (delimiter !== ':') return [[part]];
  return arnFields(part) ?? [[part]];
}

/** Types whose `Ref` is an ARN, as their pages in the CloudFormation template reference say. */
const REF_IS_ARN = new Set([
  'AWS::CertificateManager::Certificate',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::SecretsManager::Secret',
  'AWS::SNS::Topic',
  'AWS::StepFunctions::StateMachine',
]);

/** Services whose ARNs have no region. */
const WITHOUT_REGION = new Set(['s3', 'iam', 'cloudfront', 'route53']);

/** The fields of a resource's ARN, told by where the resource is; undefined when the hole is no ARN of a resource. */
function arnFields(hole: Hole): Text[] | undefined {
  const { resource } = hole;
  if (resource === undefined) return undefined;
  const { type, attribute, partition, region, account } = resource;
  if (attribute === undefined ? !REF_IS_ARN.has(type) : !attribute.endsWith('Arn')) return undefined;
  const service = (type.split('::')[1] ?? '').toLowerCase();
  return [
    ['arn'],
    [partition],
    [service],
    WITHOUT_REGION.has(service) ? [] : [region],
    service === 's3' ? [] : [account],
    [{ ...hole, key: `${hole.key}:name` }],
  ];
}

function edge(text: Text, at: 0 | -1): string {
  const part = text.at(at);
  return typeof part === 'string' ? part : '';
}

function agree(one: string, other: string, from: 'start' | 'end'): boolean {
  return from === 'start' ? one.startsWith(other) || other.startsWith(one) : one.endsWith(other) || other.endsWith(one);
}
