import { appfabricIngestion } from '../../../lib/catalogue/services/appfabric';
import { groundstationDelivery } from '../../../lib/catalogue/services/groundstation';
import { iotDataDelivery } from '../../../lib/catalogue/services/iot-data';
import { logsScheduledQuery } from '../../../lib/catalogue/services/logs-queries';
import { personalizeOutput } from '../../../lib/catalogue/services/personalize';
import { ramResourceShare } from '../../../lib/catalogue/services/ram';
import { rekognitionStreamProcessor } from '../../../lib/catalogue/services/rekognition';
import { rtbfabricLink } from '../../../lib/catalogue/services/rtbfabric';
import { streamChannelDelivery } from '../../../lib/catalogue/services/stream-channels';
import { describeChannel } from '../../support/describe-channel';

describeChannel(groundstationDelivery, [
  {
    name: 'passes an endpoint in the region of the contact, which none is named for',
    properties: { ConfigData: { DataflowEndpointConfig: { DataflowEndpointName: 'us-east-2' } } },
    violations: [],
  },
  {
    name: 'reports a region that is a parameter and bound to nothing',
    properties: { ConfigData: { DataflowEndpointConfig: { DataflowEndpointRegion: { Ref: 'Where' } } } },
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'ConfigData.DataflowEndpointConfig.DataflowEndpointRegion', value: '${Where}', reach: 'unknown' },
    ],
  },
]);

describeChannel(streamChannelDelivery, [
  {
    name: 'passes tables of its own region that a parameter names',
    properties: {
      S3TablesDestinationConfiguration: { S3TablesConfigurationList: [{ TableBucketARN: { Ref: 'Lake' } }] },
    },
    template: { Parameters: { Lake: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reports where records go that could not be written',
    type: 'AWS::MSK::Channel',
    properties: { S3DestinationConfiguration: { DeadLetterQueueS3: { BucketArn: 'arn:aws:s3:::failed' } } },
    violations: [
      {
        path: 'S3DestinationConfiguration.DeadLetterQueueS3.BucketArn',
        value: 'arn:aws:s3:::failed',
        reach: 'unknown',
      },
    ],
  },
]);

describeChannel(iotDataDelivery, [
  {
    name: 'reports each destination of a campaign that is abroad',
    properties: {
      DataDestinationConfigs: [
        { S3Config: { BucketArn: 'arn:aws:s3:::cars' } },
        { MqttTopicConfig: { MqttTopicArn: 'arn:aws:iot:us-east-1:111122223333:topic/cars' } },
      ],
    },
    violations: [
      { path: 'DataDestinationConfigs[0].S3Config.BucketArn', value: 'arn:aws:s3:::cars', reach: 'unknown' },
      {
        path: 'DataDestinationConfigs[1].MqttTopicConfig.MqttTopicArn',
        value: 'arn:aws:iot:us-east-1:111122223333:topic/cars',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(rtbfabricLink, [
  {
    name: 'passes a gateway that is linked to none',
    type: 'AWS::RTBFabric::ResponderGateway',
    properties: { DomainName: 'bids.us-east-1.example.com', Port: 443, Protocol: 'HTTPS' },
    violations: [],
  },
]);

describeChannel(rekognitionStreamProcessor, [
  {
    name: 'passes a processor that shares nothing and tells a topic of the stack',
    properties: { DataSharingPreference: { OptIn: 'false' }, NotificationChannel: { Arn: { Ref: 'Seen' } } },
    template: { Resources: { Seen: { Type: 'AWS::SNS::Topic' } } },
    violations: [],
  },
  {
    name: 'reports a choice to share that only a parameter will tell',
    properties: { DataSharingPreference: { OptIn: { Ref: 'Share' } } },
    template: { Parameters: { Share: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'DataSharingPreference.OptIn', value: '${Share}', reach: 'unknown' }],
  },
]);

describeChannel(personalizeOutput, [
  {
    name: 'passes a bucket that is made in an allowed region',
    properties: { MetricsOutputConfig: { S3DataDestination: { Path: { 'Fn::Sub': 's3://${Store}/figures' } } } },
    template: { Resources: { Store: { Type: 'AWS::S3::Bucket' } } },
    violations: [],
  },
]);

describeChannel(appfabricIngestion, [
  {
    name: 'passes a delivery stream, which is named without a region',
    properties: {
      DestinationConfiguration: { AuditLog: { Destination: { FirehoseStream: { StreamName: 'audit-us-east-1' } } } },
    },
    violations: [],
  },
]);

describeChannel(logsScheduledQuery, [
  {
    name: 'passes a query that writes nothing',
    properties: { Name: 'us-east-1', QueryString: 'fields @message', QueryLanguage: 'CWLI' },
    violations: [],
  },
]);

describeChannel(ramResourceShare, [
  {
    name: 'reports an account that is added to a share later',
    type: 'AWS::RAM::PrincipalAssociation',
    properties: {
      ResourceShareArn: 'arn:aws:ram:eu-central-1:111122223333:resource-share/1',
      Principal: '444455556666',
    },
    violations: [{ path: 'Principal', value: '444455556666', reach: 'unknown' }],
  },
]);
