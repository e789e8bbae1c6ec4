import type { DestinationKind } from '../../lib/catalogue/channel';

/** Where the stacks of the leaks are, and the one place that they must not name. */
export const HOME = 'eu-central-1';
export const ABROAD = 'us-east-1';
export const ACCOUNT = '111122223333';
/** Made by a stack at home, and by one abroad. */
export const BUCKETS = { home: 'kept-at-home', abroad: 'kept-elsewhere' } as const;

/** A value that leaks, and the one that it should have been. */
export interface Pair {
  readonly leak: unknown;
  readonly twin: unknown;
}

/** Texts of a kind, one that leads abroad and one that stays, spelled as a property of this name wants it. */
export function pairOf(kind: DestinationKind | 'policy', name: string): Pair {
  switch (kind) {
    case 'region':
      return everywhere((region) => region);
    case 'zone':
      return everywhere((region) => `${region}a`);
    case 'arn':
    case 'key':
    case 'policy':
      return everywhere((region) => arnIn(region, name));
    case 'endpoint':
      return everywhere((region) => hostIn(region, name));
    case 'text':
      return everywhere((region) => `https://sqs.${region}.amazonaws.com/${ACCOUNT}/orders`);
    case 'code':
      return everywhere((region) => `const queue = new SQSClient({ region: '${region}' });`);
    case 'script':
      return everywhere((region) => `aws sqs receive-message --queue-url ${hostIn(region, 'Url')} --region ${region}`);
    case 'bucket':
      return { leak: bucketAs(BUCKETS.abroad, name), twin: bucketAs(BUCKETS.home, name) };
    case 'account':
      return { leak: '444455556666', twin: ACCOUNT };
    case 'model':
      return /Arn$|^CopyFrom$/u.test(name)
        ? everywhere((region) => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`)
        : { leak: 'us.amazon.nova-lite-v1:0', twin: 'amazon.nova-lite-v1:0' };
    default:
      return kind satisfies never;
  }
}

function everywhere(textIn: (region: string) => string): Pair {
  return { leak: textIn(ABROAD), twin: textIn(HOME) };
}

/** What stands behind the account in an ARN, by what a property is called. */
const SERVICES: readonly (readonly [RegExp, string, string])[] = [
  [/Kms|Key/iu, 'kms', 'key/11111111-2222-3333-4444-555555555555'],
  [/Topic|Sns/iu, 'sns', 'orders'],
  [/Firehose|Delivery/iu, 'firehose', 'deliverystream/orders'],
  [/Stream/iu, 'kinesis', 'stream/orders'],
  [/LogGroup/iu, 'logs', 'log-group:orders'],
  [/Lambda|Function|Uri/iu, 'lambda', 'function:orders'],
];

function arnIn(region: string, name: string): string {
  const [, service, resource] = SERVICES.find(([pattern]) => pattern.test(name)) ?? [/$/u, 'sqs', 'orders'];
  return `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;
}

function hostIn(region: string, name: string): string {
  const host = `sqs.${region}.amazonaws.com`;
  return /Url|Uri|Endpoint$|Issuer/iu.test(name) ? `https://${host}/${ACCOUNT}/orders` : host;
}

function bucketAs(bucket: string, name: string): string {
  if (/Arn$/iu.test(name)) return `arn:aws:s3:::${bucket}`;
  return /Uri$|Path$|Location$|^Destination$/iu.test(name) ? `s3://${bucket}/kept/` : bucket;
}

/** Texts at home for what AWS asks for, by the name of a property. */
const PLAUSIBLE: readonly (readonly [RegExp, string])[] = [
  [/Role(?:Arn)?$/iu, `arn:aws:iam::${ACCOUNT}:role/sample`],
  [/Bucket(?:Arn|ARN)$/u, `arn:aws:s3:::${BUCKETS.home}`],
  [/Bucket(?:Name)?$/u, BUCKETS.home],
  [/Arn$/iu, arnIn(HOME, '')],
  [/Region(?:Name)?$/u, HOME],
  [/Zone$/u, `${HOME}a`],
  [/Account(?:Id)?$|^Principal$/u, ACCOUNT],
  [/Url$|Uri$|Endpoint$|Host(?:name)?$|Server(?:Name)?$|Issuer$/u, hostIn(HOME, 'Url')],
  [/Cidr(?:Block)?$/iu, '10.0.0.0/16'],
];

export function plausible(name: string): string {
  return PLAUSIBLE.find(([pattern]) => pattern.test(name))?.[1] ?? 'sample';
}
