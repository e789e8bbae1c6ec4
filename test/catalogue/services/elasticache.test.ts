import { elasticacheGlobalDatastore } from '../../../lib/catalogue/services/elasticache';
import { describeChannel } from '../../support/describe-channel';

const MEMBERS = 'Members[0].ReplicationGroupRegion';
const whole = { path: '', value: 'AWS::ElastiCache::GlobalReplicationGroup', reach: 'unknown' } as const;

describeChannel(elasticacheGlobalDatastore, [
  {
    name: 'reports the region of a member beside the datastore itself',
    properties: { Members: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: 'ap-southeast-1' }] },
    violations: [whole, { path: MEMBERS, value: 'ap-southeast-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region that only CloudFormation will know, even where two are allowed',
    properties: { Members: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: { Ref: 'Second' } }] },
    template: { Parameters: { Second: { Type: 'String' } }, Resources: {} },
    allowed: ['eu-west-1'],
    violations: [
      { ...whole, severity: 'info' },
      { path: MEMBERS, value: '${Second}', reach: 'unknown' },
    ],
  },
  {
    name: 'passes a replication group with replicas in several zones',
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: { NumCacheClusters: 3, MultiAZEnabled: true, AutomaticFailoverEnabled: true },
    violations: [],
  },
  {
    name: 'reports a replication group that joins the datastore of another stack',
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: { GlobalReplicationGroupId: { 'Fn::ImportValue': 'sessions-datastore' } },
    violations: [{ path: 'GlobalReplicationGroupId', value: '${sessions-datastore}', reach: 'unknown' }],
  },
]);
