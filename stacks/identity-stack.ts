import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnOutput } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type FunctionNetwork, RegionalFunction } from '../lib/constructs/regional-function';
import { RegionalUserPool } from '../lib/constructs/regional-user-pool';
import { CellStack, type CellStackProps } from './cell-stack';
import { functionCode } from './function-code';

export interface IdentityStackProps extends CellStackProps {
  readonly network: FunctionNetwork;
  readonly logKey: IKey;
  /** The domain that the cell's mail comes from. */
  readonly mailDomain: string;
}

/** The accounts of a cell, and the trigger that refuses who does not belong here. */
export class IdentityStack extends CellStack {
  readonly pool: IUserPool;
  readonly client: IUserPoolClient;

  constructor(scope: Construct, props: IdentityStackProps) {
    super(scope, 'Identity', props, { description: 'the user pool and its triggers' });
    const { jurisdiction, network, logKey, mailDomain } = props;
    const preSignUp = new RegionalFunction(this, 'PreSignUp', {
      jurisdiction,
      name: 'pre-sign-up',
      description: 'refuses an account whose residence belongs to another jurisdiction',
      code: functionCode('pre-sign-up'),
      network,
      logKey,
    });
    const { pool, client } = new RegionalUserPool(this, 'Accounts', {
      jurisdiction,
      mailDomain,
      preSignUp: preSignUp.function,
      holds: {
        id: 'accounts',
        kind: 'user pool',
        holds:
          'your e-mail address, your country of residence, what you answered where the country of your phone disagreed, your password as a hash, and when you signed in',
        personal: true,
        retention: { until: 'erasure', thenRecoverableForDays: 0 },
        key: 'aws',
        legalBasis: 'contract',
        readers: ['you', 'operators of the cell, for support'],
      },
    });
    this.pool = pool;
    this.client = client;
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: client.userPoolClientId });
    for (const attribute of [pool.userPoolId, pool.userPoolArn, client.userPoolClientId]) this.exportValue(attribute);
  }
}
