import { defineChannel, type Example, type Rule } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = readonly [type: string, path: string];

const LOGS: readonly [Slot, ...Slot[]] = [
  ['AWS::EMR::Cluster', 'LogUri'],
  ['AWS::EMRServerless::Application', 'MonitoringConfiguration.S3MonitoringConfiguration.LogUri'],
  ['AWS::EMR::Studio', 'DefaultS3Location'],
];

const ARGUMENTS: readonly [Slot, ...Slot[]] = [
  ['AWS::EMR::Cluster', 'Steps[].HadoopJarStep.Args[]'],
  ['AWS::EMR::Cluster', 'BootstrapActions[].ScriptBootstrapAction.Args[]'],
  ['AWS::EMR::Step', 'HadoopJarStep.Args[]'],
];

export const emrAndFlinkOutput = defineChannel({
  id: 'emr-and-flink-output',
  title: 'EMR writes logs, notebooks and results to its home region only',
  risk: 'Logs and notebooks, with the data that is in them, are written into the bucket; steps write to whatever they name.',
  level: 'content',
  legitimate:
    'For jobs over open data or telemetry of machines. Steps also print what they fail on, so logs are as personal as the input.',
  remediation: 'Name a bucket that a stack of the same region makes, and a role that can write to no other.',
  references: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-view-web-log-files.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-cluster.html',
  ],

  proactive: {
    rules: [
      ...mapped(LOGS, ([type, path]): Rule => ({ types: [type], path, kind: 'bucket' })),
      ...mapped(ARGUMENTS, ([type, path]): Rule => ({ types: [type], path, kind: 'text' })),
    ],
    violating: [
      ...mapped(LOGS, ([type, path]): Example => exampleOf(type, propertiesAt(path, 's3://logs-us-east-1/emr'))),
      ...mapped(ARGUMENTS, ([type, path]): Example => exampleOf(type, propertiesAt(path, '--region=us-east-1'))),
    ],
    compliant: [
      ...mapped(
        LOGS,
        ([type, path]): Example =>
          exampleOf(type, propertiesAt(path, { 'Fn::Sub': 's3://${Store}/us-east-1' }), BUCKET_AT_HOME),
      ),
      ...mapped(
        ARGUMENTS,
        ([type, path]): Example => exampleOf(type, propertiesAt(path, { 'Fn::Sub': '--region=${AWS::Region}' })),
      ),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'no condition key names a bucket, and clusters and steps are what the service is for. What holds is the role that they work as, with a boundary on the buckets of home.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'elasticmapreduce.amazonaws.com',
        eventName: 'RunJobFlow',
        recordedIn: 'source',
        opens: [{ path: 'logUri', kind: 'bucket' }],
      },
      {
        eventSource: 'emr-serverless.amazonaws.com',
        eventName: 'StartJobRun',
        recordedIn: 'source',
        opens: [
          { path: 'configurationOverrides.monitoringConfiguration.s3MonitoringConfiguration.logUri', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-emr',
        command: 'DescribeClusterCommand',
        field: 'Cluster.LogUri',
        kind: 'bucket',
      },
    ],
  },
});
