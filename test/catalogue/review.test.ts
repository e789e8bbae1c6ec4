import type { Rule } from '../../lib/catalogue/channel';
import { vpcPeeringInterRegion } from '../../lib/catalogue/services/vpc-connections';
import { unprovenRules } from '../support/review';

const { proactive } = vpcPeeringInterRegion;
if ('notCovered' in proactive) throw new Error('the channel has no rule that could be switched off');

const IDLE: Rule = { types: ['AWS::EC2::VPCPeeringConnection'], path: 'PeerOwnerId', kind: 'region' };

describe('the review of a channel', () => {
  it('finds nothing unproven where each rule has an example', () => {
    expect(unprovenRules(vpcPeeringInterRegion)).toEqual([]);
  });

  it('names the rule that no example needs', () => {
    expect(
      unprovenRules({ ...vpcPeeringInterRegion, proactive: { ...proactive, rules: [proactive.rules[0], IDLE] } }),
    ).toEqual([2]);
  });
});
