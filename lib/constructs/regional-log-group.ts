import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { LOG_DAYS } from '../domain/retention';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalLogGroupProps {
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'log group' };
  readonly encryptionKey: IKey;
}

/**
 * A log group of the home region: encrypted, kept for a month, and with a data protection policy that masks what looks
 * like an address should code ever log one. There is no prop for a subscription filter or an export.
 */
export class RegionalLogGroup extends Construct {
  readonly logGroup: logs.ILogGroup;

  constructor(scope: Construct, id: string, props: RegionalLogGroupProps) {
    super(scope, id);
    homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: props.encryptionKey,
      retention: RETENTION[LOG_DAYS],
      dataProtectionPolicy: new logs.DataProtectionPolicy({
        identifiers: [
          logs.DataIdentifier.ADDRESS,
          logs.DataIdentifier.EMAILADDRESS,
          logs.DataIdentifier.IPADDRESS,
          logs.DataIdentifier.NAME,
        ],
      }),
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

/** CDK's names for the days that CloudWatch Logs takes: other days do not compile. */
const RETENTION = {
  7: logs.RetentionDays.ONE_WEEK,
  14: logs.RetentionDays.TWO_WEEKS,
  30: logs.RetentionDays.ONE_MONTH,
  90: logs.RetentionDays.THREE_MONTHS,
} as const;
