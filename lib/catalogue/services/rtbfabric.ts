import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

const LINK = 'AWS::RTBFabric::Link';
const OUTBOUND = 'AWS::RTBFabric::OutboundExternalLink';

export const rtbfabricLink = defineChannel({
  id: 'rtbfabric-link',
  title: 'Bid requests stay with the gateway that receives them',
  risk: "Bid requests, with people's addresses, devices, places and interests, are handed to the gateway or public endpoint of another company; where that answers from, nothing here tells.",
  level: 'content',
  legitimate:
    'For an exchange whose partners are under contract, with people who have agreed to it, and whose gateways are known to be in the same jurisdiction.',
  remediation: 'Take the link away, or strip requests of what tells of a person before they reach the gateway.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rtbfabric-link.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rtbfabric-outboundexternallink.html',
  ],

  proactive: {
    rules: [
      {
        types: [LINK],
        path: 'PeerGatewayId',
        kind: 'presence',
        reach: 'unknown',
        because: 'the gateway of a company whose place nothing here tells',
      },
      { types: [OUTBOUND], path: 'PublicEndpoint', kind: 'endpoint' },
    ],
    violating: [
      exampleOf(LINK, { GatewayId: 'rtb-gw-1', PeerGatewayId: 'rtb-gw-2' }),
      exampleOf(OUTBOUND, { GatewayId: 'rtb-gw-1', PublicEndpoint: 'https://bids.example.com' }),
    ],
    compliant: [
      exampleOf('AWS::RTBFabric::RequesterGateway', { VpcId: 'vpc-1', Description: 'us-east-1' }),
      exampleOf(OUTBOUND, { GatewayId: 'rtb-gw-1', PublicEndpoint: 'https://bids.eu-central-1.amazonaws.com' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the other gateway or endpoint.',
    denies: [
      {
        actions: ['rtbfabric:AcceptLink', 'rtbfabric:CreateLink', 'rtbfabric:CreateOutboundExternalLink'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rtbfabric.amazonaws.com',
        eventName: 'CreateLink',
        recordedIn: 'source',
        opens: [{ path: 'peerGatewayId', kind: 'presence' }],
      },
    ],
  },
  audit: notCovered('a listed link names gateways by id, and no call tells where the gateway of another company is'),
});
