import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { JurisdictionId } from '../domain/jurisdictions';
import { POINT_IN_TIME_RECOVERY_DAYS } from '../domain/retention';
import type { StoreClass } from '../domain/store-class';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalTableProps {
  /** Whose users' data the table holds. */
  readonly jurisdiction: JurisdictionId;
  readonly holds: StoreClass & { readonly kind: 'table' };
  readonly encryptionKey: IKey;
  readonly partitionKey: dynamodb.Attribute;
  /** @default - no sort key */
  readonly sortKey?: dynamodb.Attribute;
  /** The attribute with the epoch second after which DynamoDB deletes the item. @default - items stay */
  readonly timeToLiveAttribute?: string;
}

/**
 * A table whose items never leave their home region.
 *
 * There is no `replicas` prop: a table that spans regions cannot be written down with this construct. It is an
 * `AWS::DynamoDB::Table`, a type that has no replica property at all.
 */
export class RegionalTable extends Construct {
  readonly table: dynamodb.ITable;

  constructor(scope: Construct, id: string, props: RegionalTableProps) {
    super(scope, id);
    homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: props.partitionKey,
      sortKey: props.sortKey,
      timeToLiveAttribute: props.timeToLiveAttribute,
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.encryptionKey,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: POINT_IN_TIME_RECOVERY_DAYS,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
