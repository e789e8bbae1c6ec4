import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalQueueProps {
  /** Whose users' data the queue holds. */
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'queue'; readonly retention: { readonly until: 'age' } };
  readonly encryptionKey: IKey;
}

/**
 * A queue of the home region: encrypted, reached by TLS only, and what waits too long is deleted. There is no prop by
 * which another account or region could send or read.
 */
export class RegionalQueue extends Construct {
  readonly queue: sqs.IQueue;

  constructor(scope: Construct, id: string, props: RegionalQueueProps) {
    super(scope, id);
    homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: props.encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(props.holds.retention.days),
    });
  }
}
