import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::Personalize::MetricAttribution'] as const;
const PATH = 'MetricsOutputConfig.S3DataDestination.Path';

export const personalizeOutput = defineChannel({
  id: 'personalize-output',
  title: 'Personalize writes recommendations, exports and figures to buckets of its home region only',
  risk: 'What each person looked at and is thought to like is written into the bucket by exports and batch jobs; figures of what recommendations brought, by metric attributions.',
  level: 'content',
  legitimate: 'For figures by metric that name nobody. An export of interactions is personal data of everybody in it.',
  remediation: 'Name a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/personalize/latest/dg/export-data.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-personalize-metricattribution.html',
  ],

  // Exports and batch jobs are made by calls only.
  proactive: {
    rules: [{ types: TYPES, path: PATH, kind: 'bucket' }],
    violating: [exampleOf(TYPES[0], propertiesAt(PATH, 's3://figures-of-somebody-else/a'))],
    compliant: [exampleOf(TYPES[0], propertiesAt(PATH, { 'Fn::Sub': 's3://${Store}/us-east-1' }), BUCKET_AT_HOME)],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket; the role that each job works as can be held to buckets of home.',
    denies: [
      {
        actions: [
          'personalize:CreateBatchInferenceJob',
          'personalize:CreateBatchSegmentJob',
          'personalize:CreateDatasetExportJob',
          'personalize:CreateMetricAttribution',
          'personalize:UpdateMetricAttribution',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'personalize.amazonaws.com',
        eventName: 'CreateDatasetExportJob',
        recordedIn: 'source',
        opens: [{ path: 'jobOutput.s3DataDestination.path', kind: 'bucket' }],
      },
      {
        eventSource: 'personalize.amazonaws.com',
        eventName: 'CreateBatchInferenceJob',
        recordedIn: 'source',
        opens: [{ path: 'jobOutput.s3DataDestination.path', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-personalize',
        command: 'DescribeDatasetExportJobCommand',
        field: 'datasetExportJob.jobOutput.s3DataDestination.path',
        kind: 'bucket',
      },
    ],
  },
});
