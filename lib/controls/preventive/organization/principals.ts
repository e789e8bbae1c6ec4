import { cellName, undoRoleName } from '../../../domain/cell';
import type { ExemptRole } from '../needed-actions';
import type { GuardedAccount } from './guarded-account';

/** The role that people of the operating team assume when nothing else helps, and whose every use is an alarm. */
export const BREAK_GLASS_ROLE = 'Domicile-BreakGlass';

/** What a role is, for whoever reads of its exemption. */
export const ROLE_TITLES: Readonly<Record<ExemptRole, string>> = {
  deployment: "CloudFormation's execution role of the CDK bootstrap",
  undo: 'the role with which a cell takes back what has opened a channel',
  'break-glass': `the role '${BREAK_GLASS_ROLE}'`,
  'control-tower': 'the role with which AWS Control Tower sets up an account',
};

/**
 * ARNs of an exempt role, as `aws:PrincipalArn` has them: that of the role, in whatever session. A policy binds principals of
 * the account that it is attached to, so that the account need not be named.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function principalsOf(role: ExemptRole, { cells }: GuardedAccount): string[] {
  const arn = (name: string) => `arn:aws:iam::*:role/${name}`;
  switch (role) {
    case 'deployment':
      // The default qualifier: a bootstrap has one such role for each account and region, which `cdk bootstrap` names.
      return cells.map(({ regions: [home] }) => arn(`cdk-hnb659fds-cfn-exec-role-*-${home}`));
    case 'undo':
      return cells.map(({ jurisdiction }) => arn(undoRoleName(jurisdiction)));
    case 'break-glass':
      return [arn(BREAK_GLASS_ROLE)];
    case 'control-tower':
      // https://docs.aws.amazon.com/controltower/latest/userguide/how-control-tower-works.html
      return [arn('AWSControlTowerExecution')];
  }
}

/** Roles that belong to one cell by their name: its own, and those of its bootstrap. */
export function rolesOfCell({ cells }: GuardedAccount, index: number): string[] {
  const cell = cells[index];
  if (cell === undefined) return [];
  const [home] = cell.regions;
  return [`arn:aws:iam::*:role/${cellName(cell.jurisdiction)}-*`, `arn:aws:iam::*:role/cdk-*-${home}`];
}

/** The condition under which a statement leaves roles out. */
export function butFor(roles: readonly ExemptRole[], account: GuardedAccount) {
  return { ArnNotLike: { 'aws:PrincipalArn': roles.flatMap((role) => principalsOf(role, account)) } };
}
