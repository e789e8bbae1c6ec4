import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { personKeyPolicy, type StoreKeyService, storeKeyPolicy } from '../controls/preventive/key-policy';
import type { Policy } from '../controls/preventive/policy';
import { cellName } from '../domain/cell';
import type { JurisdictionId } from '../domain/jurisdictions';
import { homeOf } from './home';

export interface StoreKeyProps {
  readonly jurisdiction: JurisdictionId;
  /** The services that encrypt with the key, in their home region only. */
  readonly services: readonly StoreKeyService[];
}

/**
 * A key under which stores of one cell are encrypted. Nobody uses it directly: cryptography goes through the named
 * services of the home region. There is no prop for a multi-region key or for a policy.
 */
export class StoreKey extends Construct {
  readonly key: kms.IKey;

  constructor(scope: Construct, id: string, props: StoreKeyProps) {
    super(scope, id);
    const policy = storeKeyPolicy(homeOf(this, props.jurisdiction), props.services);
    this.key = regionalKey(this, 'encrypts the stores of the cell', policy);
  }
}

export interface PersonKeyProps {
  readonly jurisdiction: JurisdictionId;
  /** Names of the roles that may wrap and unwrap a person's data key. */
  readonly roles: readonly string[];
}

/**
 * The key under which each person's own data key is wrapped: used by the named roles only, and only with an encryption
 * context of this cell and one person.
 */
export class PersonKey extends Construct {
  readonly key: kms.IKey;

  constructor(scope: Construct, id: string, props: PersonKeyProps) {
    super(scope, id);
    const home = homeOf(this, props.jurisdiction);
    const policy = personKeyPolicy(home, cellName(props.jurisdiction), props.roles);
    this.key = regionalKey(this, "wraps each person's data key", policy);
  }
}

function regionalKey(scope: Construct, description: string, policy: Policy): kms.Key {
  return new kms.Key(scope, 'Key', {
    description,
    policy: PolicyDocument.fromJson(policy),
    enableKeyRotation: true,
    multiRegion: false,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
