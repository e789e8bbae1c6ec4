import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const TYPES = ['AWS::Synthetics::Canary'] as const;

export const syntheticsCanaryReplicas = defineChannel({
  id: 'synthetics-canary-replicas',
  title: 'Synthetics canaries run and keep their pictures in their home region only',
  risk: 'Screenshots and recorded requests show whatever the pages show, and land in the bucket; replicas run in other regions.',
  level: 'content',
  legitimate:
    'For canaries that visit public pages, or sign in as a person who was invented for them and sees invented data.',
  remediation: 'Keep artifacts in a bucket that a stack of the home region makes, and remove the replicas.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-synthetics-canary.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'Replicas[].Location', kind: 'region' },
      { types: TYPES, path: 'ArtifactS3Location', kind: 'bucket' },
    ],
    violating: [
      canary({ Replicas: [{ Location: 'us-east-1' }] }),
      canary({ ArtifactS3Location: 's3://artifacts-of-somebody-else/canaries' }),
    ],
    compliant: [
      canary({
        Name: 'us-east-1',
        Replicas: [{ Location: { Ref: 'AWS::Region' } }],
        ArtifactS3Location: { 'Fn::Sub': 's3://${Store}/us-east-1' },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the regions of the replicas or the bucket.',
    denies: [
      {
        actions: ['synthetics:CreateCanary', 'synthetics:UpdateCanary'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'synthetics.amazonaws.com',
        eventName: 'CreateCanary',
        recordedIn: 'source',
        opens: [
          { path: 'addReplicaLocations[].location', kind: 'region' },
          { path: 'artifactS3Location', kind: 'bucket' },
        ],
      },
      {
        eventSource: 'synthetics.amazonaws.com',
        eventName: 'UpdateCanary',
        recordedIn: 'source',
        opens: [
          { path: 'addReplicaLocations[].location', kind: 'region' },
          { path: 'artifactS3Location', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-synthetics',
        command: 'GetCanaryCommand',
        field: 'Canary.MultiLocationConfig.Replicas[].Location',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-synthetics',
        command: 'GetCanaryCommand',
        field: 'Canary.ArtifactS3Location',
        kind: 'bucket',
      },
    ],
  },
});

function canary(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Synthetics::Canary', properties, BUCKET_AT_HOME);
}
