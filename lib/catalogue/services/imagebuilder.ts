import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::ImageBuilder::DistributionConfiguration'] as const;
const FAR = 'us-east-1';

export const imagebuilderDistribution = defineChannel({
  id: 'imagebuilder-distribution',
  title: 'Machine images are distributed to their home region only',
  risk: 'A copy of each image that is built, with all that is on its disks, arrives in every region and account that is named.',
  level: 'content',
  legitimate:
    'For images that are built from packages and recipes: the same image in every cell is what keeps cells equal. Components that fetch data during the build spoil it.',
  remediation: 'Remove the distribution to the other region, and build the image there from the same recipe.',
  references: [
    'https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-distribution-settings.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-imagebuilder-distributionconfiguration.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'Distributions[].Region', kind: 'region' },
      // Another account is not another region: it is pointed out.
      {
        types: TYPES,
        path: 'Distributions[].AmiDistributionConfiguration.TargetAccountIds[]',
        kind: 'account',
        severity: 'info',
      },
      {
        types: TYPES,
        path: 'Distributions[].AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups[]',
        kind: 'flag',
        opens: ['all'],
        reach: 'unknown',
        because: 'which stands for everybody',
      },
    ],
    violating: [
      distributed({ Region: { Ref: 'AWS::Region' } }, { Region: FAR }),
      distributed({
        Region: 'eu-central-1',
        AmiDistributionConfiguration: {
          TargetAccountIds: ['444455556666'],
          LaunchPermissionConfiguration: { UserGroups: ['all'] },
        },
      }),
    ],
    compliant: [
      distributed({
        Region: 'eu-central-1',
        AmiDistributionConfiguration: { Name: FAR, TargetAccountIds: [{ Ref: 'AWS::AccountId' }] },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names a region. The copies are made by a service-linked role, which no service control policy binds: the channel has to be stopped where it is configured.',
    denies: [
      {
        actions: ['imagebuilder:CreateDistributionConfiguration', 'imagebuilder:UpdateDistributionConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'imagebuilder.amazonaws.com',
        eventName: 'CreateDistributionConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'distributions[].region', kind: 'region' }],
      },
      {
        eventSource: 'imagebuilder.amazonaws.com',
        eventName: 'UpdateDistributionConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'distributions[].region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-imagebuilder',
        command: 'GetDistributionConfigurationCommand',
        field: 'distributionConfiguration.distributions[].region',
        kind: 'region',
      },
    ],
  },
});

function distributed(...distributions: readonly object[]) {
  return exampleOf(TYPES[0], { Name: 'machines', Distributions: distributions });
}
