import {
  redshiftServerlessSnapshotCopy,
  redshiftSnapshotCopy,
  redshiftUnloadCopyRegion,
} from '../../../lib/catalogue/services/redshift';
import { describeChannel } from '../../support/describe-channel';

describeChannel(redshiftSnapshotCopy, [
  {
    name: 'reports a region that a condition chooses in this stage',
    properties: { DestinationRegion: { 'Fn::If': ['Live', 'ap-southeast-1', { Ref: 'AWS::NoValue' }] } },
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'live' } },
      Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [{ path: 'DestinationRegion', value: 'ap-southeast-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region that only CloudFormation will know',
    properties: { DestinationRegion: { Ref: 'Recovery' } },
    template: { Parameters: { Recovery: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'DestinationRegion', value: '${Recovery}', reach: 'unknown' }],
  },
  {
    name: 'passes the logs of a cluster, which Redshift writes to buckets of its own region only',
    properties: { LoggingProperties: { BucketName: 'logs-us-east-1' } },
    violations: [],
  },
  {
    name: 'only points out a grant where data may rest in more than one region',
    type: 'AWS::Redshift::SnapshotCopyGrant',
    properties: { SnapshotCopyGrantName: 'people' },
    allowed: ['eu-west-1'],
    violations: [{ path: '', value: 'AWS::Redshift::SnapshotCopyGrant', reach: 'unknown', severity: 'info' }],
  },
]);

describeChannel(redshiftServerlessSnapshotCopy, [
  {
    name: 'reports one region of two',
    properties: {
      SnapshotCopyConfigurations: [
        { DestinationRegion: 'eu-west-1' },
        { DestinationRegion: { 'Fn::Select': [0, { 'Fn::Split': [',', 'us-east-1,eu-west-1'] }] } },
      ],
    },
    allowed: ['eu-west-1'],
    violations: [{ path: 'SnapshotCopyConfigurations[1].DestinationRegion', value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'passes a key that only CloudFormation will know, beside a region at home',
    properties: {
      SnapshotCopyConfigurations: [
        { DestinationRegion: { Ref: 'AWS::Region' }, DestinationKmsKeyId: { 'Fn::ImportValue': 'key' } },
      ],
    },
    violations: [],
  },
]);

describeChannel(redshiftUnloadCopyRegion, [
  {
    name: 'points out a cluster with a role and no route through the VPC',
    properties: { IamRoles: [{ 'Fn::GetAtt': ['Role', 'Arn'] }] },
    template: { Resources: { Role: { Type: 'AWS::IAM::Role', Properties: {} } } },
    violations: [{ path: 'EnhancedVpcRouting', value: 'nothing', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'passes a cluster that has no role to write with',
    properties: { EnhancedVpcRouting: false },
    violations: [],
  },
]);
