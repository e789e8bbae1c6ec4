/**
 * The geographies of Amazon Bedrock's cross-region inference profiles, by the prefix of the profile's id, each with the
 * regions that its profiles may send a request to. `global.` may send it to any commercial region.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
export const INFERENCE_GEOGRAPHIES = {
  global: 'every region',
  apac: [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
  ],
  au: ['ap-southeast-2', 'ap-southeast-4'],
  ca: ['ca-central-1', 'us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  'us-gov': ['us-gov-east-1', 'us-gov-west-1'],
} as const satisfies Readonly<Record<string, readonly string[] | 'every region'>>;

export type InferenceGeography = keyof typeof INFERENCE_GEOGRAPHIES;

/** The geography of a profile's id such as `eu.amazon.nova-pro-v1:0`; a model's own id, `amazon.nova-pro-v1:0`, has none. */
export function inferenceGeography(id: string): InferenceGeography | undefined {
  const [prefix = '', provider, model] = id.split('.');
  return Object.hasOwn(INFERENCE_GEOGRAPHIES, prefix) && provider !== undefined && model !== undefined
    ? (prefix as InferenceGeography)
    : undefined;
}
