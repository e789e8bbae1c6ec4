import { dmsEndpoints } from '../../../lib/catalogue/services/dms';
import { describeChannel } from '../../support/describe-channel';

describeChannel(dmsEndpoints, [
  {
    name: 'passes a source of which nothing is known',
    properties: { EndpointType: 'source', ServerName: { Ref: 'Host' } },
    template: { Parameters: { Host: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reports a target of which nothing is known',
    properties: { EndpointType: 'target', ServerName: { Ref: 'Host' } },
    template: { Parameters: { Host: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'ServerName', value: '${Host}', reach: 'unknown' }],
  },
  {
    name: 'passes a target that the template makes',
    properties: { EndpointType: 'target', ServerName: { 'Fn::GetAtt': ['People', 'Endpoint.Address'] } },
    template: { Resources: { People: { Type: 'AWS::RDS::DBCluster', Properties: {} } } },
    violations: [],
  },
  {
    name: 'reports a source abroad that is pulled in',
    properties: { EndpointType: 'source', ServerName: 'people.abc.ap-southeast-1.rds.amazonaws.com' },
    violations: [{ path: 'ServerName', value: 'people.abc.ap-southeast-1.rds.amazonaws.com', reach: 'abroad' }],
  },
  {
    name: 'reports a broker in another region',
    properties: {
      EndpointType: 'target',
      KafkaSettings: { Broker: 'b-1.people.abc.c2.kafka.us-east-1.amazonaws.com:9092' },
    },
    violations: [
      { path: 'KafkaSettings.Broker', value: 'b-1.people.abc.c2.kafka.us-east-1.amazonaws.com:9092', reach: 'abroad' },
    ],
  },
  {
    name: 'only points out an instance with an address in the internet, which is what DMS makes unless told',
    type: 'AWS::DMS::ReplicationInstance',
    properties: {},
    violations: [{ path: 'PubliclyAccessible', value: 'nothing', reach: 'unknown', severity: 'info' }],
  },
]);
