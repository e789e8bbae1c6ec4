import { kinesisCrossRegionConsumer } from '../../../lib/catalogue/services/kinesis';
import { describeChannel } from '../../support/describe-channel';

const PROPERTY = 'ApplicationConfiguration.EnvironmentProperties.PropertyGroups[0].PropertyMap';

function flink(properties: Readonly<Record<string, unknown>>) {
  return {
    ApplicationConfiguration: {
      EnvironmentProperties: { PropertyGroups: [{ PropertyGroupId: 'sink', PropertyMap: properties }] },
    },
  };
}

describeChannel(kinesisCrossRegionConsumer, [
  {
    name: 'reports the ARN of a stream abroad that a Flink application is told',
    type: 'AWS::KinesisAnalyticsV2::Application',
    properties: flink({ stream: { 'Fn::Sub': 'arn:aws:kinesis:us-east-1:${AWS::AccountId}:stream/people' } }),
    violations: [
      {
        path: `${PROPERTY}.stream`,
        value: 'arn:aws:kinesis:us-east-1:111122223333:stream/people',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'passes what a Flink application is told of home, and of what nobody knows',
    type: 'AWS::KinesisAnalyticsV2::Application',
    properties: flink({ region: { Ref: 'AWS::Region' }, bucket: { Ref: 'Bucket' } }),
    template: { Parameters: { Bucket: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
]);
