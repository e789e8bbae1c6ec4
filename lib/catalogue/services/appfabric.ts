import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::AppFabric::IngestionDestination'] as const;
const BUCKET = 'DestinationConfiguration.AuditLog.Destination.S3Bucket.BucketName';

export const appfabricIngestion = defineChannel({
  id: 'appfabric-ingestion-destination',
  title: 'AppFabric writes what people did in other applications to buckets of its home region only',
  risk: 'Who signed in where and did what, by name, address and time, is written into the bucket.',
  level: 'content',
  legitimate:
    'For the security team of one company that watches its own employees under an agreement, in the jurisdiction that they work in.',
  remediation: 'Name a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/appfabric/latest/adminguide/what-is-appfabric.html',
    'https://docs.aws.amazon.com/appfabric/latest/api/API_CreateIngestionDestination.html',
  ],

  proactive: {
    // A delivery stream is named without a region, and is of the same one.
    rules: [{ types: TYPES, path: BUCKET, kind: 'bucket' }],
    violating: [exampleOf(TYPES[0], propertiesAt(BUCKET, 'audited-by-somebody-else'))],
    compliant: [exampleOf(TYPES[0], propertiesAt(BUCKET, { Ref: 'Store' }), BUCKET_AT_HOME)],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket.',
    denies: [
      {
        actions: ['appfabric:CreateIngestionDestination', 'appfabric:UpdateIngestionDestination'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'appfabric.amazonaws.com',
        eventName: 'CreateIngestionDestination',
        recordedIn: 'source',
        opens: [{ path: 'destinationConfiguration.auditLog.destination.s3Bucket.bucketName', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-appfabric',
        command: 'GetIngestionDestinationCommand',
        field: 'ingestionDestination.destinationConfiguration.auditLog.destination.s3Bucket.bucketName',
        kind: 'bucket',
      },
    ],
  },
});
