import * as iam from 'aws-cdk-lib/aws-iam';
import type { App } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { storesBelow } from '../lib/constructs/store-declaration';
import { boundaryName, cellName, type StackKind } from '../lib/domain/cell';
import type { JurisdictionId } from '../lib/domain/jurisdictions';
import { ApiStack } from './api-stack';
import type { CellStack } from './cell-stack';
import { DataStack } from './data-stack';
import { GuardStack } from './guard-stack';
import { IdentityStack } from './identity-stack';
import { NetworkStack } from './network-stack';
import { OversightStack } from './oversight-stack';

export interface CellProps {
  readonly jurisdiction: JurisdictionId;
  /** The AWS account of the cell. */
  readonly account: string;
  /** The domain that the cell's mail comes from. */
  readonly mailDomain: string;
}

/**
 * One cell: everything that people of one jurisdiction use, in their home region, and nothing that knows of another cell.
 *
 * Its stacks are children of the app, so that a stack's id, its name and what `cdk deploy` calls it are one word.
 */
export class Cell extends Construct {
  readonly stacks: Readonly<Record<StackKind, CellStack>>;

  constructor(app: App, props: CellProps) {
    super(app, cellName(props.jurisdiction));
    const { jurisdiction, account, mailDomain } = props;
    const own = { jurisdiction, account };
    const network = new NetworkStack(app, own);
    const data = new DataStack(app, own);
    const { storeKey, personKey, profiles, personKeys, conversations, jobs, receipts, media, archives, vault } = data;
    const identity = new IdentityStack(app, { ...own, network: network.functions, logKey: storeKey, mailDomain });
    const { pool, client } = identity;
    const api = new ApiStack(app, {
      ...own,
      network: network.functions,
      storeKey,
      personKey,
      profiles,
      personKeys,
      conversations,
      jobs,
      receipts,
      media,
      archives,
      pool,
      client,
    });
    const guard = new GuardStack(app, {
      ...own,
      network: network.functions,
      storeKey,
      api: api.api,
      workflows: api.workflows,
      sweeps: api.sweeps,
    });
    const kept = { storeKey, profiles, conversations, vault };
    const oversight = new OversightStack(app, { ...own, vpc: network.vpc, ...kept, pool });
    this.stacks = { Network: network, Data: data, Identity: identity, Api: api, Guard: guard, Oversight: oversight };

    const all = Object.values(this.stacks);
    api.tellWhereDataRests(storesBelow(...all));
    for (const stack of all) {
      // Every role of the cell, those that CDK makes for its own helpers included.
      iam.PermissionsBoundary.of(stack).apply(
        iam.ManagedPolicy.fromManagedPolicyName(stack, 'BoundaryByName', boundaryName(jurisdiction)),
      );
      if (stack !== network) stack.addStackDependency(network, 'its roles carry the boundary');
    }
  }
}
