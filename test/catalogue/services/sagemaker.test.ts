import { sagemakerStudioAndOutputs } from '../../../lib/catalogue/services/sagemaker';
import { describeChannel } from '../../support/describe-channel';

describeChannel(sagemakerStudioAndOutputs, [
  {
    name: 'reports what is captured into a bucket that nothing here makes',
    properties: { DataCaptureConfig: { EnableCapture: true, DestinationS3Uri: 's3://capture/people' } },
    violations: [{ path: 'DataCaptureConfig.DestinationS3Uri', value: 's3://capture/people', reach: 'unknown' }],
  },
  {
    name: 'passes the model itself, which is no data of people',
    type: 'AWS::SageMaker::Model',
    properties: { PrimaryContainer: { ModelDataUrl: 's3://models-us-east-1/model.tar.gz' } },
    violations: [],
  },
  {
    name: 'reports a studio of another region',
    type: 'AWS::SageMaker::Domain',
    properties: { DomainSettings: { UnifiedStudioSettings: { DomainRegion: { Ref: 'Studio' } } } },
    template: { Parameters: { Studio: { Type: 'String', AllowedValues: ['us-east-1', 'us-west-2'] } }, Resources: {} },
    violations: [{ path: 'DomainSettings.UnifiedStudioSettings.DomainRegion', value: 'us-east-1', reach: 'abroad' }],
  },
]);
