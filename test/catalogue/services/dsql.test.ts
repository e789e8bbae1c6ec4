import { dsqlMultiRegionCluster } from '../../../lib/catalogue/services/dsql';
import { describeChannel } from '../../support/describe-channel';

describeChannel(dsqlMultiRegionCluster, [
  { name: 'passes a cluster of one region', properties: { DeletionProtectionEnabled: true }, violations: [] },
  {
    name: 'reports a witness and a peer, each where it stands',
    properties: {
      MultiRegionProperties: {
        WitnessRegion: 'eu-west-1',
        Clusters: [
          { 'Fn::Sub': 'arn:aws:dsql:${AWS::Region}:${AWS::AccountId}:cluster/here' },
          { 'Fn::Sub': 'arn:aws:dsql:eu-west-2:${AWS::AccountId}:cluster/there' },
        ],
      },
    },
    violations: [
      {
        path: 'MultiRegionProperties.Clusters[1]',
        value: 'arn:aws:dsql:eu-west-2:111122223333:cluster/there',
        reach: 'abroad',
      },
      { path: 'MultiRegionProperties.WitnessRegion', value: 'eu-west-1', reach: 'abroad' },
    ],
  },
  {
    name: 'passes witness and peer where they are allowed',
    properties: {
      MultiRegionProperties: {
        WitnessRegion: 'eu-west-1',
        Clusters: ['arn:aws:dsql:eu-west-2:111122223333:cluster/there'],
      },
    },
    allowed: ['eu-west-1', 'eu-west-2'],
    violations: [],
  },
  {
    name: 'reports peers that only the deployment gives',
    properties: { MultiRegionProperties: { Clusters: { Ref: 'Peers' } } },
    template: { Parameters: { Peers: { Type: 'CommaDelimitedList' } }, Resources: {} },
    violations: [{ path: 'MultiRegionProperties.Clusters', value: '${Peers}', reach: 'unknown' }],
  },
]);
