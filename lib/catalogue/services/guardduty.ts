import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const TYPES = ['AWS::GuardDuty::PublishingDestination'] as const;

export const guarddutyFindingsExport = defineChannel({
  id: 'guardduty-findings-export',
  aliases: ['guardduty-macie-export'],
  title: 'GuardDuty publishes findings to buckets of the home region',
  risk: 'Every finding, with the names of users and the addresses of those who connected, is written into the bucket that is named.',
  level: 'content',
  legitimate:
    'For one security team that watches all accounts and belongs to the same jurisdiction. A team elsewhere can be given the types and counts of findings.',
  remediation: 'Name a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-publishingdestination.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'DestinationProperties.DestinationArn', kind: 'bucket' },
      // The key is one of the bucket's region, so it gives away a bucket that nothing here makes.
      { types: TYPES, path: 'DestinationProperties.KmsKeyArn', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf(TYPES[0], published('arn:aws:s3:::findings', 'eu-central-1')),
      exampleOf(TYPES[0], published({ 'Fn::GetAtt': ['Store', 'Arn'] }, 'us-east-1'), BUCKET_AT_HOME),
    ],
    compliant: [exampleOf(TYPES[0], published({ 'Fn::GetAtt': ['Store', 'Arn'] }, 'eu-central-1'), BUCKET_AT_HOME)],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. The owner of the bucket can refuse GuardDuty of other accounts and regions by aws:SourceArn.',
    denies: [
      {
        actions: ['guardduty:CreatePublishingDestination', 'guardduty:UpdatePublishingDestination'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'guardduty.amazonaws.com',
        eventName: 'CreatePublishingDestination',
        recordedIn: 'source',
        opens: [{ path: 'destinationProperties.destinationArn', kind: 'bucket' }],
      },
      {
        eventSource: 'guardduty.amazonaws.com',
        eventName: 'UpdatePublishingDestination',
        recordedIn: 'source',
        opens: [{ path: 'destinationProperties.destinationArn', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-guardduty',
        command: 'DescribePublishingDestinationCommand',
        field: 'DestinationProperties.DestinationArn',
        kind: 'bucket',
      },
    ],
  },
});

function published(bucket: unknown, region: string) {
  return {
    DetectorId: 'd1',
    DestinationType: 'S3',
    DestinationProperties: { DestinationArn: bucket, KmsKeyArn: `arn:aws:kms:${region}:111122223333:key/k1` },
  };
}
