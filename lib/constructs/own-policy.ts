import type { IRole } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from './acknowledge';

/** Answers for a role whose rights are in the role itself, where two packs want a managed policy. */
export function acknowledgeOwnPolicy(role: IRole): void {
  acknowledge(role, {
    rules: ['NIST.800.53.R5::NIST.800.53.R5-IAMNoInlinePolicy', 'HIPAA.Security::HIPAA.Security-IAMNoInlinePolicy'],
    reason:
      "the role's rights are for its own work and go with it; a managed policy could be attached to other roles, or outlive this one",
    substitute: {
      control:
        'every role carries the boundary of its cell, names each action, and has no policy attached from elsewhere',
      test: 'test/stacks/permissions.test.ts',
    },
    owner: 'security',
    since: '2026-11-24',
  });
}
