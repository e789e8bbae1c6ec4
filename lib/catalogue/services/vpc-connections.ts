import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const FAR = 'us-east-1';
const HERE = { Ref: 'AWS::Region' };

export const vpcPeeringInterRegion = defineChannel({
  id: 'vpc-peering-inter-region',
  title: 'VPCs are peered within their home region only',
  risk: 'Every port of every store in the VPC can be reached from a VPC of the other region.',
  level: 'path',
  legitimate:
    'For networks that hold tools for both regions, such as build agents, with routes and security groups that reach no store of personal data.',
  remediation: 'Remove the peering connection, and let people of the other region have a service of their own there.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html',
  ],

  proactive: {
    // Without a region the peer is in the stack's own.
    rules: [{ types: ['AWS::EC2::VPCPeeringConnection'], path: 'PeerRegion', kind: 'region' }],
    violating: [
      exampleOf('AWS::EC2::VPCPeeringConnection', { VpcId: 'vpc-1', PeerVpcId: 'vpc-2', PeerRegion: FAR }),
      {
        Parameters: { PeerRegion: { Type: 'String' } },
        ...exampleOf('AWS::EC2::VPCPeeringConnection', {
          VpcId: 'vpc-1',
          PeerVpcId: 'vpc-2',
          PeerRegion: { Ref: 'PeerRegion' },
        }),
      },
    ],
    compliant: [
      exampleOf('AWS::EC2::VPCPeeringConnection', { VpcId: 'vpc-1', PeerVpcId: 'vpc-2', PeerOwnerId: '444455556666' }),
      exampleOf('AWS::EC2::VPCPeeringConnection', { VpcId: 'vpc-1', PeerVpcId: 'vpc-2', PeerRegion: HERE }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'both keys are ARNs of VPCs and carry their regions, so peering within the region stays possible. The calls are authorised for the VPC as well, without these keys, which the guard for a missing key lets pass.',
    denies: [
      {
        actions: ['ec2:CreateVpcPeeringConnection', 'ec2:AcceptVpcPeeringConnection'],
        authorisedIn: 'both',
        strength: 'exact',
        when: { key: 'ec2:AccepterVpc', names: 'arn' },
      },
      {
        actions: ['ec2:CreateVpcPeeringConnection', 'ec2:AcceptVpcPeeringConnection'],
        authorisedIn: 'both',
        strength: 'exact',
        when: { key: 'ec2:RequesterVpc', names: 'arn' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateVpcPeeringConnection',
        recordedIn: 'source',
        // Not confirmed by a published event: CloudTrail writes the older parameters of this call flat.
        opens: [
          { path: 'peerRegion', kind: 'region' },
          { path: 'CreateVpcPeeringConnectionRequest.PeerRegion', kind: 'region' },
        ],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'AcceptVpcPeeringConnection',
        recordedIn: 'destination',
        // The request names the connection only.
        opens: [{ path: 'vpcPeeringConnectionId', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpcPeeringConnectionsCommand',
        field: 'VpcPeeringConnections[].AccepterVpcInfo.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpcPeeringConnectionsCommand',
        field: 'VpcPeeringConnections[].RequesterVpcInfo.Region',
        kind: 'region',
      },
    ],
  },
});

export const vpcTransitGatewayPeering = defineChannel({
  id: 'vpc-transit-gateway-peering',
  aliases: ['tgw-peering'],
  title: 'Transit gateways are peered within their home region only',
  risk: 'Routes lead from every attached VPC to the networks behind the other gateway, and back.',
  level: 'path',
  legitimate:
    'For networks of operators and shared services, with route tables in which networks that hold personal data do not appear.',
  remediation: 'Remove the peering attachment.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewaypeeringattachment.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkmanager-transitgatewaypeering.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::EC2::TransitGatewayPeeringAttachment'], path: 'PeerRegion', kind: 'region' },
      { types: ['AWS::NetworkManager::TransitGatewayPeering'], path: 'TransitGatewayArn', kind: 'arn' },
    ],
    violating: [
      exampleOf('AWS::EC2::TransitGatewayPeeringAttachment', peeredIn(FAR)),
      exampleOf('AWS::NetworkManager::TransitGatewayPeering', {
        CoreNetworkId: 'core-network-1',
        TransitGatewayArn: `arn:aws:ec2:${FAR}:111122223333:transit-gateway/tgw-2`,
      }),
    ],
    compliant: [
      exampleOf('AWS::EC2::TransitGatewayPeeringAttachment', peeredIn(HERE)),
      exampleOf('AWS::NetworkManager::TransitGatewayPeering', {
        CoreNetworkId: 'core-network-1',
        TransitGatewayArn: {
          'Fn::Sub': 'arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:transit-gateway/tgw-2',
        },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of the peer, so peering within the region is refused as well. Only the peering with a core network names the gateway by its ARN.',
    denies: [
      {
        actions: ['ec2:CreateTransitGatewayPeeringAttachment', 'ec2:AcceptTransitGatewayPeeringAttachment'],
        authorisedIn: 'both',
        strength: 'whole-action',
      },
      {
        actions: ['networkmanager:CreateTransitGatewayPeering'],
        authorisedIn: 'us-west-2',
        strength: 'exact',
        when: { key: 'networkmanager:tgwArn', names: 'arn' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateTransitGatewayPeeringAttachment',
        recordedIn: 'source',
        opens: [{ path: 'CreateTransitGatewayPeeringAttachmentRequest.PeerRegion', kind: 'region' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'AcceptTransitGatewayPeeringAttachment',
        recordedIn: 'destination',
        opens: [{ path: 'AcceptTransitGatewayPeeringAttachmentRequest.TransitGatewayAttachmentId', kind: 'presence' }],
      },
      {
        eventSource: 'networkmanager.amazonaws.com',
        eventName: 'CreateTransitGatewayPeering',
        recordedIn: 'us-west-2',
        opens: [{ path: 'transitGatewayArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeTransitGatewayPeeringAttachmentsCommand',
        field: 'TransitGatewayPeeringAttachments[].AccepterTgwInfo.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeTransitGatewayPeeringAttachmentsCommand',
        field: 'TransitGatewayPeeringAttachments[].RequesterTgwInfo.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-networkmanager',
        command: 'ListPeeringsCommand',
        field: 'Peerings[].ResourceArn',
        kind: 'arn',
      },
    ],
  },
});

export const vpcPrivateLinkCrossRegion = defineChannel({
  id: 'vpc-privatelink-cross-region',
  aliases: ['privatelink-cross-region'],
  title: 'VPC endpoints and endpoint services stay in their home region',
  risk: 'What workloads send to the endpoint arrives at a service of the other region, by an address inside their own VPC; an endpoint service takes callers in from the regions that it lists.',
  level: 'path',
  legitimate: 'For a service that machines use and that takes nothing personal, such as licences, packages or time.',
  remediation: 'Use the endpoint of the home region, and list no other region for the service.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpointservice.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::EC2::VPCEndpoint'], path: 'ServiceRegion', kind: 'region' },
      // A name that is not bound belongs to the region of the endpoint, as long as no ServiceRegion says otherwise.
      { types: ['AWS::EC2::VPCEndpoint'], path: 'ServiceName', kind: 'endpoint', onlyAbroad: true },
      { types: ['AWS::EC2::VPCEndpointService'], path: 'SupportedRegions[]', kind: 'region' },
    ],
    violating: [
      exampleOf('AWS::EC2::VPCEndpoint', {
        VpcId: 'vpc-1',
        VpcEndpointType: 'Interface',
        ServiceName: { 'Fn::Sub': 'com.amazonaws.vpce.${AWS::Region}.vpce-svc-0123456789abcdef0' },
        ServiceRegion: FAR,
      }),
      exampleOf('AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1', ServiceName: `com.amazonaws.${FAR}.s3` }),
      exampleOf('AWS::EC2::VPCEndpointService', {
        NetworkLoadBalancerArns: [{ Ref: 'Balancer' }],
        SupportedRegions: [HERE, FAR],
      }),
    ],
    compliant: [
      exampleOf('AWS::EC2::VPCEndpoint', {
        VpcId: 'vpc-1',
        ServiceName: { 'Fn::Join': ['', ['com.amazonaws.', HERE, '.dynamodb']] },
      }),
      {
        Parameters: { ServiceName: { Type: 'String' } },
        ...exampleOf('AWS::EC2::VPCEndpoint', {
          VpcId: 'vpc-1',
          VpcEndpointType: 'Interface',
          ServiceName: { Ref: 'ServiceName' },
          ServiceRegion: HERE,
        }),
      },
      exampleOf('AWS::EC2::VPCEndpointService', {
        NetworkLoadBalancerArns: [{ Ref: 'Balancer' }],
        SupportedRegions: [HERE],
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'vpce:AllowMultiRegion is asked for whenever an endpoint or a service spans regions, whoever makes the call, and is of no other use. ec2:VpceServiceRegion names the region beside it; ec2:VpceSupportedRegion does so for changes of a service, not for its making.',
    denies: [
      { actions: ['vpce:AllowMultiRegion'], authorisedIn: 'both', strength: 'exact' },
      {
        actions: ['ec2:CreateVpcEndpoint', 'ec2:ModifyVpcEndpoint'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'ec2:VpceServiceRegion', names: 'region' },
      },
      {
        actions: ['ec2:ModifyVpcEndpointServiceConfiguration'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'ec2:VpceSupportedRegion', names: 'region' },
      },
      {
        actions: ['ec2:CreateVpcEndpointServiceConfiguration', 'ec2:ModifyVpcEndpointServiceConfiguration'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'ec2:VpceMultiRegion', is: ['true'] },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateVpcEndpoint',
        recordedIn: 'source',
        opens: [{ path: 'CreateVpcEndpointRequest.ServiceRegion', kind: 'region' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateVpcEndpointServiceConfiguration',
        recordedIn: 'source',
        // Elements of a list are recorded under the name that the request gives them, one as an object with its content.
        opens: [{ path: 'CreateVpcEndpointServiceConfigurationRequest.SupportedRegion', kind: 'presence' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyVpcEndpointServiceConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'ModifyVpcEndpointServiceConfigurationRequest.AddSupportedRegion', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpcEndpointsCommand',
        field: 'VpcEndpoints[].ServiceRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpcEndpointServiceConfigurationsCommand',
        field: 'ServiceConfigurations[].SupportedRegions[].Region',
        kind: 'region',
      },
    ],
  },
});

function peeredIn(region: unknown) {
  return {
    TransitGatewayId: 'tgw-1',
    PeerTransitGatewayId: 'tgw-2',
    PeerAccountId: '111122223333',
    PeerRegion: region,
  };
}
