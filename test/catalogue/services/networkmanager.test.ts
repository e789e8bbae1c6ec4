import { networkmanagerCoreNetwork } from '../../../lib/catalogue/services/networkmanager';
import { describeChannel } from '../../support/describe-channel';

const EDGES = 'PolicyDocument.core-network-configuration.edge-locations';
const core = (document: unknown) => ({ GlobalNetworkId: 'global-network-1', PolicyDocument: document });

describeChannel(networkmanagerCoreNetwork, [
  {
    name: 'reports each edge that is abroad, and none that is allowed',
    properties: core({
      'core-network-configuration': {
        'edge-locations': [{ location: { Ref: 'AWS::Region' } }, { location: 'eu-west-1' }, { location: 'us-east-1' }],
      },
    }),
    allowed: ['eu-west-1'],
    violations: [{ path: `${EDGES}[2].location`, value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'reads a policy that is a text',
    properties: core(
      JSON.stringify({ 'core-network-configuration': { 'edge-locations': [{ location: 'us-west-2' }] } }),
    ),
    violations: [{ path: `${EDGES}[0].location`, value: 'us-west-2', reach: 'abroad' }],
  },
  {
    name: 'passes regions that a policy only names in a segment',
    properties: core({ segments: [{ name: 'us-east-1', description: 'nothing in us-east-1' }] }),
    violations: [],
  },
  {
    name: 'passes a network that the template makes',
    type: 'AWS::NetworkManager::VpcAttachment',
    properties: { VpcArn: { 'Fn::Sub': 'arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:vpc/${Vpc}' } },
    template: { Resources: { Vpc: { Type: 'AWS::EC2::VPC' } } },
    violations: [],
  },
]);
