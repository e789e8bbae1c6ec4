import { neptuneGlobalDatabase } from '../../../lib/catalogue/services/neptune';
import { describeChannel } from '../../support/describe-channel';

describeChannel(neptuneGlobalDatabase, [
  {
    name: 'reports a cluster that joins a global database of which only its name is known',
    type: 'AWS::Neptune::DBCluster',
    properties: { GlobalClusterIdentifier: { Ref: 'Global' } },
    template: { Parameters: { Global: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'GlobalClusterIdentifier', value: '${Global}', reach: 'unknown' }],
  },
  {
    name: 'passes a cluster whose parameter names none by default',
    type: 'AWS::Neptune::DBCluster',
    properties: { GlobalClusterIdentifier: { Ref: 'Global' } },
    template: { Parameters: { Global: { Type: 'String', Default: '' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'passes a cluster that is restored from another of the same template',
    type: 'AWS::Neptune::DBCluster',
    properties: { SourceDBClusterIdentifier: { Ref: 'Friends' } },
    template: { Resources: { Friends: { Type: 'AWS::Neptune::DBCluster', Properties: {} } } },
    violations: [],
  },
]);
