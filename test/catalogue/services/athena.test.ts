import { athenaOutputAndFederation } from '../../../lib/catalogue/services/athena';
import { describeChannel } from '../../support/describe-channel';

const LOCATION = 'WorkGroupConfiguration.ResultConfiguration.OutputLocation';

function results(location: unknown) {
  return { Name: 'people', WorkGroupConfiguration: { ResultConfiguration: { OutputLocation: location } } };
}

describeChannel(athenaOutputAndFederation, [
  {
    name: 'passes a bucket that the template makes, under a name that misleads',
    properties: results({ 'Fn::Join': ['', ['s3://', { Ref: 'Results' }, '/us-east-1/']] }),
    template: { Resources: { Results: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'results-us-east-1' } } } },
    violations: [],
  },
  {
    name: 'reports a bucket that only the deployment names',
    properties: results({ 'Fn::Sub': 's3://${Bucket}/results/' }),
    template: { Parameters: { Bucket: { Type: 'String' } }, Resources: {} },
    violations: [{ path: LOCATION, value: 's3://${Bucket}/results/', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket that is named after another region',
    properties: results('s3://results-ap-south-1/'),
    violations: [{ path: LOCATION, value: 's3://results-ap-south-1/', reach: 'unknown' }],
  },
  {
    name: 'passes results that Athena keeps itself',
    properties: { Name: 'people', WorkGroupConfiguration: { ManagedQueryResultsConfiguration: { Enabled: true } } },
    violations: [],
  },
  {
    name: 'reports one connector of two',
    type: 'AWS::Athena::DataCatalog',
    properties: {
      Name: 'crm',
      Type: 'LAMBDA',
      Parameters: {
        'metadata-function': { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:crm-us-east-1' },
        'record-function': { 'Fn::Sub': 'arn:aws:lambda:us-east-1:${AWS::AccountId}:function:crm' },
      },
    },
    violations: [
      {
        path: 'Parameters.record-function',
        value: 'arn:aws:lambda:us-east-1:111122223333:function:crm',
        reach: 'abroad',
      },
    ],
  },
]);
