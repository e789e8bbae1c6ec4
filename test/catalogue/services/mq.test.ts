import { mqDataReplication } from '../../../lib/catalogue/services/mq';
import { describeChannel } from '../../support/describe-channel';

describeChannel(mqDataReplication, [
  {
    name: 'reports a primary of which nothing is known',
    properties: { DataReplicationMode: 'CRDR', DataReplicationPrimaryBrokerArn: { Ref: 'Primary' } },
    template: { Parameters: { Primary: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'DataReplicationPrimaryBrokerArn', value: '${Primary}', reach: 'unknown' }],
  },
  {
    name: 'passes a primary in a region that is allowed',
    properties: {
      DataReplicationMode: 'CRDR',
      DataReplicationPrimaryBrokerArn: 'arn:aws:mq:eu-west-1:111122223333:broker:orders:b-1',
    },
    allowed: ['eu-west-1'],
    violations: [],
  },
  {
    name: 'reports a mode that a parameter can turn on',
    properties: { DataReplicationMode: { Ref: 'Mode' } },
    template: { Parameters: { Mode: { Type: 'String', AllowedValues: ['NONE', 'CRDR'] } }, Resources: {} },
    violations: [{ path: 'DataReplicationMode', value: 'NONE', reach: 'unknown' }],
  },
]);
