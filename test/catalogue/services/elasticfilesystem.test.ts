import { efsReplication } from '../../../lib/catalogue/services/elasticfilesystem';
import { describeChannel } from '../../support/describe-channel';

const PATH = 'ReplicationConfiguration.Destinations[0]';

function replicating(destination: Readonly<Record<string, unknown>>) {
  return { ReplicationConfiguration: { Destinations: [destination] } };
}

describeChannel(efsReplication, [
  {
    name: 'reports a region that is the default of a parameter',
    properties: replicating({ Region: { Ref: 'Copy' } }),
    template: { Parameters: { Copy: { Type: 'String', Default: 'us-west-1' } }, Resources: {} },
    violations: [{ path: `${PATH}.Region`, value: 'us-west-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region that only CloudFormation will know, and not its key',
    properties: replicating({ Region: { Ref: 'Copy' }, KmsKeyId: { Ref: 'Key' } }),
    template: { Parameters: { Copy: { Type: 'String' }, Key: { Type: 'String' } }, Resources: {} },
    violations: [{ path: `${PATH}.Region`, value: '${Copy}', reach: 'unknown' }],
  },
  {
    name: 'reports a zone abroad',
    properties: replicating({ Region: 'eu-west-1', AvailabilityZoneName: 'eu-west-1b' }),
    violations: [
      { path: `${PATH}.Region`, value: 'eu-west-1', reach: 'abroad' },
      { path: `${PATH}.AvailabilityZoneName`, value: 'eu-west-1b', reach: 'abroad' },
    ],
  },
  {
    name: 'passes a copy in another zone of the home region',
    properties: replicating({
      Region: { Ref: 'AWS::Region' },
      AvailabilityZoneName: { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] },
    }),
    violations: [],
  },
]);
