import { vpcPeeringInterRegion } from '../../lib/catalogue/services/vpc-connections';
import type { Finding } from '../../lib/domain/finding';
import { channelPage } from '../../lib/reporting/catalogue-pages';
import { titleOf } from '../../lib/reporting/channel-story';
import { explanation } from '../../lib/reporting/explanation';
import { jsonReport } from '../../lib/reporting/json';

const channel = { ...vpcPeeringInterRegion, unreviewed: 'no template proves its second rule' };
const WARNING = 'Unreviewed, and to be taken with care: no template proves its second rule.';

const FINDING: Finding = {
  channel: channel.id,
  level: 'path',
  severity: 'error',
  reach: 'abroad',
  stack: 'Main',
  region: 'eu-central-1',
  logicalId: 'Peering',
  resourceType: 'AWS::EC2::VPCPeeringConnection',
  path: 'PeerRegion',
  value: 'us-east-1',
  message: 'it is peered with another region',
  fix: 'remove it',
  template: 'main.template.json',
};

describe('a channel that is unreviewed', () => {
  it('is called so on its page', () => {
    expect(channelPage('vpc')(channel).text).toContain(`> ${WARNING}`);
  });

  it('is called so where it is explained', () => {
    expect(explanation(channel)).toContain(WARNING);
  });

  it('is called so in lists', () => {
    expect(titleOf(channel)).toBe('VPCs are peered within their home region only (unreviewed)');
  });

  it('is called so with each finding, for programs', () => {
    const report = { findings: [FINDING], excepted: [], flows: [], problems: [], judged: [] } as unknown as Parameters<
      typeof jsonReport
    >[0];
    expect(JSON.parse(jsonReport(report, [channel])).findings[0]).toMatchObject({ unreviewed: channel.unreviewed });
    expect(JSON.parse(jsonReport(report, [vpcPeeringInterRegion])).findings[0]).not.toHaveProperty('unreviewed');
  });
});
