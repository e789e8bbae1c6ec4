import { boundaryName, cellName } from '../../domain/cell';
import { boundaryPolicy } from './boundary';
import { bucketPolicy } from './bucket-policy';
import { ALL_CELL_ACTIONS, PERSON_KEY_ROLES } from './cell-actions';
import { deploymentBoundary, deploymentPolicy } from './deployment-policy';
import { ENDPOINT_SERVICES, endpointPolicy } from './endpoint-policy';
import { CALLER_SERVICES, PRINCIPAL_SERVICES, personKeyPolicy, storeKeyPolicy } from './key-policy';
import type { PolicyKind } from './organization/limits';
import { type Place, type Policy, policyOf } from './policy';
import { vaultPolicy } from './vault-policy';

/** A policy of a cell, with what a person must know to put it where it belongs. */
export interface CellPolicy {
  readonly kind: PolicyKind;
  readonly name: string;
  /** What it is attached to. */
  readonly target: string;
  readonly policy: Policy;
}

/** The policies of a cell: those that an account needs before the first deployment, and those that the stacks put on what they make. */
export function cellPolicies(jurisdiction: string, place: Place): CellPolicy[] {
  const cell = cellName(jurisdiction);
  return [
    {
      kind: 'deployment-boundary',
      target: 'every role of the CDK bootstrap, before the first deployment',
      ...deploymentBoundary(jurisdiction, place),
    },
    {
      kind: 'deployment',
      target: 'the CloudFormation execution role of the CDK bootstrap, before the first deployment',
      ...deploymentPolicy(jurisdiction, place),
    },
    {
      kind: 'boundary',
      target: 'every role of the cell; its Network stack makes it',
      name: boundaryName(jurisdiction),
      policy: boundaryPolicy(place, ALL_CELL_ACTIONS),
    },
    ...ENDPOINT_SERVICES.map(
      (service): CellPolicy => ({
        kind: 'endpoint',
        target: `the endpoint of '${service}'; the Network stack puts it there`,
        name: `${cell}-Endpoint-${service}`,
        policy: policyOf(...endpointPolicy(service, place)),
      }),
    ),
    {
      kind: 'key',
      target: 'the key of the stores; the Data stack puts it there',
      name: `${cell}-StoreKey`,
      policy: storeKeyPolicy(place, [...CALLER_SERVICES, ...PRINCIPAL_SERVICES]),
    },
    {
      kind: 'key',
      target: "the key of people's keys; the Data stack puts it there",
      name: `${cell}-PersonKey`,
      policy: personKeyPolicy(
        place,
        cell,
        PERSON_KEY_ROLES.map((role) => `${cell}-${role}`),
      ),
    },
    {
      kind: 'bucket',
      target: "every bucket of the cell, by its name in the place of 'BUCKET'; its construct puts it there",
      name: `${cell}-Bucket`,
      policy: bucketPolicy(place),
    },
    { kind: 'vault', target: 'the backup vault', name: `${cell}-Vault`, policy: vaultPolicy(place) },
  ];
}
