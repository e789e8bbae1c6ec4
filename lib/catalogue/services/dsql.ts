import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const dsqlMultiRegionCluster = defineChannel({
  id: 'dsql-multi-region-cluster',
  title: 'Aurora DSQL clusters have peers and witnesses in their home region only',
  risk: 'Every transaction is written in the region of the peer as well, and the witness region keeps its log.',
  level: 'content',
  legitimate:
    'For regions of one jurisdiction, witness included, since that keeps the log of all that is written; or for a cluster of inventory and prices.',
  remediation: 'Remove MultiRegionProperties, and give the people of the other region a cluster of their own.',
  references: [
    'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/multi-region-clusters.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dsql-cluster.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::DSQL::Cluster'], path: 'MultiRegionProperties.Clusters[]', kind: 'arn' },
      { types: ['AWS::DSQL::Cluster'], path: 'MultiRegionProperties.WitnessRegion', kind: 'region' },
    ],
    violating: [
      exampleOf('AWS::DSQL::Cluster', {
        MultiRegionProperties: { Clusters: ['arn:aws:dsql:us-east-1:111122223333:cluster/people'] },
      }),
      exampleOf('AWS::DSQL::Cluster', { MultiRegionProperties: { WitnessRegion: 'us-west-2' } }),
    ],
    compliant: [
      exampleOf('AWS::DSQL::Cluster', { Tags: [{ Key: 'Name', Value: 'people-us-east-1' }] }),
      exampleOf(
        'AWS::DSQL::Cluster',
        {
          MultiRegionProperties: {
            WitnessRegion: { Ref: 'AWS::Region' },
            Clusters: [{ 'Fn::GetAtt': ['Peer', 'ResourceArn'] }],
          },
        },
        { Peer: { Type: 'AWS::DSQL::Cluster', Properties: {} } },
      ),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'dsql:WitnessRegion names the witness, without which there is no second region. Which peer is added no key tells; but nothing else uses these actions, so that their deny costs nothing.',
    denies: [
      {
        actions: ['dsql:PutWitnessRegion'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'dsql:WitnessRegion', names: 'region' },
      },
      {
        actions: ['dsql:PutMultiRegionProperties', 'dsql:AddPeerCluster'],
        authorisedIn: 'both',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dsql.amazonaws.com',
        eventName: 'CreateCluster',
        recordedIn: 'source',
        opens: [
          { path: 'multiRegionProperties.witnessRegion', kind: 'region' },
          { path: 'multiRegionProperties.clusters[]', kind: 'arn' },
        ],
      },
      {
        eventSource: 'dsql.amazonaws.com',
        eventName: 'UpdateCluster',
        recordedIn: 'source',
        opens: [
          { path: 'multiRegionProperties.witnessRegion', kind: 'region' },
          { path: 'multiRegionProperties.clusters[]', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dsql',
        command: 'GetClusterCommand',
        field: 'multiRegionProperties.witnessRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-dsql',
        command: 'GetClusterCommand',
        field: 'multiRegionProperties.clusters[]',
        kind: 'arn',
      },
    ],
  },
});
