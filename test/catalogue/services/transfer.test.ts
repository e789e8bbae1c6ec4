import { transferFamily } from '../../../lib/catalogue/services/transfer';
import { describeChannel } from '../../support/describe-channel';

describeChannel(transferFamily, [
  {
    name: 'reports a server of somebody else',
    properties: { Url: 'sftp://files.example.com' },
    violations: [{ path: 'Url', value: 'sftp://files.example.com', reach: 'unknown' }],
  },
  {
    name: 'reports a copy into a bucket of which nothing is known',
    type: 'AWS::Transfer::Workflow',
    properties: {
      Steps: [{ CopyStepDetails: { DestinationFileLocation: { S3FileLocation: { Bucket: { Ref: 'Bucket' } } } } }],
    },
    template: { Parameters: { Bucket: { Type: 'String' } }, Resources: {} },
    violations: [
      {
        path: 'Steps[0].CopyStepDetails.DestinationFileLocation.S3FileLocation.Bucket',
        value: '${Bucket}',
        reach: 'unknown',
      },
    ],
  },
  {
    name: 'only points out a server that is open to clients anywhere',
    type: 'AWS::Transfer::Server',
    properties: { EndpointType: 'PUBLIC' },
    violations: [{ path: 'EndpointType', value: 'PUBLIC', reach: 'unknown', severity: 'info' }],
  },
]);
