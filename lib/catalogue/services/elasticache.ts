import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const elasticacheGlobalDatastore = defineChannel({
  id: 'elasticache-global-datastore',
  title: 'ElastiCache replication groups belong to no global datastore',
  risk: 'Every key of the cache is copied to each secondary region, and can be read there.',
  level: 'content',
  legitimate:
    'For computed prices, rankings and other values without a person as key. Sessions and profiles are cached at home, and cost nothing but a second look-up to lose.',
  remediation: 'Remove the global replication group, and give the people of the other region a cache of their own.',
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-globalreplicationgroup.html',
  ],

  proactive: {
    rules: [
      openToAnyRegion(
        ['AWS::ElastiCache::GlobalReplicationGroup'],
        '',
        'which lets replication groups of other regions join and be copies',
      ),
      {
        types: ['AWS::ElastiCache::GlobalReplicationGroup'],
        path: 'Members[].ReplicationGroupRegion',
        kind: 'region',
      },
      {
        types: ['AWS::ElastiCache::GlobalReplicationGroup'],
        path: 'RegionalConfigurations[].ReplicationGroupRegion',
        kind: 'region',
      },
      openToAnyRegion(
        ['AWS::ElastiCache::ReplicationGroup'],
        'GlobalReplicationGroupId',
        'which makes it a copy in a global datastore, whose primary can be in any region',
      ),
    ],
    violating: [
      globalGroup({ Members: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: { Ref: 'AWS::Region' } }] }),
      globalGroup({ Members: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: 'us-east-1' }] }),
      globalGroup({
        RegionalConfigurations: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: 'us-east-1' }],
      }),
      exampleOf('AWS::ElastiCache::ReplicationGroup', { GlobalReplicationGroupId: 'ldgnf-sessions' }),
    ],
    compliant: [
      exampleOf('AWS::ElastiCache::ReplicationGroup', {
        ReplicationGroupId: 'sessions-us-east-1',
        ReplicationGroupDescription: 'no copy of us-east-1',
        MultiAZEnabled: true,
      }),
      exampleOf('AWS::ElastiCache::ReplicationGroup', { GlobalReplicationGroupId: { Ref: 'AWS::NoValue' } }),
      exampleOf('AWS::ElastiCache::ServerlessCache', { ServerlessCacheName: 'sessions-us-east-1', Engine: 'valkey' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of a member. A secondary is made by CreateReplicationGroup in its own region, which a region deny stops there; without a global group there is nothing to join, and refusing its making costs nothing else.',
    denies: [
      { actions: ['elasticache:CreateGlobalReplicationGroup'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'elasticache.amazonaws.com',
        eventName: 'CreateGlobalReplicationGroup',
        recordedIn: 'source',
        opens: [{ path: 'primaryReplicationGroupId', kind: 'presence' }],
      },
      {
        eventSource: 'elasticache.amazonaws.com',
        eventName: 'CreateReplicationGroup',
        recordedIn: 'destination',
        opens: [{ path: 'globalReplicationGroupId', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-elasticache',
        command: 'DescribeGlobalReplicationGroupsCommand',
        field: 'GlobalReplicationGroups[].Members[].ReplicationGroupRegion',
        kind: 'region',
      },
    ],
  },
});

function globalGroup(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::ElastiCache::GlobalReplicationGroup', properties);
}
