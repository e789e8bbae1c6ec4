import { chimeSdkMediaRegion } from '../../../lib/catalogue/services/chime';
import { connectGlobalResiliency } from '../../../lib/catalogue/services/connect';
import { gameliftMultiLocation } from '../../../lib/catalogue/services/gamelift';
import { mskReplicator } from '../../../lib/catalogue/services/kafka';
import { mediaServicesRegions } from '../../../lib/catalogue/services/media';
import { describeChannel } from '../../support/describe-channel';

describeChannel(chimeSdkMediaRegion, [
  {
    name: "reports a voice connector that names no region, for the API's default is us-east-1",
    properties: { Name: 'calls' },
    violations: [{ path: 'AwsRegion', value: 'us-east-1', reach: 'unknown' }],
  },
  {
    name: 'passes the default where it is allowed',
    properties: { Name: 'calls' },
    allowed: ['us-east-1'],
    violations: [],
  },
  {
    name: 'reports a region that a parameter gives by default, once',
    properties: { AwsRegion: { Ref: 'Where' } },
    template: { Parameters: { Where: { Type: 'String', Default: 'us-west-2' } }, Resources: {} },
    violations: [{ path: 'AwsRegion', value: 'us-west-2', reach: 'abroad' }],
  },
]);

const GROUP = { path: '', value: 'AWS::Connect::TrafficDistributionGroup', reach: 'unknown' } as const;

describeChannel(connectGlobalResiliency, [
  {
    name: 'reports a group that distributes contacts over two regions',
    properties: { Name: 'g' },
    violations: [GROUP],
  },
  {
    name: 'only points it out where a second region is allowed',
    properties: { Name: 'g' },
    allowed: ['eu-west-2'],
    violations: [{ ...GROUP, severity: 'info' }],
  },
]);

describeChannel(gameliftMultiLocation, [
  {
    name: 'reports each location abroad',
    properties: { Locations: [{ Location: 'eu-central-1' }, { Location: 'us-east-1' }] },
    violations: [{ path: 'Locations[1].Location', value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'passes a place of one’s own',
    properties: { ComputeType: 'ANYWHERE', Locations: [{ Location: 'custom-cellar' }] },
    violations: [],
  },
]);

const cluster = (MskClusterArn: unknown) => ({ KafkaClusters: [{ AmazonMskCluster: { MskClusterArn } }] });
const CLUSTER = 'KafkaClusters[0].AmazonMskCluster.MskClusterArn';

describeChannel(mskReplicator, [
  {
    name: 'passes a cluster of the template',
    properties: cluster({ 'Fn::GetAtt': ['Orders', 'Arn'] }),
    template: { Resources: { Orders: { Type: 'AWS::MSK::Cluster' } } },
    violations: [],
  },
  {
    name: 'reports a cluster that nothing binds',
    properties: cluster({ Ref: 'Other' }),
    template: { Parameters: { Other: { Type: 'String' } }, Resources: {} },
    violations: [{ path: CLUSTER, value: '${Other}', reach: 'unknown' }],
  },
]);

describeChannel(mediaServicesRegions, [
  {
    name: 'reads destinations wherever they stand in the settings of a job',
    type: 'AWS::MediaConvert::JobTemplate',
    properties: {
      SettingsJson: {
        OutputGroups: [
          { OutputGroupSettings: { HlsGroupSettings: { Destination: { 'Fn::Sub': 's3://${Out}/hls' } } } },
          { OutputGroupSettings: { FileGroupSettings: { Destination: 's3://elsewhere/mp4' } } },
        ],
      },
    },
    template: { Resources: { Out: { Type: 'AWS::S3::Bucket' } } },
    violations: [
      {
        path: 'SettingsJson.OutputGroups[1].OutputGroupSettings.FileGroupSettings.Destination',
        value: 's3://elsewhere/mp4',
        reach: 'unknown',
      },
    ],
  },
]);
