import type { PropertyMeaning } from './meaning';

/** Properties of routes, rules and sessions of networks. */
export const NETWORK: readonly PropertyMeaning[] = [
  {
    means: 'which packets a route is for, by their address; what they are handed to is judged where that is made',
    of: {
      'AWS::EC2::ClientVpnRoute': ['DestinationCidrBlock'],
      'AWS::EC2::LocalGatewayRoute': ['DestinationCidrBlock'],
      'AWS::EC2::TransitGatewayRoute': ['DestinationCidrBlock'],
      'AWS::EC2::VPNConnectionRoute': ['DestinationCidrBlock'],
      'AWS::EC2::Route': ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
    },
  },
  {
    means: 'which peering connection a route hands packets to; the connection is judged where it is made',
    of: {
      'AWS::EC2::Route': ['VpcPeeringConnectionId'],
      'AWS::NetworkManager::TransitGatewayRouteTableAttachment': ['PeeringId'],
    },
  },
  {
    means: 'which packets a rule looks at, by their address and port',
    of: {
      'AWS::EC2::TrafficMirrorFilterRule': ['DestinationCidrBlock', 'DestinationPortRange'],
      'AWS::EC2::TransitGatewayPolicyTableEntry': [
        'PolicyRule.DestinationCidrBlock',
        'PolicyRule.DestinationPortRange',
      ],
      'AWS::EC2::TransitGatewayMeteringPolicyEntry': ['DestinationCidrBlock', 'DestinationPortRange'],
    },
  },
  {
    means: 'of which attachment the traffic is counted, and of what kind that is',
    of: {
      'AWS::EC2::TransitGatewayMeteringPolicyEntry': [
        'DestinationTransitGatewayAttachmentId',
        'DestinationTransitGatewayAttachmentType',
      ],
    },
  },
  {
    means: 'which packets a firewall inspects, or does not, by their address and port',
    of: {
      'AWS::NetworkFirewall::RuleGroup': [
        'RuleGroup.RulesSource.StatefulRules[].Header.Destination',
        'RuleGroup.RulesSource.StatefulRules[].Header.DestinationPort',
        'RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules[].RuleDefinition.MatchAttributes.DestinationPorts',
        'RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules[].RuleDefinition.MatchAttributes.Destinations',
      ],
      'AWS::NetworkFirewall::TLSInspectionConfiguration': [
        'TLSInspectionConfiguration.ServerCertificateConfigurations[].Scopes[].DestinationPorts',
        'TLSInspectionConfiguration.ServerCertificateConfigurations[].Scopes[].Destinations',
      ],
      'AWS::NetworkFirewall::FirewallPolicy': [
        'FirewallPolicy.Route53ResolvedIPValidation.BypassDestinationValidationIPRanges',
      ],
    },
  },
  {
    means: 'of what kind the place of logs is: a bucket, a log group or a stream; which one it is stands beside it',
    of: {
      'AWS::EC2::FlowLog': ['LogDestinationType'],
      'AWS::NetworkFirewall::LoggingConfiguration': ['LoggingConfiguration.LogDestinationConfigs[].LogDestinationType'],
      'AWS::Redshift::Cluster': ['LoggingProperties.LogDestinationType'],
      'AWS::GuardDuty::PublishingDestination': ['DestinationType'],
      'AWS::AuditManager::Assessment': ['AssessmentReportsDestination.DestinationType'],
      'AWS::Logs::DeliveryDestination': ['DeliveryDestinationType'],
    },
  },
  {
    means: 'how files of flow logs are written: their format, and one file each hour',
    of: {
      'AWS::EC2::FlowLog': ['DestinationOptions'],
    },
  },
  {
    means: 'the role by which flow logs are written in another account; where they are written is the log destination',
    of: {
      'AWS::EC2::FlowLog': ['DeliverCrossAccountRole'],
    },
  },
  {
    means: 'the router or appliance at the other end of a session that exchanges routes, by its address and number',
    of: {
      'AWS::EC2::RouteServerPeer': ['BgpOptions.PeerAsn', 'BgpOptions.PeerLivenessDetection', 'PeerAddress'],
      'AWS::EC2::LocalGatewayVirtualInterface': ['PeerAddress', 'PeerBgpAsn', 'PeerBgpAsnExtended'],
      'AWS::NetworkManager::ConnectPeer': ['BgpOptions.PeerAsn', 'PeerAddress'],
    },
  },
  {
    means: 'the session over which a Direct Connect interface exchanges routes; the connection is judged by itself',
    of: {
      'AWS::DirectConnect::PrivateVirtualInterface': ['BgpPeers', 'BgpPeers[].BgpPeerId'],
      'AWS::DirectConnect::PublicVirtualInterface': ['BgpPeers', 'BgpPeers[].BgpPeerId'],
      'AWS::DirectConnect::TransitVirtualInterface': ['BgpPeers', 'BgpPeers[].BgpPeerId'],
    },
  },
  {
    means:
      'the appliance within an attached network that a transit gateway exchanges routes with, by its address and number',
    of: {
      'AWS::EC2::TransitGatewayConnectPeer': [
        'ConnectPeerConfiguration',
        'ConnectPeerConfiguration.BgpConfigurations[].PeerAddress',
        'ConnectPeerConfiguration.BgpConfigurations[].PeerAsn',
        'ConnectPeerConfiguration.PeerAddress',
      ],
    },
  },
  {
    means: 'the route servers of the VPC that the environment is in',
    of: {
      'AWS::EVS::Environment': ['ConnectivityInfo.PrivateRouteServerPeerings'],
    },
  },
  {
    means: 'whether a transit gateway takes in networks of other accounts unasked; those are of its own region',
    of: {
      'AWS::EC2::TransitGateway': ['AutoAcceptSharedAttachments'],
      'AWS::EC2::TransitGatewayMulticastDomain': ['Options.AutoAcceptSharedAssociations'],
    },
  },
  {
    means: 'the account and gateway at the other end of a peering attachment; its region is claimed',
    of: {
      'AWS::EC2::TransitGatewayPeeringAttachment': ['PeerAccountId', 'PeerTransitGatewayId'],
    },
  },
  {
    means: 'the account, network and role at the other end of a peering connection; its region is claimed',
    of: {
      'AWS::EC2::VPCPeeringConnection': ['PeerOwnerId', 'PeerRoleArn', 'PeerVpcId'],
    },
  },
  {
    means: 'the region in which a role is assumed to accept a peering connection',
    of: {
      'AWS::EC2::VPCPeeringConnection': ['AssumeRoleRegion'],
    },
  },
  {
    means: 'whether traffic of peering connections may go unencrypted where a VPC wants encryption',
    of: {
      'AWS::EC2::VPC': [
        'VpcEncryptionControl.ResourceExclusions.VpcPeering',
        'VpcEncryptionControl.VpcPeeringExclusion',
      ],
      'AWS::EC2::VPCEncryptionControl': ['VpcPeeringExclusionInput'],
    },
  },
  {
    means: 'which security group or service, within the network, a rule lets traffic out to',
    of: {
      'AWS::EC2::SecurityGroup': [
        'SecurityGroupEgress[].DestinationPrefixListId',
        'SecurityGroupEgress[].DestinationSecurityGroupId',
      ],
      'AWS::EC2::SecurityGroupEgress': ['DestinationPrefixListId', 'DestinationSecurityGroupId'],
    },
  },
  {
    means: 'the end of a path that Reachability Analyzer computes, and the packets that it asks about; nothing is sent',
    of: {
      'AWS::EC2::NetworkInsightsPath': [
        'Destination',
        'DestinationIp',
        'DestinationPort',
        'FilterAtDestination',
        'FilterAtDestination.DestinationAddress',
        'FilterAtDestination.DestinationPortRange',
        'FilterAtSource.DestinationAddress',
        'FilterAtSource.DestinationPortRange',
      ],
    },
  },
  {
    means:
      'paths that are looked for, by their ends and packets: Network Access Analyzer computes whether there are any',
    of: {
      'AWS::EC2::NetworkInsightsAccessScope': [
        'MatchPaths[].Destination',
        'MatchPaths[].Destination.PacketHeaderStatement.DestinationAddresses',
        'MatchPaths[].Destination.PacketHeaderStatement.DestinationPorts',
        'MatchPaths[].Destination.PacketHeaderStatement.DestinationPrefixLists',
        'MatchPaths[].Source.PacketHeaderStatement.DestinationAddresses',
        'MatchPaths[].Source.PacketHeaderStatement.DestinationPorts',
        'MatchPaths[].Source.PacketHeaderStatement.DestinationPrefixLists',
      ],
    },
  },
  {
    means: 'paths that are left out, by their ends and packets, when Network Access Analyzer computes which there are',
    of: {
      'AWS::EC2::NetworkInsightsAccessScope': [
        'ExcludePaths[].Destination',
        'ExcludePaths[].Destination.PacketHeaderStatement.DestinationAddresses',
        'ExcludePaths[].Destination.PacketHeaderStatement.DestinationPorts',
        'ExcludePaths[].Destination.PacketHeaderStatement.DestinationPrefixLists',
        'ExcludePaths[].Source.PacketHeaderStatement.DestinationAddresses',
        'ExcludePaths[].Source.PacketHeaderStatement.DestinationPorts',
        'ExcludePaths[].Source.PacketHeaderStatement.DestinationPrefixLists',
      ],
    },
  },
  {
    means: 'the subnets and security groups that the health of an instance is asked from',
    of: {
      'AWS::EC2::ApplicationStatusCheck': ['HealthCheckPaths[].Destinations'],
    },
  },
  {
    means: 'between which regions or zones AWS measures the delay of its network; only the figure is told',
    of: {
      'AWS::EC2::NetworkPerformanceMetricSubscription': ['Destination'],
    },
  },
  {
    means:
      'the region of a resource whose address range is managed or chosen; addresses are counted, and no traffic passes',
    of: {
      'AWS::EC2::IPAMPool': ['SourceResource.ResourceRegion'],
      'AWS::EC2::IPAMPrefixListResolver': ['Rules[].Conditions[].ResourceRegion'],
    },
  },
  {
    means: 'the global network, which is a list of sites, devices and links, that an entry of that list belongs to',
    of: {
      'AWS::NetworkManager::CoreNetwork': ['GlobalNetworkId'],
      'AWS::NetworkManager::CustomerGatewayAssociation': ['GlobalNetworkId'],
      'AWS::NetworkManager::Device': ['GlobalNetworkId'],
      'AWS::NetworkManager::Link': ['GlobalNetworkId'],
      'AWS::NetworkManager::LinkAssociation': ['GlobalNetworkId'],
      'AWS::NetworkManager::Site': ['GlobalNetworkId'],
      'AWS::NetworkManager::TransitGatewayRegistration': ['GlobalNetworkId'],
      'AWS::NetworkManager::Connection': ['GlobalNetworkId'],
    },
  },
  {
    means: 'the resolver that a view or a list of names belongs to; its regions are claimed',
    of: {
      'AWS::Route53GlobalResolver::DnsView': ['GlobalResolverId'],
      'AWS::Route53GlobalResolver::FirewallDomainList': ['GlobalResolverId'],
    },
  },
  {
    means: 'whether a load balancer spreads requests over all zones of its region',
    of: {
      'AWS::ElasticLoadBalancing::LoadBalancer': ['CrossZone'],
    },
  },
  {
    means:
      'the network at the other end of the peering, its route tables and address ranges, which Oracle Database@AWS links to',
    of: {
      'AWS::ODB::OdbPeeringConnection': ['AdditionalPeerNetworkCidrs', 'PeerNetworkId', 'PeerNetworkRouteTableIds'],
    },
  },
  {
    means: 'the account and network that a fleet is peered with; the network has to be in the region of the fleet',
    of: {
      'AWS::GameLift::Fleet': ['PeerVpcAwsAccountId', 'PeerVpcId'],
    },
  },
  {
    means: 'the address and port that a monitor sends empty packets to, to measure the way there',
    of: {
      'AWS::NetworkMonitor::Probe': ['Destination', 'DestinationPort'],
    },
  },
  {
    means: 'whether accounts of the organization see what a deployment of firewall rules covers',
    of: {
      'AWS::NetworkSecurityManager::Deployment': ['DeploymentConfiguration.EnableCrossAccountVisibility'],
    },
  },
];
