import { boundaryName } from '../../domain/cell';
import { HOME_REGION, type JurisdictionId } from '../../domain/jurisdictions';
import { boundaryPolicy, MANAGED_POLICY_LIMIT } from './boundary';
import { ALL_CELL_ACTIONS } from './cell-actions';
import { deploymentBoundary, deploymentPolicy, type NamedPolicy } from './deployment-policy';

/** A policy of a cell, with what a person must know to put it where it belongs. */
export interface CellPolicy extends NamedPolicy {
  readonly kind: 'boundary' | 'deployment' | 'deployment-boundary';
  /** What it is attached to. */
  readonly target: string;
  /** Characters, white space aside, and how many IAM takes. */
  readonly size: number;
  readonly limit: number;
}

/** The managed policies of a cell, in the order in which an account needs them. */
export function cellPolicies(jurisdiction: JurisdictionId, account: string): CellPolicy[] {
  const place = { region: HOME_REGION[jurisdiction], account };
  const described = (kind: CellPolicy['kind'], target: string, named: NamedPolicy): CellPolicy => ({
    kind,
    target,
    ...named,
    size: JSON.stringify(named.policy).length,
    limit: MANAGED_POLICY_LIMIT,
  });
  return [
    described(
      'deployment-boundary',
      'every role of the CDK bootstrap, before the first deployment',
      deploymentBoundary(jurisdiction, place),
    ),
    described(
      'deployment',
      'the CloudFormation execution role of the CDK bootstrap, before the first deployment',
      deploymentPolicy(jurisdiction, place),
    ),
    described('boundary', 'every role of the cell; its Network stack makes it', {
      name: boundaryName(jurisdiction),
      policy: boundaryPolicy(place, ALL_CELL_ACTIONS),
    }),
  ];
}
