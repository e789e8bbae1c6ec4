import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { reasonAgainst } from '../controls/nag/substitutes';
import { bucketPolicy } from '../controls/preventive/bucket-policy';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { NONCURRENT_VERSION_DAYS } from '../domain/retention';
import { acknowledge } from './acknowledge';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalBucketProps {
  /** Whose users' data the bucket holds. */
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'bucket' | 'trail' };
  readonly encryptionKey: IKey;
  /** After how many days a version that was overwritten or deleted goes. @default NONCURRENT_VERSION_DAYS */
  readonly oldVersionDays?: number;
  /**
   * Where requests to the bucket are recorded; left out where people's devices follow links to it: S3 records the network address of
   * each, and of nobody's is a record made here.
   */
  readonly accessLogs?: AccessLogBucket;
  /** Whether people's browsers send and fetch objects, by links that the cell has signed. @default false */
  readonly reachedByPages?: boolean;
}

/**
 * A bucket whose objects never leave their home region: no public access, encrypted, versioned, reached by TLS only and by
 * nobody of another account, old versions deleted. There is no prop for replication, inventory, analytics or a website.
 */
export class RegionalBucket extends Construct {
  readonly bucket: s3.IBucket;

  constructor(scope: Construct, id: string, props: RegionalBucketProps) {
    super(scope, id);
    homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    const { retention } = props.holds;
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...closed,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      ...(props.accessLogs !== undefined && {
        serverAccessLogsBucket: props.accessLogs.bucket,
        serverAccessLogsPrefix: `${id}/`,
      }),
      lifecycleRules: [lifecycle(retention.until === 'age' ? retention.days : undefined, props.oldVersionDays)],
      ...(props.reachedByPages === true && { cors: [BY_SIGNED_LINK] }),
    });
    closeToOthers(this.bucket);
    acknowledgeNoReplication(this.bucket);
    if (props.accessLogs === undefined) acknowledgeNoAccessLogs(this.bucket);
  }
}

export interface AccessLogBucketProps {
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'bucket'; readonly retention: { readonly until: 'age' } };
}

/**
 * Where S3 records requests to the buckets of the same stack.
 *
 * It is encrypted with S3's own key: S3 delivers server access logs to no bucket whose default key is a customer's.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogBucket extends Construct {
  readonly bucket: s3.IBucket;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...closed,
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [lifecycle(props.holds.retention.days)],
    });
    closeToOthers(this.bucket);
    acknowledgeNoReplication(this.bucket);
    acknowledge(this.bucket, {
      rules: [
        'NIST.800.53.R5::NIST.800.53.R5-S3DefaultEncryptionKMS',
        'HIPAA.Security::HIPAA.Security-S3DefaultEncryptionKMS',
      ],
      reason: "S3 delivers its access logs to no bucket whose default key is a customer's",
      substitute: {
        control: "the bucket is encrypted with S3's own keys, closed to the public, and reached by TLS only",
        test: 'test/stacks/data.test.ts',
      },
      owner: 'security',
      since: '2026-11-24',
    });
  }
}

/** Puts the policy of a cell's buckets on a bucket; that no request comes without TLS, CDK puts there for `enforceSSL`. */
function closeToOthers(bucket: s3.IBucket): void {
  for (const statement of bucketPolicy(Stack.of(bucket), bucket.bucketName).Statement) {
    if (statement.Sid === 'TlsOnly') continue;
    const Resource = [bucket.bucketArn, bucket.arnForObjects('*')];
    bucket.addToResourcePolicy(PolicyStatement.fromJson({ ...statement, Resource }));
  }
}

function acknowledgeNoReplication(bucket: s3.IBucket): void {
  acknowledge(bucket, {
    rules: [
      'NIST.800.53.R5::NIST.800.53.R5-S3BucketReplicationEnabled',
      'HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled',
    ],
    reason: reasonAgainst('NIST.800.53.R5-S3BucketReplicationEnabled', 'HIPAA.Security-S3BucketReplicationEnabled'),
    substitute: {
      control:
        'versioning against deletion and overwriting, for some days, and the bucket is kept when its stack goes; what remains is the loss of the whole region',
      test: 'test/stacks/data.test.ts',
    },
    owner: 'security',
    since: '2026-11-24',
  });
}

function acknowledgeNoAccessLogs(bucket: s3.IBucket): void {
  acknowledge(bucket, {
    rules: [
      'AwsSolutions::AwsSolutions-S1',
      'NIST.800.53.R5::NIST.800.53.R5-S3BucketLoggingEnabled',
      'HIPAA.Security::HIPAA.Security-S3BucketLoggingEnabled',
    ],
    reason:
      "S3's log has the network address of whoever follows a link, which is personal data that this service does not collect",
    substitute: {
      control:
        'each link is signed by a route for one object and a short time, and the log of the API has each call of that route, without an address',
      test: 'test/stacks/api.test.ts',
    },
    owner: 'security',
    since: '2026-11-24',
  });
}

/**
 * What a page may do with a link that a cell has signed: what any program may. The signature is the permission, and there is no
 * other; a page of another home, whose address no cell knows, fetches what its person was let read. No cookie is ever sent.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
const BY_SIGNED_LINK: s3.CorsRule = {
  allowedOrigins: ['*'],
  allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.POST],
};

const closed = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** In a versioned bucket an object that expires becomes an old version first: both times together are the days. */
function lifecycle(days: number | undefined, oldVersionDays = NONCURRENT_VERSION_DAYS): s3.LifecycleRule {
  return {
    id: 'Retention',
    abortIncompleteMultipartUploadAfter: Duration.days(1),
    noncurrentVersionExpiration: Duration.days(oldVersionDays),
    ...(days === undefined
      ? { expiredObjectDeleteMarker: true }
      : { expiration: Duration.days(days - oldVersionDays) }),
  };
}
