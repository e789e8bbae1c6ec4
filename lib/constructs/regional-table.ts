import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalTableProps {
  /** Whose users' data the table holds. */
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'table'; readonly retention: { readonly until: 'erasure' } };
  readonly encryptionKey: IKey;
  readonly partitionKey: dynamodb.Attribute;
  /** @default - no sort key */
  readonly sortKey?: dynamodb.Attribute;
  /** Another attribute that items are found by; the index has the items' keys and nothing else. @default - none */
  readonly foundBy?: { readonly name: string; readonly attribute: dynamodb.Attribute };
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
    const { retention } = props.holds;
    const table = new dynamodb.Table(this, 'Table', {
      partitionKey: props.partitionKey,
      sortKey: props.sortKey,
      timeToLiveAttribute: props.timeToLiveAttribute,
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.encryptionKey,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: retention.thenRecoverableForDays,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (props.foundBy !== undefined) {
      table.addGlobalSecondaryIndex({
        indexName: props.foundBy.name,
        partitionKey: props.foundBy.attribute,
        projectionType: dynamodb.ProjectionType.KEYS_ONLY,
      });
    }
    this.table = table;
  }
}
