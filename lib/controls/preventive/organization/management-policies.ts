/** A policy that sets what is, instead of refusing calls, so that it binds service-linked roles and administrators alike. */
export interface ManagementPolicy {
  readonly [attribute: string]: unknown;
}

/**
 * What EC2 is set to in an account, whatever was set before, and by whomever.
 *
 * Its networks have no way to the internet: a network that needs one is excluded at the organization, not in the account. Names
 * and values are those of the page below, read in November 2026; `block_all_sharing` exists for snapshots only.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html
 */
export const EC2_POLICY: ManagementPolicy = {
  ec2_attributes: {
    exception_message: {
      '@@assign': 'personal data stays in its home region; ask the owner of the data protection rules',
    },
    image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
    serial_console_access: { status: { '@@assign': 'disabled' } },
    snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
    vpc_block_public_access: {
      internet_gateway_block: {
        exclusions_allowed: { '@@assign': 'disabled' },
        mode: { '@@assign': 'block_bidirectional' },
      },
    },
  },
};

/**
 * No AI service of AWS keeps content to improve itself, now or when another one comes, and no account can say otherwise.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html
 */
export const AI_OPT_OUT_POLICY: ManagementPolicy = {
  services: {
    '@@operators_allowed_for_child_policies': ['@@none'],
    default: {
      '@@operators_allowed_for_child_policies': ['@@none'],
      opt_out_policy: {
        '@@operators_allowed_for_child_policies': ['@@none'],
        '@@assign': 'optOut',
      },
    },
  },
};
