import { lightsailSnapshotCopy } from '../../../lib/catalogue/services/lightsail';
import { odbOracleCrossRegion } from '../../../lib/catalogue/services/odb';
import { describeChannel } from '../../support/describe-channel';

describeChannel(lightsailSnapshotCopy, [
  {
    name: 'reports an origin of which nothing is known',
    properties: { Origin: { Name: 'site', RegionName: { Ref: 'Where' } } },
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'Origin.RegionName', value: '${Where}', reach: 'unknown' }],
  },
]);

describeChannel(odbOracleCrossRegion, [
  {
    name: 'reports one region of two',
    properties: { CrossRegionS3RestoreSources: ['eu-west-1', 'us-east-1'] },
    allowed: ['eu-west-1'],
    violations: [{ path: 'CrossRegionS3RestoreSources[1]', value: 'us-east-1', reach: 'abroad' }],
  },
]);
