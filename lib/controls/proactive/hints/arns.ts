import { UNKNOWN_STRETCH } from '../../../assembly/text';
import { isImpersonal } from '../../../domain/impersonal-services';
import { inferenceGeography } from '../../../domain/inference-geographies';
import { isLike } from '../../../domain/like';
import { type Hint, names } from './reading';
import type { Surroundings } from './surroundings';

/** The parts of an ARN that a text spells out. */
export interface WrittenArn {
  readonly text: string;
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  readonly index: number;
}

const FIELD = `[\\w.*?${UNKNOWN_STRETCH}$\{}-]*`;
// The address of an integration holds the ARN of a function: `arn:aws:apigateway:…:lambda:path/…/functions/arn:aws:lambda:…`.
const ARN = new RegExp(
  `(?<![\\w:])arn:(${FIELD}):(${FIELD}):(${FIELD}):(${FIELD}):((?:(?!arn:)[^\\s"'\`,;<>()\\]}])*)`,
  'gu',
);

/** Every ARN that a text spells out, though parts of it may not be known. */
export function arnsIn(text: string): WrittenArn[] {
  if (!text.includes('arn:')) return [];
  return [...text.matchAll(ARN)].map(
    ([whole, partition = '', service = '', region = '', account = '', resource = '', ...rest]) => ({
      text: whole,
      partition,
      service,
      region,
      account,
      resource,
      index: rest[0] as unknown as number,
    }),
  );
}

/** What an ARN names abroad: nothing where what it names is code, an image or of a service without regions. */
export function arnHint(arn: WrittenArn, surroundings: Surroundings): Hint | undefined {
  const { partition, service, region, resource } = arn;
  if (partition === 'aws-cn') return names('aws-cn');
  if (isAllowedRegion(region, surroundings.allowed)) return modelHint(service, resource, surroundings);
  if (region === '') return service === 's3' ? surroundings.bucketHint(resource.split('/')[0] ?? '') : undefined;
  return isCode(service, resource) || isOfAws(arn) ? undefined : names(region);
}

function modelHint(service: string, resource: string, { geographyHint }: Surroundings): Hint | undefined {
  if (service !== 'bedrock') return undefined;
  const geography = inferenceGeography(resource.split('/')[1] ?? '');
  return geography === undefined ? undefined : geographyHint(geography);
}

/**
 * What AWS offers to everybody is of its account, or of none: `arn:aws:controltower:us-east-2::control/x`. Models are so, too,
 * but what is sent to them goes to the region that they are named in.
 */
function isOfAws({ service, account }: WrittenArn): boolean {
  if (service.startsWith('bedrock')) return false;
  return account === 'aws' || account === 'aws-managed' || (account === '' && OFFERS_OF_AWS.has(service));
}

/** Services whose ARNs without an account name what AWS offers, by https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const OFFERS_OF_AWS: ReadonlySet<string> = new Set(['codestar', 'controltower', 'elasticbeanstalk']);

/** Code and images may come from anywhere, and the services that hold them, or are global, get nothing of a person. */
function isCode(service: string, resource: string): boolean {
  return isImpersonal(service) || (service === 'lambda' && resource.startsWith('layer:'));
}

/** Whether the field can be an allowed region: `*`, `eu-*` and what is not known can. */
function isAllowedRegion(field: string, allowed: readonly string[]): boolean {
  if (field === '') return false;
  if (!field.includes('-')) return true;
  return allowed.some((region) =>
    isLike(region, field.replaceAll(/\$\{[^{}]*\}/gu, '*').replaceAll(UNKNOWN_STRETCH, '*')),
  );
}
