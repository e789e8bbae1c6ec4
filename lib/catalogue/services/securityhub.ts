import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const FINDINGS = 'AWS::SecurityHub::FindingAggregator';
const V2 = 'AWS::SecurityHub::AggregatorV2';

export const securityhubAggregation = defineChannel({
  id: 'securityhub-aggregation',
  title: 'Security Hub gathers findings of its home region only',
  risk: 'Findings, with names of resources and users and with addresses, are copied from the linked regions to the one that gathers them, and changes back.',
  // A record of AWS's control plane, which tells of resources rather than of what they hold.
  level: 'metadata',
  legitimate:
    'For one security team for all regions, so that an attack on several is seen as one; findings name users of the account, who are staff. Custom findings are kept free of customer data.',
  remediation: 'Link no region that is not allowed, or read findings where they arise.',
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-findingaggregator.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-aggregatorv2.html',
  ],

  proactive: {
    rules: [
      {
        // Of the second version AWS documents no values: those of the first are taken.
        types: [FINDINGS, V2],
        path: 'RegionLinkingMode',
        kind: 'flag',
        opens: ['ALL_REGIONS', 'ALL_REGIONS_EXCEPT_SPECIFIED'],
        reach: 'abroad',
        because: 'which links every other region, those to come among them',
      },
      // With another mode these are the regions that are left out.
      {
        types: [FINDINGS],
        path: 'Regions[]',
        kind: 'region',
        when: { path: 'RegionLinkingMode', is: ['SPECIFIED_REGIONS'] },
      },
      { types: [V2], path: 'LinkedRegions[]', kind: 'region' },
    ],
    violating: [
      exampleOf(FINDINGS, { RegionLinkingMode: 'ALL_REGIONS' }),
      exampleOf(FINDINGS, { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['us-east-1'] }),
      exampleOf(V2, { RegionLinkingMode: 'SPECIFIED_REGIONS', LinkedRegions: ['us-east-1'] }),
      exampleOf(V2, { RegionLinkingMode: 'ALL_REGIONS' }),
    ],
    compliant: [
      exampleOf(FINDINGS, { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['eu-central-1'] }),
      exampleOf(V2, { RegionLinkingMode: 'SPECIFIED_REGIONS', LinkedRegions: ['eu-central-1'] }),
      exampleOf('AWS::SecurityHub::Hub', { Tags: { region: 'us-east-1' } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the linked regions.',
    denies: [
      {
        actions: [
          'securityhub:CreateAggregatorV2',
          'securityhub:CreateFindingAggregator',
          'securityhub:UpdateAggregatorV2',
          'securityhub:UpdateFindingAggregator',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'securityhub.amazonaws.com',
        eventName: 'CreateFindingAggregator',
        recordedIn: 'source',
        opens: [
          { path: 'regionLinkingMode', kind: 'flag', opens: ['all_regions', 'all_regions_except_specified'] },
          { path: 'regions[]', kind: 'region' },
        ],
      },
      {
        eventSource: 'securityhub.amazonaws.com',
        eventName: 'UpdateFindingAggregator',
        recordedIn: 'source',
        opens: [
          { path: 'regionLinkingMode', kind: 'flag', opens: ['all_regions', 'all_regions_except_specified'] },
          { path: 'regions[]', kind: 'region' },
        ],
      },
      {
        eventSource: 'securityhub.amazonaws.com',
        eventName: 'CreateAggregatorV2',
        recordedIn: 'source',
        opens: [{ path: 'linkedRegions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-securityhub',
        command: 'GetFindingAggregatorCommand',
        field: 'RegionLinkingMode',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-securityhub',
        command: 'GetFindingAggregatorCommand',
        field: 'Regions[]',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-securityhub',
        command: 'GetAggregatorV2Command',
        field: 'LinkedRegions[]',
        kind: 'region',
      },
    ],
  },
});
