import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const TYPES = ['AWS::KafkaConnect::Connector'] as const;

export const mskConnect = defineChannel({
  id: 'msk-connect',
  title: 'MSK connectors read and write in their home region only',
  risk: 'The connector copies records between topics and the bucket, database or service that its configuration names.',
  level: 'content',
  legitimate: 'For connectors that bring public data in, or carry topics without people to where they are used.',
  remediation: 'Let the configuration name brokers, buckets and services of the home region.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect.html'],

  proactive: {
    rules: [
      { types: TYPES, path: 'ConnectorConfiguration{}', kind: 'text' },
      {
        types: TYPES,
        path: 'KafkaCluster.ApacheKafkaCluster.BootstrapServers',
        kind: 'endpoint',
        onlyAbroad: true,
      },
      { types: TYPES, path: 'LogDelivery.WorkerLogDelivery.S3.Bucket', kind: 'bucket' },
    ],
    violating: [
      connector({ ConnectorConfiguration: { 's3.bucket.name': 'orders', 's3.region': 'us-east-1' } }),
      connector({
        KafkaCluster: {
          ApacheKafkaCluster: { BootstrapServers: 'b-1.orders.abcdef.c2.kafka.us-east-1.amazonaws.com:9092' },
        },
      }),
      connector({ LogDelivery: { WorkerLogDelivery: { S3: { Enabled: true, Bucket: 'logs-of-somebody-else' } } } }),
    ],
    compliant: [
      connector({
        ConnectorConfiguration: { 's3.bucket.name': { Ref: 'Store' }, 's3.region': { Ref: 'AWS::Region' } },
        KafkaCluster: {
          ApacheKafkaCluster: { BootstrapServers: 'b-1.orders.abcdef.c2.kafka.eu-central-1.amazonaws.com:9092' },
        },
        LogDelivery: { WorkerLogDelivery: { S3: { Enabled: true, Bucket: { Ref: 'Store' }, Prefix: 'us-east-1' } } },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key reads the configuration. The connector works under a role of the customer, whose rights can be bound to the home region; a service outside of AWS asks for none.',
    denies: [{ actions: ['kafkaconnect:CreateConnector'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'kafkaconnect.amazonaws.com',
        eventName: 'CreateConnector',
        recordedIn: 'source',
        opens: [
          { path: 'kafkaCluster.apacheKafkaCluster.bootstrapServers', kind: 'endpoint' },
          { path: 'connectorConfiguration', kind: 'presence' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-kafkaconnect',
        command: 'DescribeConnectorCommand',
        field: 'connectorConfiguration{}',
        kind: 'text',
      },
    ],
  },
});

function connector(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::KafkaConnect::Connector', { ConnectorName: 'us-east-1', ...properties }, BUCKET_AT_HOME);
}
