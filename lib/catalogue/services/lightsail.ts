import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const lightsailSnapshotCopy = defineChannel({
  id: 'lightsail-snapshot-copy',
  title: 'Lightsail copies snapshots, and takes origins, in its home region only',
  risk: 'A copy puts the whole machine into another region; a distribution keeps what it serves at edge locations anywhere.',
  level: 'content',
  legitimate: 'For a machine that serves a public site and stores nothing of its visitors, logs included.',
  remediation: 'Copy snapshots in their own region, and distribute nothing that is personal.',
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-copying-snapshots-from-one-region-to-another.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lightsail-distribution.html',
  ],

  // Copies are API calls. A distribution is one of all regions; where its origin is, is what a template tells.
  proactive: {
    rules: [{ types: ['AWS::Lightsail::Distribution'], path: 'Origin.RegionName', kind: 'region' }],
    violating: [distributing('us-east-1')],
    compliant: [distributing({ Ref: 'AWS::Region' })],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the copy is made by a call in its destination, which a region deny stops there. Distributions are made in us-east-1 only.',
    denies: [
      { actions: ['lightsail:CopySnapshot'], authorisedIn: 'destination', strength: 'region-deny' },
      { actions: ['lightsail:CreateDistribution'], authorisedIn: 'us-east-1', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'lightsail.amazonaws.com',
        eventName: 'CopySnapshot',
        recordedIn: 'destination',
        opens: [{ path: 'sourceRegion', kind: 'region' }],
      },
      {
        eventSource: 'lightsail.amazonaws.com',
        eventName: 'CreateDistribution',
        recordedIn: 'us-east-1',
        opens: [{ path: 'origin.regionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lightsail',
        command: 'GetDistributionsCommand',
        field: 'distributions[].origin.regionName',
        kind: 'region',
      },
    ],
  },
});

function distributing(region: unknown) {
  return exampleOf('AWS::Lightsail::Distribution', {
    DistributionName: 'site-us-east-1',
    BundleId: 'small_1_0',
    DefaultCacheBehavior: { Behavior: 'dont-cache' },
    Origin: { Name: 'site', RegionName: region },
  });
}
