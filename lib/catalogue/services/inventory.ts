import { defineChannel, type Rule } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

/** Regions that a service looks into, and gathers from. */
const REGIONS = [
  ['AWS::EC2::IPAM', 'OperatingRegions[].RegionName'],
  ['AWS::EC2::IPAMResourceDiscovery', 'OperatingRegions[].RegionName'],
  ['AWS::EC2::IPAMPrefixListResolverTarget', 'PrefixListRegion'],
  ['AWS::ResilienceHub::App', 'ResourceMappings[].PhysicalResourceId.AwsRegion'],
  ['AWS::ResilienceHubV2::Service', 'Regions[]'],
  ['AWS::NetworkFlowMonitor::Scope', 'Targets[].Region'],
  ['AWS::WellArchitected::AgentProfile', 'AggregationConfiguration[].Regions[]'],
] as const;

export const inventoryAggregation = defineChannel({
  id: 'inventory-aggregation',
  aliases: ['ipam-and-inventory-aggregation'],
  title: 'Inventories of networks and resources are gathered from allowed regions only',
  risk: 'Addresses, ids and names of resources of every region that is named are gathered in one.',
  level: 'metadata',
  legitimate:
    'For lists of addresses, networks and resources that a network team plans with. They name machines, as long as machines are not named after people.',
  remediation: 'Name the home region only.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/ipam/what-it-is-ipam.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-ipam.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resiliencehub-app.html',
  ],

  proactive: {
    rules: mapped(REGIONS, ([type, path]): Rule => ({ types: [type], path, kind: 'region' })),
    violating: mapped(REGIONS, ([type, path]) => exampleOf(type, propertiesAt(path, 'us-east-1'))),
    compliant: mapped(REGIONS, ([type, path]) => exampleOf(type, propertiesAt(path, { Ref: 'AWS::Region' }))),
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions.',
    denies: [{ actions: ['ec2:CreateIpam', 'ec2:ModifyIpam'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateIpam',
        recordedIn: 'source',
        // Elements of the list are recorded under the name that the request gives them, one as an object.
        opens: [{ path: 'CreateIpamRequest.OperatingRegion[].RegionName', kind: 'region' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyIpam',
        recordedIn: 'source',
        opens: [{ path: 'ModifyIpamRequest.AddOperatingRegion[].RegionName', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeIpamsCommand',
        field: 'Ipams[].OperatingRegions[].RegionName',
        kind: 'region',
      },
    ],
  },
});
