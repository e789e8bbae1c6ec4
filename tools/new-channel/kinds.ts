import type { DestinationKind } from '../../lib/catalogue/channel';

/** A value that leads abroad and one that does not, for each kind that examples can be made of. */
export const KINDS = {
  region: { abroad: 'us-east-1', home: { Ref: 'AWS::Region' } },
  arn: { abroad: 'arn:aws:sqs:us-east-1:111122223333:orders', home: 'arn:aws:sqs:eu-central-1:111122223333:orders' },
  endpoint: { abroad: 'https://sqs.us-east-1.amazonaws.com', home: 'https://sqs.eu-central-1.amazonaws.com' },
  bucket: { abroad: 'arn:aws:s3:::somebody-elses-bucket', home: { 'Fn::GetAtt': ['Store', 'Arn'] } },
} as const satisfies Partial<Record<DestinationKind, { readonly abroad: unknown; readonly home: unknown }>>;

export type Kind = keyof typeof KINDS;
