import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const mqDataReplication = defineChannel({
  id: 'mq-data-replication',
  title: 'Message brokers are replicas of brokers in their home region only',
  risk: 'Every message of the primary is copied to the replica, and can be read where that is.',
  level: 'content',
  legitimate:
    'For queues of jobs and machine events, or with a replica in the same jurisdiction. What waits in a queue counts as stored.',
  remediation: 'Set DataReplicationMode to NONE, and use a broker with a standby in another zone.',
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::AmazonMQ::Broker'],
        path: 'DataReplicationPrimaryBrokerArn',
        kind: 'arn',
        unless: { path: 'DataReplicationMode', is: ['NONE'] },
      },
      {
        types: ['AWS::AmazonMQ::Broker'],
        path: 'DataReplicationMode',
        kind: 'flag',
        opens: ['CRDR'],
        reach: 'unknown',
        because: 'which makes it one of a pair of brokers in two regions',
        unless: { path: 'DataReplicationPrimaryBrokerArn', is: 'present' },
      },
    ],
    violating: [
      exampleOf('AWS::AmazonMQ::Broker', {
        EngineType: 'ACTIVEMQ',
        DataReplicationMode: 'CRDR',
        DataReplicationPrimaryBrokerArn: 'arn:aws:mq:us-east-1:111122223333:broker:orders:b-1234',
      }),
      exampleOf('AWS::AmazonMQ::Broker', { EngineType: 'ACTIVEMQ', DataReplicationMode: 'CRDR' }),
    ],
    compliant: [
      exampleOf('AWS::AmazonMQ::Broker', { BrokerName: 'orders-us-east-1', EngineType: 'ACTIVEMQ' }),
      exampleOf('AWS::AmazonMQ::Broker', {
        EngineType: 'ACTIVEMQ',
        DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
        DataReplicationMode: 'NONE',
        DataReplicationPrimaryBrokerArn: 'arn:aws:mq:us-east-1:111122223333:broker:orders:b-1234',
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'a replica asks for an action of its own at the primary, so that its deny costs nothing else. The replica is made by a call in its own region, which a region deny stops as well.',
    denies: [{ actions: ['mq:CreateReplicaBroker'], authorisedIn: 'source', strength: 'exact' }],
  },
  detective: {
    events: [
      {
        eventSource: 'mq.amazonaws.com',
        eventName: 'CreateBroker',
        recordedIn: 'destination',
        opens: [{ path: 'dataReplicationPrimaryBrokerArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-mq',
        command: 'DescribeBrokerCommand',
        field: 'DataReplicationMetadata.DataReplicationCounterpart.Region',
        kind: 'region',
      },
    ],
  },
});
