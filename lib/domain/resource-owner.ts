/**
 * Keys of a condition that ask whose resource it is.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties
 */
export const RESOURCE_OWNER_KEYS = [
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
  's3:ResourceAccount',
] as const;
