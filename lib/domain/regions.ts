/**
 * The regions of AWS, each with its partition and where AWS says that it is.
 *
 * Source: the partition metadata that AWS publishes with its SDKs (botocore 1.43, `partitions.json`), and aws-cdk-lib's
 * `region-info`, which a test compares this table with.
 */
export const REGIONS = {
  'af-south-1': { partition: 'aws', place: 'Cape Town' },
  'ap-east-1': { partition: 'aws', place: 'Hong Kong' },
  'ap-east-2': { partition: 'aws', place: 'Taipei' },
  'ap-northeast-1': { partition: 'aws', place: 'Tokyo' },
  'ap-northeast-2': { partition: 'aws', place: 'Seoul' },
  'ap-northeast-3': { partition: 'aws', place: 'Osaka' },
  'ap-south-1': { partition: 'aws', place: 'Mumbai' },
  'ap-south-2': { partition: 'aws', place: 'Hyderabad' },
  'ap-southeast-1': { partition: 'aws', place: 'Singapore' },
  'ap-southeast-2': { partition: 'aws', place: 'Sydney' },
  'ap-southeast-3': { partition: 'aws', place: 'Jakarta' },
  'ap-southeast-4': { partition: 'aws', place: 'Melbourne' },
  'ap-southeast-5': { partition: 'aws', place: 'Malaysia' },
  'ap-southeast-6': { partition: 'aws', place: 'New Zealand' },
  'ap-southeast-7': { partition: 'aws', place: 'Thailand' },
  'ca-central-1': { partition: 'aws', place: 'Canada (Central)' },
  'ca-west-1': { partition: 'aws', place: 'Calgary' },
  'cn-north-1': { partition: 'aws-cn', place: 'Beijing' },
  'cn-northwest-1': { partition: 'aws-cn', place: 'Ningxia' },
  'eu-central-1': { partition: 'aws', place: 'Frankfurt' },
  'eu-central-2': { partition: 'aws', place: 'Zurich' },
  'eu-isoe-west-1': { partition: 'aws-iso-e', place: 'EU ISOE West' },
  'eu-north-1': { partition: 'aws', place: 'Stockholm' },
  'eu-south-1': { partition: 'aws', place: 'Milan' },
  'eu-south-2': { partition: 'aws', place: 'Spain' },
  'eu-west-1': { partition: 'aws', place: 'Ireland' },
  'eu-west-2': { partition: 'aws', place: 'London' },
  'eu-west-3': { partition: 'aws', place: 'Paris' },
  'eusc-de-east-1': { partition: 'aws-eusc', place: 'AWS European Sovereign Cloud (Germany)' },
  'il-central-1': { partition: 'aws', place: 'Tel Aviv' },
  'me-central-1': { partition: 'aws', place: 'UAE' },
  'me-south-1': { partition: 'aws', place: 'Bahrain' },
  // Announced: in aws-cdk-lib's region-info, not yet in the SDKs' partition metadata.
  'me-west-1': { partition: 'aws', place: 'Middle East (West)' },
  'mx-central-1': { partition: 'aws', place: 'Mexico (Central)' },
  'sa-east-1': { partition: 'aws', place: 'Sao Paulo' },
  'us-east-1': { partition: 'aws', place: 'N. Virginia' },
  'us-east-2': { partition: 'aws', place: 'Ohio' },
  'us-gov-east-1': { partition: 'aws-us-gov', place: 'AWS GovCloud (US-East)' },
  'us-gov-west-1': { partition: 'aws-us-gov', place: 'AWS GovCloud (US-West)' },
  'us-iso-east-1': { partition: 'aws-iso', place: 'US ISO East' },
  'us-iso-west-1': { partition: 'aws-iso', place: 'US ISO West' },
  'us-isob-east-1': { partition: 'aws-iso-b', place: 'US ISOB East (Ohio)' },
  'us-isob-west-1': { partition: 'aws-iso-b', place: 'US ISOB West' },
  'us-isof-east-1': { partition: 'aws-iso-f', place: 'US ISOF East' },
  'us-isof-south-1': { partition: 'aws-iso-f', place: 'US ISOF South' },
  'us-west-1': { partition: 'aws', place: 'N. California' },
  'us-west-2': { partition: 'aws', place: 'Oregon' },
} as const satisfies Readonly<Record<string, { readonly partition: string; readonly place: string }>>;

export type Region = keyof typeof REGIONS;

/** Whether AWS has a region of this name, in any partition. */
export function isRegion(name: string): name is Region {
  return Object.hasOwn(REGIONS, name);
}
