import { fsxDataRepository, fsxOntapOpenzfsReplication } from '../../../lib/catalogue/services/fsx';
import { describeChannel } from '../../support/describe-channel';

describeChannel(fsxOntapOpenzfsReplication, [
  {
    name: 'reports a snapshot whose region nobody knows',
    properties: {
      OpenZFSConfiguration: {
        OriginSnapshot: { SnapshotARN: { 'Fn::Sub': 'arn:aws:fsx:${From}:${AWS::AccountId}:snapshot/a/b' } },
      },
    },
    template: { Parameters: { From: { Type: 'String' } }, Resources: {} },
    violations: [
      {
        path: 'OpenZFSConfiguration.OriginSnapshot.SnapshotARN',
        value: 'arn:aws:fsx:${From}:111122223333:snapshot/a/b',
        reach: 'unknown',
      },
    ],
  },
]);

describeChannel(fsxDataRepository, [
  {
    name: 'reports a bucket that only the deployment names, to which files are exported',
    properties: {
      DataRepositoryPath: { 'Fn::Sub': 's3://${Bucket}/run' },
      S3: { AutoExportPolicy: { Events: ['NEW'] } },
    },
    template: { Parameters: { Bucket: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'DataRepositoryPath', value: 's3://${Bucket}/run', reach: 'unknown' }],
  },
  {
    name: 'passes a bucket from which files are only read',
    properties: { DataRepositoryPath: 's3://somebody-elses-data', S3: { AutoImportPolicy: { Events: ['NEW'] } } },
    violations: [],
  },
  {
    name: 'passes a bucket that the template makes',
    properties: {
      DataRepositoryPath: { 'Fn::Join': ['', ['s3://', { Ref: 'Store' }, '/us-east-1']] },
      S3: { AutoExportPolicy: { Events: ['NEW'] } },
    },
    template: { Resources: { Store: { Type: 'AWS::S3::Bucket', Properties: {} } } },
    violations: [],
  },
]);
