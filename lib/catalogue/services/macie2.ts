import { defineChannel, notCovered } from '../channel';

export const macieDiscoveryResults = defineChannel({
  id: 'macie-discovery-results',
  title: 'What Macie finds stays in buckets of the home region',
  risk: 'Where personal data was found, how much and of which kind, is written into a bucket; with samples revealed, the data itself is shown.',
  level: 'content',
  legitimate:
    'For results without samples, read by a team that looks after several regions: that something was found, and where, is what it needs to know.',
  remediation: 'Name a bucket of the home region for the results, and reveal no samples.',
  references: [
    'https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html',
    'https://docs.aws.amazon.com/macie/latest/user/findings-retrieve-sd.html',
  ],

  proactive: notCovered(
    'both are settings of account and region that a call makes; the resource for a session has no property for them',
  ),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. Each setting is made once for an account and region, so the deny costs little.',
    denies: [
      {
        actions: ['macie2:PutClassificationExportConfiguration', 'macie2:UpdateRevealConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'macie2.amazonaws.com',
        eventName: 'PutClassificationExportConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'configuration.s3Destination.bucketName', kind: 'bucket' }],
      },
      {
        eventSource: 'macie2.amazonaws.com',
        eventName: 'UpdateRevealConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'configuration.status', kind: 'flag', opens: ['enabled'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-macie2',
        command: 'GetClassificationExportConfigurationCommand',
        field: 'configuration.s3Destination.bucketName',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-macie2',
        command: 'GetRevealConfigurationCommand',
        field: 'configuration.status',
        kind: 'flag',
      },
    ],
  },
});
