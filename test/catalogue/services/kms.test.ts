import { kmsMultiRegionKey } from '../../../lib/catalogue/services/kms';
import { describeChannel } from '../../support/describe-channel';

const multiRegion = (value: unknown) => ({ MultiRegion: value });

describeChannel(kmsMultiRegionKey, [
  { name: 'passes a key that says nothing of it', properties: { EnableKeyRotation: true }, violations: [] },
  { name: 'passes a key that says no', properties: multiRegion(false), violations: [] },
  {
    name: 'reports a key that says true',
    properties: multiRegion(true),
    violations: [{ path: 'MultiRegion', value: 'true', reach: 'unknown' }],
  },
  {
    name: 'reports a key that says it as a text',
    properties: multiRegion('True'),
    violations: [{ path: 'MultiRegion', value: 'True', reach: 'unknown' }],
  },
  {
    name: 'reports a key by the default of a parameter',
    properties: multiRegion({ Ref: 'Multi' }),
    template: { Parameters: { Multi: { Type: 'String', Default: 'true' } }, Resources: {} },
    violations: [{ path: 'MultiRegion', value: 'true', reach: 'unknown' }],
  },
  {
    name: 'passes a key by the default of a parameter',
    properties: multiRegion({ Ref: 'Multi' }),
    template: {
      Parameters: { Multi: { Type: 'String', Default: 'false', AllowedValues: ['true', 'false'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'reports a key of which only the deployment decides',
    properties: multiRegion({ Ref: 'Multi' }),
    template: { Parameters: { Multi: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'MultiRegion', value: '${Multi}', reach: 'unknown' }],
  },
  {
    name: 'reports a key that one branch of a condition makes multi-region',
    properties: multiRegion({ 'Fn::If': ['Global', true, { Ref: 'AWS::NoValue' }] }),
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Global: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [{ path: 'MultiRegion', value: 'true', reach: 'unknown' }],
  },
  {
    name: 'only points a key out where its replicas may be in a second region',
    properties: multiRegion(true),
    allowed: ['eu-north-1'],
    violations: [{ path: 'MultiRegion', value: 'true', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'passes a replica of a key in a region that is allowed',
    type: 'AWS::KMS::ReplicaKey',
    properties: { PrimaryKeyArn: 'arn:aws:kms:eu-north-1:111122223333:key/mrk-1' },
    allowed: ['eu-north-1'],
    violations: [],
  },
  {
    name: 'reports a replica of a key abroad',
    type: 'AWS::KMS::ReplicaKey',
    properties: { PrimaryKeyArn: { 'Fn::Sub': 'arn:${AWS::Partition}:kms:us-east-1:${AWS::AccountId}:key/mrk-1' } },
    violations: [{ path: 'PrimaryKeyArn', value: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1', reach: 'abroad' }],
  },
  {
    name: 'reports a replica of a key that nobody here knows',
    type: 'AWS::KMS::ReplicaKey',
    properties: { PrimaryKeyArn: { Ref: 'Primary' } },
    template: { Parameters: { Primary: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'PrimaryKeyArn', value: '${Primary}', reach: 'unknown' }],
  },
]);
