import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const keyspacesMultiRegion = defineChannel({
  id: 'keyspaces-multi-region',
  title: 'Keyspaces has its tables in their home region only',
  risk: 'Every row of every table of the keyspace is written in each of its regions, and can be read there.',
  level: 'content',
  legitimate:
    'For a keyspace of catalogues or settings, or for one whose regions all belong to the jurisdiction of the people in it.',
  remediation: 'Use SINGLE_REGION, and give the people of the other region a keyspace of their own.',
  references: [
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cassandra-keyspace.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Cassandra::Keyspace'],
        path: 'ReplicationSpecification.RegionList[]',
        kind: 'region',
        unless: { path: 'ReplicationSpecification.ReplicationStrategy', is: ['SINGLE_REGION'] },
      },
      // The settings of a replica; that it is one, the keyspace says, which may be in another stack.
      { types: ['AWS::Cassandra::Table'], path: 'ReplicaSpecifications[].Region', kind: 'region' },
    ],
    violating: [
      keyspaceIn('MULTI_REGION', ['eu-central-1', 'us-east-1']),
      exampleOf('AWS::Cassandra::Table', {
        KeyspaceName: 'people',
        ReplicaSpecifications: [{ Region: { Ref: 'AWS::Region' } }, { Region: 'us-east-1' }],
      }),
    ],
    compliant: [
      exampleOf('AWS::Cassandra::Keyspace', { KeyspaceName: 'people_us_east_1' }),
      keyspaceIn('SINGLE_REGION', ['us-east-1']),
      exampleOf('AWS::Cassandra::Table', {
        KeyspaceName: 'people',
        ReplicaSpecifications: [{ Region: { Ref: 'AWS::Region' } }],
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'what spans regions has actions of its own, so that their deny costs nothing at home. Which regions, no condition key tells.',
    denies: [
      {
        actions: [
          'cassandra:CreateMultiRegionResource',
          'cassandra:AlterMultiRegionResource',
          'cassandra:RestoreMultiRegionTable',
        ],
        authorisedIn: 'both',
        strength: 'exact',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cassandra.amazonaws.com',
        eventName: 'CreateKeyspace',
        recordedIn: 'source',
        opens: [{ path: 'replicationSpecification.regionList[]', kind: 'region' }],
      },
      {
        eventSource: 'cassandra.amazonaws.com',
        eventName: 'UpdateKeyspace',
        recordedIn: 'source',
        opens: [{ path: 'replicationSpecification.regionList[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-keyspaces',
        command: 'GetKeyspaceCommand',
        field: 'replicationRegions[]',
        kind: 'region',
      },
    ],
  },
});

function keyspaceIn(strategy: string, regions: readonly string[]) {
  return exampleOf('AWS::Cassandra::Keyspace', {
    ReplicationSpecification: { ReplicationStrategy: strategy, RegionList: regions },
  });
}
