/**
 * What AWS takes of each kind of policy: characters of a document, and documents of one target.
 *
 * As the documentation has it, read in November 2026. Service control policies had 5,120 characters, and 5 at a target, until May
 * 2026, and translations of the page still say so.
 * Of policies of an organization white space counts, so their files have none; of those of IAM it does not.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
 */
export const LIMITS = {
  scp: { characters: 10_240, ofOneTarget: 10 },
  rcp: { characters: 5120, ofOneTarget: 5 },
  declarative: { characters: 10_000, ofOneTarget: 10 },
  'ai-opt-out': { characters: 2500, ofOneTarget: 5 },
  boundary: { characters: 6144, ofOneTarget: 1 },
  'deployment-boundary': { characters: 6144, ofOneTarget: 1 },
  deployment: { characters: 6144, ofOneTarget: 10 },
  endpoint: { characters: 20_480, ofOneTarget: 1 },
  key: { characters: 32_768, ofOneTarget: 1 },
  bucket: { characters: 20_480, ofOneTarget: 1 },
  vault: { characters: 20_480, ofOneTarget: 1 },
} as const;

export type PolicyKind = keyof typeof LIMITS;

/**
 * Policies that AWS attaches by itself, and that take one place each: `FullAWSAccess` and `RCPFullAWSAccess`.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export const ATTACHED_BY_AWS = { scp: 1, rcp: 1 } as const satisfies Partial<Record<PolicyKind, number>>;
