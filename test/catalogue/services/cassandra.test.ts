import { keyspacesMultiRegion } from '../../../lib/catalogue/services/cassandra';
import { describeChannel } from '../../support/describe-channel';

describeChannel(keyspacesMultiRegion, [
  {
    name: 'reports each region abroad of a keyspace',
    properties: {
      ReplicationSpecification: {
        ReplicationStrategy: 'MULTI_REGION',
        RegionList: [{ Ref: 'AWS::Region' }, 'ap-southeast-2', { Ref: 'Third' }],
      },
    },
    template: { Parameters: { Third: { Type: 'String', Default: 'us-east-1' } }, Resources: {} },
    violations: [
      { path: 'ReplicationSpecification.RegionList[1]', value: 'ap-southeast-2', reach: 'abroad' },
      { path: 'ReplicationSpecification.RegionList[2]', value: 'us-east-1', reach: 'abroad' },
    ],
  },
  {
    name: 'reports a list of regions that only the deployment gives',
    properties: { ReplicationSpecification: { RegionList: { Ref: 'Regions' } } },
    template: { Parameters: { Regions: { Type: 'CommaDelimitedList' } }, Resources: {} },
    violations: [{ path: 'ReplicationSpecification.RegionList', value: '${Regions}', reach: 'unknown' }],
  },
  {
    name: 'passes a keyspace that is of one region by default',
    properties: {
      ReplicationSpecification: { ReplicationStrategy: { Ref: 'Strategy' }, RegionList: ['us-east-1'] },
    },
    template: { Parameters: { Strategy: { Type: 'String', Default: 'SINGLE_REGION' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'passes a keyspace whose regions are all allowed',
    properties: {
      ReplicationSpecification: { ReplicationStrategy: 'MULTI_REGION', RegionList: ['eu-central-1', 'eu-north-1'] },
    },
    allowed: ['eu-north-1'],
    violations: [],
  },
]);
