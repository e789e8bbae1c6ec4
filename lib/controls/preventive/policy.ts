/** A policy as IAM, KMS and S3 take it. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  /** Everything that the statement is about, unless `NotResource` says what it is not about. */
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export function policyOf(...statements: readonly Statement[]): Policy {
  return { Version: '2012-10-17', Statement: statements };
}

/** The account and region that a policy is written for. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** The account as a principal: whoever the account's own IAM policies allow. */
export function accountPrincipal({ account }: Pick<Place, 'account'>): { readonly AWS: string } {
  return { AWS: `arn:aws:iam::${account}:root` };
}
