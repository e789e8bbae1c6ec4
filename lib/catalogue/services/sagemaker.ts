import { defineChannel, type Example, notCovered, type Rule } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = readonly [type: string, path: string];

/** Where payloads, features and results are written to. */
const OUTPUTS: readonly [Slot, ...Slot[]] = [
  ['AWS::SageMaker::EndpointConfig', 'DataCaptureConfig.DestinationS3Uri'],
  ['AWS::SageMaker::EndpointConfig', 'AsyncInferenceConfig.OutputConfig.S3OutputPath'],
  ['AWS::SageMaker::EndpointConfig', 'ProductionVariants[].CoreDumpConfig.DestinationS3Uri'],
  ['AWS::SageMaker::EndpointConfig', 'ShadowProductionVariants[].CoreDumpConfig.DestinationS3Uri'],
  ['AWS::SageMaker::InferenceExperiment', 'DataStorageConfig.Destination'],
  ['AWS::SageMaker::FeatureGroup', 'OfflineStoreConfig.S3StorageConfig.S3Uri'],
  ['AWS::SageMaker::Domain', 'DefaultUserSettings.SharingSettings.S3OutputPath'],
  ['AWS::SageMaker::UserProfile', 'UserSettings.SharingSettings.S3OutputPath'],
  ['AWS::SageMaker::ProcessingJob', 'ProcessingOutputConfig.Outputs[].S3Output.S3Uri'],
];

export const sagemakerStudioAndOutputs = defineChannel({
  id: 'sagemaker-studio-and-outputs',
  title: 'SageMaker writes payloads, features and results to buckets of its home region only',
  risk: 'What is asked of a model, what it answers and what it learns from is written into the bucket, and can be read there.',
  level: 'content',
  legitimate:
    'For experiments on public data sets. Capture of requests and answers keeps what people asked, and is for models that people do not talk to.',
  remediation: 'Name a bucket that a stack of the same region makes, and check both stacks together.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html',
  ],

  proactive: {
    rules: [
      ...mapped(OUTPUTS, ([type, path]): Rule => ({ types: [type], path, kind: 'bucket' })),
      {
        types: ['AWS::SageMaker::Domain'],
        path: 'DomainSettings.UnifiedStudioSettings.DomainRegion',
        kind: 'region',
      },
    ],
    violating: [
      ...mapped(OUTPUTS, ([type, path]): Example => exampleOf(type, propertiesAt(path, 's3://far-us-east-1/a'))),
      exampleOf('AWS::SageMaker::Domain', { DomainSettings: { UnifiedStudioSettings: { DomainRegion: 'us-east-1' } } }),
    ],
    compliant: [
      ...mapped(
        OUTPUTS,
        ([type, path]): Example =>
          exampleOf(type, propertiesAt(path, { 'Fn::Sub': 's3://${Store}/us-east-1' }), BUCKET_AT_HOME),
      ),
      exampleOf('AWS::SageMaker::Domain', {
        DomainSettings: { UnifiedStudioSettings: { DomainRegion: { Ref: 'AWS::Region' } } },
      }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'no condition key names a bucket, and making endpoints and jobs is what the service is for. What holds is the role that they work as, with a boundary on the buckets of home, and isolation of their network.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreateEndpointConfig',
        recordedIn: 'source',
        opens: [
          { path: 'dataCaptureConfig.destinationS3Uri', kind: 'bucket' },
          { path: 'asyncInferenceConfig.outputConfig.s3OutputPath', kind: 'bucket' },
        ],
      },
      {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreateProcessingJob',
        recordedIn: 'source',
        opens: [{ path: 'processingOutputConfig.outputs[].s3Output.s3Uri', kind: 'bucket' }],
      },
      {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreateFeatureGroup',
        recordedIn: 'source',
        opens: [{ path: 'offlineStoreConfig.s3StorageConfig.s3Uri', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sagemaker',
        command: 'DescribeEndpointConfigCommand',
        field: 'DataCaptureConfig.DestinationS3Uri',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-sagemaker',
        command: 'DescribeFeatureGroupCommand',
        field: 'OfflineStoreConfig.S3StorageConfig.S3Uri',
        kind: 'bucket',
      },
    ],
  },
});

export const sagemakerInferenceRouter = defineChannel({
  id: 'sagemaker-inference-router',
  title: 'Inference routers have destinations in their home region only',
  risk: 'Each request, with all that is asked, goes to an endpoint of whichever region has room, and is answered there.',
  level: 'content',
  legitimate:
    'For models of machines and markets, where no feature is about a person, or among destinations of one jurisdiction.',
  remediation: 'Name destinations of the home region, or call the endpoint itself.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-router.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CrossRegionTrafficConfig.html',
  ],

  proactive: notCovered('routers are made by API calls; CloudFormation has no resource for them'),
  preventive: {
    strength: 'region-deny',
    why: 'whoever asks the router needs sagemaker:InvokeEndpoint for each destination, in its region, where a region deny refuses it. The actions of routers are not in the list of what policies can name, so that their names could not be verified.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'sagemaker.amazonaws.com',
        eventName: 'CreateInferenceRouter',
        recordedIn: 'source',
        opens: [{ path: 'routingTargets', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sagemaker',
        command: 'DescribeInferenceRouterCommand',
        field: 'RoutingTargets',
        kind: 'flag',
      },
    ],
  },
});
