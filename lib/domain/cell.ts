import type { JurisdictionId } from './jurisdictions';

/** The stacks of a cell, in the order in which they build on each other. */
export const STACK_KINDS = ['Network', 'Data', 'Identity', 'Api', 'Guard', 'Oversight'] as const;
export type StackKind = (typeof STACK_KINDS)[number];

/** The stacks that hold data: they outlive any change of the code, and are protected from deletion. */
export const STATEFUL_STACKS = ['Data', 'Identity', 'Oversight'] as const satisfies readonly StackKind[];

/** A jurisdiction's id as it begins the names of its stacks, policies and roles: `Eu`. */
export type CellName = Capitalize<JurisdictionId>;

export function cellName<Id extends string>(jurisdiction: Id): Capitalize<Id> {
  return `${jurisdiction.charAt(0).toUpperCase()}${jurisdiction.slice(1)}` as Capitalize<Id>;
}

/** Name, id and selector of a stack: `Eu-Data`. It carries the cell's name because `cdk deploy --outputs-file` is keyed by it. */
export function stackName(jurisdiction: JurisdictionId, kind: StackKind): `${CellName}-${StackKind}` {
  return `${cellName(jurisdiction)}-${kind}`;
}

/** The stack of the organization's policies, which is no part of a cell. */
export const ORGANIZATION_STACK = 'Organization';

/** Name of the managed policy that bounds every role of a cell. */
export function boundaryName<Id extends string>(jurisdiction: Id): `${Capitalize<Id>}-Boundary` {
  return `${cellName(jurisdiction)}-Boundary`;
}

/** Name of the managed policy with which CloudFormation deploys a cell. */
export function deploymentPolicyName<Id extends string>(jurisdiction: Id): `${Capitalize<Id>}-Deployment` {
  return `${cellName(jurisdiction)}-Deployment`;
}

/** Name of the managed policy that bounds the roles of a cell's CDK bootstrap. */
export function deploymentBoundaryName<Id extends string>(jurisdiction: Id): `${Capitalize<Id>}-DeploymentBoundary` {
  return `${cellName(jurisdiction)}-DeploymentBoundary`;
}

/** Name of the role with which a cell takes back what has opened a channel. */
export function undoRoleName<Id extends string>(jurisdiction: Id): `${Capitalize<Id>}-undo` {
  return `${cellName(jurisdiction)}-undo`;
}
