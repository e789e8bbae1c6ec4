import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::Route53GlobalResolver::GlobalResolver'] as const;

export const route53GlobalResolver = defineChannel({
  id: 'route53-global-resolver',
  title: 'Global resolvers answer and log in allowed regions only',
  risk: 'What people ask the resolver for is answered in the nearest of its regions, and logged, with their addresses, in one of them.',
  level: 'content',
  legitimate:
    'For devices of staff who work in several regions and were told what is logged, with regions of the jurisdictions that they work in.',
  remediation: 'Take the other regions from the resolver, or use the resolver of the VPC.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53globalresolver-globalresolver.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'Regions[]', kind: 'region' },
      { types: TYPES, path: 'ObservabilityRegion', kind: 'region' },
    ],
    violating: [
      exampleOf(TYPES[0], { Name: 'office', Regions: ['eu-central-1', 'us-east-1'] }),
      exampleOf(TYPES[0], { Name: 'office', Regions: ['eu-central-1'], ObservabilityRegion: 'us-east-1' }),
    ],
    compliant: [
      exampleOf(TYPES[0], {
        Name: 'us-east-1',
        Regions: ['eu-central-1'],
        ObservabilityRegion: { Ref: 'AWS::Region' },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions of a resolver, which is one for all of them.',
    denies: [
      {
        actions: ['route53globalresolver:CreateGlobalResolver', 'route53globalresolver:UpdateGlobalResolver'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'route53globalresolver.amazonaws.com',
        eventName: 'CreateGlobalResolver',
        // Not confirmed by a published event: the region of the service's endpoint that is called.
        recordedIn: 'source',
        opens: [
          { path: 'regions[]', kind: 'region' },
          { path: 'observabilityRegion', kind: 'region' },
        ],
      },
      {
        eventSource: 'route53globalresolver.amazonaws.com',
        eventName: 'UpdateGlobalResolver',
        recordedIn: 'source',
        opens: [
          { path: 'regions[]', kind: 'region' },
          { path: 'observabilityRegion', kind: 'region' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-route53globalresolver',
        command: 'GetGlobalResolverCommand',
        field: 'regions[]',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-route53globalresolver',
        command: 'GetGlobalResolverCommand',
        field: 'observabilityRegion',
        kind: 'region',
      },
    ],
  },
});
