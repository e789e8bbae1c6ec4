import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::ResourceExplorer2::Index'] as const;

export const resourceExplorerAggregator = defineChannel({
  id: 'resource-explorer-aggregator',
  title: 'Resource Explorer keeps an index of each region in that region',
  risk: "Names, ARNs and tags of every region's resources are copied to the region of the aggregator.",
  level: 'metadata',
  legitimate:
    'For operators who look for a resource in an account with many regions, where tags and names hold no people.',
  remediation: 'Make the index a local one.',
  references: [
    'https://docs.aws.amazon.com/resource-explorer/latest/userguide/manage-aggregator-region.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resourceexplorer2-index.html',
  ],

  proactive: {
    rules: [
      {
        types: TYPES,
        path: 'Type',
        kind: 'flag',
        opens: ['AGGREGATOR'],
        reach: 'unknown',
        because: 'which gathers what every region with an index has',
      },
    ],
    violating: [exampleOf(TYPES[0], { Type: 'AGGREGATOR' })],
    compliant: [exampleOf(TYPES[0], { Type: 'LOCAL', Tags: { region: 'us-east-1' } })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells the type of the index. Control Tower exempts the service from its region deny.',
    denies: [
      {
        actions: ['resource-explorer-2:CreateResourceExplorerSetup', 'resource-explorer-2:UpdateIndexType'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'resource-explorer-2.amazonaws.com',
        eventName: 'UpdateIndexType',
        recordedIn: 'source',
        opens: [{ path: 'type', kind: 'flag', opens: ['aggregator'] }],
      },
      {
        eventSource: 'resource-explorer-2.amazonaws.com',
        eventName: 'CreateResourceExplorerSetup',
        recordedIn: 'source',
        opens: [{ path: 'aggregatorRegions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-resource-explorer-2',
        command: 'ListIndexesCommand',
        field: 'Indexes[].Type',
        kind: 'flag',
      },
    ],
  },
});
