import { bedrockCrossRegionInference } from '../../../lib/catalogue/services/bedrock-inference';
import { ecsAwslogsRegion } from '../../../lib/catalogue/services/ecs';
import { networkmanagerCoreNetwork } from '../../../lib/catalogue/services/networkmanager';
import { ramResourceShare } from '../../../lib/catalogue/services/ram';
import { snsCrossRegionSubscription } from '../../../lib/catalogue/services/sns';
import { channelDenies } from '../../../lib/controls/preventive/channel-denies';
import { policyOf } from '../../../lib/controls/preventive/policy';
import { type SimulatedRequest, type Verdict, verdict } from '../../support/simulate';

const CHANNELS = [
  bedrockCrossRegionInference,
  ecsAwslogsRegion,
  networkmanagerCoreNetwork,
  ramResourceShare,
  snsCrossRegionSubscription,
] as const;

const denies = channelDenies('eu-central-1', CHANNELS);
const identity = policyOf({ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }, ...denies);

const ACCOUNT = '111111111111';
const invoke = (profile?: string): SimulatedRequest => ({
  action: 'bedrock:InvokeModel',
  resource: `arn:aws:bedrock:eu-central-1:${ACCOUNT}:inference-profile/a`,
  context:
    profile === undefined
      ? {}
      : { 'bedrock:InferenceProfileArn': `arn:aws:bedrock:eu-central-1:${ACCOUNT}:inference-profile/${profile}` },
});
const attach = (...edges: string[]): SimulatedRequest => ({
  action: 'networkmanager:CreateDirectConnectGatewayAttachment',
  resource: `arn:aws:networkmanager::${ACCOUNT}:core-network/core-network-1`,
  context: { 'networkmanager:edgeLocations': edges },
});
const attachVpc = (context: SimulatedRequest['context']): SimulatedRequest => ({
  action: 'networkmanager:CreateVpcAttachment',
  resource: `arn:aws:networkmanager::${ACCOUNT}:core-network/core-network-1`,
  context,
});
const vpcIn = (region: string) => ({ 'networkmanager:vpcArn': `arn:aws:ec2:${region}:${ACCOUNT}:vpc/vpc-1` });
const subscribe = (protocol: string, endpoint: string): SimulatedRequest => ({
  action: 'sns:Subscribe',
  resource: `arn:aws:sns:eu-central-1:${ACCOUNT}:orders`,
  context: { 'sns:Protocol': protocol, 'sns:Endpoint': endpoint },
});
const log = (region: string): SimulatedRequest => ({
  action: 'logs:PutLogEvents',
  resource: `arn:aws:logs:${region}:${ACCOUNT}:log-group:orders:log-stream:1`,
  context: { 'aws:RequestedRegion': region },
});
const share = (admits: string): SimulatedRequest => ({
  action: 'ram:CreateResourceShare',
  resource: '*',
  context: { 'ram:RequestedAllowsExternalPrincipals': admits },
});

describe('the denies of channels', () => {
  const cases: readonly [name: string, request: SimulatedRequest, answer: Verdict][] = [
    ['allow a model itself', invoke(), 'Allowed'],
    ['allow the profile of a geography', invoke('eu.amazon.nova-pro-v1:0'), 'Allowed'],
    ['refuse a global profile by its ARN', invoke('global.amazon.nova-pro-v1:0'), 'ExplicitlyDenied'],
    ['allow a list of the one region', attach('eu-central-1'), 'Allowed'],
    ['refuse a list with another region', attach('eu-central-1', 'us-east-1'), 'ExplicitlyDenied'],
    ['allow an ARN of the region', attachVpc(vpcIn('eu-central-1')), 'Allowed'],
    ['refuse an ARN of another region', attachVpc(vpcIn('us-east-1')), 'ExplicitlyDenied'],
    ['refuse nothing for a key that is missing', attachVpc({}), 'Allowed'],
    ['refuse what must not be', share('true'), 'ExplicitlyDenied'],
    ['allow what may be', share('false'), 'Allowed'],
    ['allow at home what is refused where it is authorised', log('eu-central-1'), 'Allowed'],
    ['refuse it abroad', log('us-east-1'), 'ExplicitlyDenied'],
    ['allow an endpoint that is no ARN', subscribe('email', 'ann@example.org'), 'Allowed'],
    ['refuse an endpoint abroad', subscribe('sqs', `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`), 'ExplicitlyDenied'],
  ];
  it.each(cases)('%s', async (_, request, answer) => {
    expect(await verdict({ ...request, identity })).toBe(answer);
  });

  it('have names of their own', () => {
    const names = denies.map(({ Sid }) => Sid);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
