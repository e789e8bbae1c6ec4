import { emrAndFlinkOutput } from '../../../lib/catalogue/services/elasticmapreduce';
import { describeChannel } from '../../support/describe-channel';

describeChannel(emrAndFlinkOutput, [
  {
    name: 'reports a step that names a region abroad, and not one that names home',
    properties: {
      Steps: [
        { HadoopJarStep: { Args: ['spark-submit', { 'Fn::Sub': '--region=${AWS::Region}' }] } },
        { HadoopJarStep: { Args: ['s3-dist-cp', '--s3Endpoint=s3.us-west-2.amazonaws.com'] } },
      ],
    },
    violations: [
      { path: 'Steps[1].HadoopJarStep.Args[1]', value: '--s3Endpoint=s3.us-west-2.amazonaws.com', reach: 'abroad' },
    ],
  },
  {
    name: 'passes logs in a bucket that the template makes',
    properties: { LogUri: { 'Fn::Sub': 's3n://${Logs}/elasticmapreduce/' } },
    template: { Resources: { Logs: { Type: 'AWS::S3::Bucket', Properties: {} } } },
    violations: [],
  },
]);
