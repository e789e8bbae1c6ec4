import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const FAR = 'us-east-1';
const CORE = { CoreNetworkId: 'core-network-1' };

export const networkmanagerCoreNetwork = defineChannel({
  id: 'networkmanager-core-network',
  aliases: ['cloud-wan'],
  title: 'Core networks have edges in allowed regions only',
  risk: 'Networks attached at one edge get routes to those at every other edge of their segment, whatever its region.',
  level: 'path',
  legitimate:
    'For segments that are kept apart by region, with stores of personal data in segments that exist at home only; shared segments carry DNS, time and deployment.',
  remediation: 'Take the other region from the edge locations, or have a core network for each jurisdiction.',
  references: [
    'https://docs.aws.amazon.com/network-manager/latest/cloudwan/what-is-cloudwan.html',
    'https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-policies-json.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkmanager-corenetwork.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::NetworkManager::CoreNetwork'],
        path: 'PolicyDocument$.core-network-configuration.edge-locations[].location',
        kind: 'region',
      },
      { types: ['AWS::NetworkManager::ConnectAttachment'], path: 'EdgeLocation', kind: 'region' },
      { types: ['AWS::NetworkManager::DirectConnectGatewayAttachment'], path: 'EdgeLocations[]', kind: 'region' },
      { types: ['AWS::NetworkManager::VpcAttachment'], path: 'VpcArn', kind: 'arn' },
      { types: ['AWS::NetworkManager::SiteToSiteVpnAttachment'], path: 'VpnConnectionArn', kind: 'arn' },
      { types: ['AWS::NetworkManager::TransitGatewayRegistration'], path: 'TransitGatewayArn', kind: 'arn' },
    ],
    violating: [
      exampleOf('AWS::NetworkManager::CoreNetwork', coreNetwork('eu-central-1', FAR)),
      exampleOf('AWS::NetworkManager::ConnectAttachment', { ...CORE, EdgeLocation: FAR }),
      exampleOf('AWS::NetworkManager::DirectConnectGatewayAttachment', {
        ...CORE,
        DirectConnectGatewayArn: 'arn:aws:directconnect::111122223333:dx-gateway/dx-1',
        EdgeLocations: ['eu-central-1', FAR],
      }),
      exampleOf('AWS::NetworkManager::VpcAttachment', { ...CORE, VpcArn: ec2(FAR, 'vpc/vpc-1') }),
      exampleOf('AWS::NetworkManager::SiteToSiteVpnAttachment', {
        ...CORE,
        VpnConnectionArn: ec2(FAR, 'vpn-connection/vpn-1'),
      }),
      exampleOf('AWS::NetworkManager::TransitGatewayRegistration', {
        GlobalNetworkId: 'global-network-1',
        TransitGatewayArn: ec2(FAR, 'transit-gateway/tgw-1'),
      }),
    ],
    compliant: [
      exampleOf('AWS::NetworkManager::CoreNetwork', coreNetwork('eu-central-1')),
      exampleOf('AWS::NetworkManager::VpcAttachment', {
        ...CORE,
        VpcArn: { 'Fn::Sub': 'arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc/${Vpc}' },
      }),
      exampleOf('AWS::NetworkManager::DirectConnectGatewayAttachment', {
        ...CORE,
        DirectConnectGatewayArn: 'arn:aws:directconnect::111122223333:dx-gateway/dx-1',
        EdgeLocations: [{ Ref: 'AWS::Region' }],
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'the edges of an attachment, and the ARNs of what is attached, have keys of their own. The policy of a core network, which says where its edges are, has none and is refused outright. All calls are made in us-west-2, and Control Tower exempts them from its region deny.',
    denies: [
      {
        actions: ['networkmanager:CreateCoreNetwork', 'networkmanager:PutCoreNetworkPolicy'],
        authorisedIn: 'us-west-2',
        strength: 'whole-action',
      },
      {
        actions: ['networkmanager:CreateDirectConnectGatewayAttachment'],
        authorisedIn: 'us-west-2',
        strength: 'exact',
        when: { key: 'networkmanager:edgeLocations', names: 'region', holdsSeveral: true },
      },
      {
        actions: ['networkmanager:CreateVpcAttachment'],
        authorisedIn: 'us-west-2',
        strength: 'exact',
        when: { key: 'networkmanager:vpcArn', names: 'arn' },
      },
      {
        actions: ['networkmanager:CreateSiteToSiteVpnAttachment'],
        authorisedIn: 'us-west-2',
        strength: 'exact',
        when: { key: 'networkmanager:vpnConnectionArn', names: 'arn' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'networkmanager.amazonaws.com',
        eventName: 'PutCoreNetworkPolicy',
        recordedIn: 'us-west-2',
        opens: [{ path: 'policyDocument', kind: 'presence' }],
      },
      {
        eventSource: 'networkmanager.amazonaws.com',
        eventName: 'CreateVpcAttachment',
        recordedIn: 'us-west-2',
        opens: [{ path: 'vpcArn', kind: 'arn' }],
      },
      {
        eventSource: 'networkmanager.amazonaws.com',
        eventName: 'CreateDirectConnectGatewayAttachment',
        recordedIn: 'us-west-2',
        opens: [{ path: 'edgeLocations[]', kind: 'region' }],
      },
      {
        eventSource: 'networkmanager.amazonaws.com',
        eventName: 'CreateConnectAttachment',
        recordedIn: 'us-west-2',
        opens: [{ path: 'edgeLocation', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-networkmanager',
        command: 'GetCoreNetworkCommand',
        field: 'CoreNetwork.Edges[].EdgeLocation',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-networkmanager',
        command: 'ListAttachmentsCommand',
        field: 'Attachments[].EdgeLocation',
        kind: 'region',
      },
    ],
  },
});

function coreNetwork(...edges: readonly string[]) {
  return {
    GlobalNetworkId: 'global-network-1',
    PolicyDocument: {
      version: '2021.12',
      'core-network-configuration': {
        'asn-ranges': ['64512-64555'],
        'edge-locations': edges.map((location) => ({ location })),
      },
      segments: [{ name: 'people' }],
    },
  };
}

function ec2(region: string, resource: string) {
  return `arn:aws:ec2:${region}:111122223333:${resource}`;
}
