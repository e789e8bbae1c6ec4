import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::MSK::Replicator'] as const;
const FAR_CLUSTER = 'arn:aws:kafka:us-east-1:111122223333:cluster/orders/1234abcd';

export const mskReplicator = defineChannel({
  id: 'msk-replicator',
  title: 'MSK replicators copy topics within their home region only',
  risk: 'Topics and the offsets of consumers are copied from one cluster to the other, mostly between two regions.',
  level: 'content',
  legitimate:
    'For topics of telemetry and catalogues, chosen by name rather than by `.*`, or between clusters of one jurisdiction.',
  remediation: 'Remove the replicator, or let both clusters be of the home region.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html'],

  proactive: {
    rules: [
      // What is pulled in counts as much as what is pushed out, and a cluster that nothing binds is most likely the other one.
      { types: TYPES, path: 'KafkaClusters[].AmazonMskCluster.MskClusterArn', kind: 'arn' },
      {
        types: TYPES,
        path: 'KafkaClusters[].ApacheKafkaCluster.BootstrapBrokerString',
        kind: 'endpoint',
        onlyAbroad: true,
      },
      { types: TYPES, path: 'ReplicationInfoList[].SourceKafkaClusterArn', kind: 'arn', passesUnnamed: true },
      { types: TYPES, path: 'ReplicationInfoList[].TargetKafkaClusterArn', kind: 'arn', passesUnnamed: true },
      { types: TYPES, path: 'LogDelivery.ReplicatorLogDelivery.S3.Bucket', kind: 'bucket' },
    ],
    violating: [
      replicator('KafkaClusters[].AmazonMskCluster.MskClusterArn', FAR_CLUSTER),
      replicator(
        'KafkaClusters[].ApacheKafkaCluster.BootstrapBrokerString',
        'b-1.orders.abcdef.c2.kafka.us-east-1.amazonaws.com:9092',
      ),
      replicator('ReplicationInfoList[].SourceKafkaClusterArn', FAR_CLUSTER),
      replicator('ReplicationInfoList[].TargetKafkaClusterArn', FAR_CLUSTER),
      replicator('LogDelivery.ReplicatorLogDelivery.S3.Bucket', 'logs-of-somebody-else'),
    ],
    compliant: [
      replicator('KafkaClusters[].AmazonMskCluster.MskClusterArn', {
        'Fn::Sub': 'arn:aws:kafka:${AWS::Region}:${AWS::AccountId}:cluster/us-east-1/1234abcd',
      }),
      replicator('LogDelivery.ReplicatorLogDelivery.S3', { Bucket: { Ref: 'Store' }, Prefix: 'us-east-1' }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'a replicator is made in the region of the target cluster, so a region deny stops one that pushes out. One that is made at home and pulls in is stopped only by the deny of the action.',
    denies: [
      {
        actions: ['kafka:CreateReplicator', 'kafka:UpdateReplicationInfo'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'kafka.amazonaws.com',
        eventName: 'CreateReplicator',
        recordedIn: 'destination',
        opens: [
          { path: 'kafkaClusters[].amazonMskCluster.mskClusterArn', kind: 'arn' },
          { path: 'replicationInfoList[].sourceKafkaClusterArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-kafka',
        command: 'ListReplicatorsCommand',
        field: 'Replicators[].KafkaClustersSummary[].AmazonMskCluster.MskClusterArn',
        kind: 'arn',
      },
    ],
  },
});

function replicator(path: string, value: unknown) {
  return exampleOf(
    'AWS::MSK::Replicator',
    { ReplicatorName: 'us-east-1', ...propertiesAt(path, value) },
    BUCKET_AT_HOME,
  );
}
