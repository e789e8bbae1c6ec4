import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, IAMClient, PutRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam';
import { STACK_KINDS, stackName } from '../domain/cell';
import { HOME_REGION, JURISDICTION_IDS } from '../domain/jurisdictions';
import { DEPLOYED_STACKS, type Template } from './cdk';
import { LocalError } from './errors';
import { sdkConfiguration, type Target } from './target';
import { resolveText } from './template-text';

/** A role, and the boundary that it carries because its template says so. */
export interface BoundedRole {
  readonly stack: string;
  readonly logicalId: string;
  readonly roleName: string;
  readonly boundary: string;
  /** Whether this run had to put it there. */
  readonly put: boolean;
}

/**
 * Puts on each role the permissions boundary that its template names, where CloudFormation left it out: the emulator's drops
 * that property without a word, and enforces what is put through the API. Nothing else is altered, and each role is read back.
 */
export async function settleBoundaries(target: Target, template: (stack: string) => Template): Promise<BoundedRole[]> {
  const iam = new IAMClient(sdkConfiguration(target, 'us-east-1'));
  const stacks = JURISDICTION_IDS.flatMap((id) =>
    STACK_KINDS.map((kind) => ({ name: stackName(id, kind), region: HOME_REGION[id] })),
  );
  const deployed = stacks.filter(({ name }) => DEPLOYED_STACKS.includes(name));
  const settled: BoundedRole[] = [];
  for (const { name, region } of deployed) {
    const cloudFormation = new CloudFormationClient(sdkConfiguration(target, region));
    const place = { account: target.account, region };
    for (const [logicalId, { Type, Properties }] of Object.entries(template(name).Resources ?? {})) {
      if (Type !== 'AWS::IAM::Role') continue;
      const boundary = resolveText(Properties?.['PermissionsBoundary'], place);
      if (boundary === undefined) {
        throw new LocalError(
          'BoundaryUnknown',
          `role '${logicalId}' of '${name}' names no permissions boundary that could be read from its template; each role of a cell needs one`,
        );
      }
      const { StackResourceDetail: resource } = await cloudFormation.send(
        new DescribeStackResourceCommand({ StackName: name, LogicalResourceId: logicalId }),
      );
      const RoleName = resource?.PhysicalResourceId;
      if (RoleName === undefined)
        throw new LocalError('RoleMissing', `role '${logicalId}' of '${name}' was not deployed; deploy again`);
      const put = (await boundaryOf(iam, RoleName)) !== boundary;
      if (put) await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: boundary }));
      const carried = await boundaryOf(iam, RoleName);
      if (carried !== boundary) {
        throw new LocalError(
          'BoundaryMissing',
          `role '${RoleName}' carries the boundary '${carried}' after it was given '${boundary}'`,
        );
      }
      settled.push({ stack: name, logicalId, roleName: RoleName, boundary, put });
    }
  }
  return settled;
}

/** The ARN of the boundary that a role carries, as IAM tells it. */
export async function boundaryOf(iam: IAMClient, RoleName: string): Promise<string | undefined> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  return Role?.PermissionsBoundary?.PermissionsBoundaryArn;
}
