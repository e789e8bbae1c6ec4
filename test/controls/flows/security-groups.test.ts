import { describeFlows } from '../../support/describe-flows';
import { fn, ref, resource } from '../../support/flow-templates';
import { CLOSED, out, route } from '../../support/reader-in-network';

const NAT = { Route: route({ NatGatewayId: 'nat-0a1b' }) };

/** The reader behind a NAT gateway, in security groups with these rules. */
function grouped(group: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) {
  return {
    ...CLOSED,
    ...NAT,
    Group: resource('AWS::EC2::SecurityGroup', { VpcId: ref('Vpc'), ...group }),
    Reader: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [ref('Group')] } }),
    ...more,
  };
}

describeFlows('security groups can close a way out: it', [
  { name: 'does not, without rules of its own', resources: grouped({}), says: out('a NAT gateway') },
  {
    name: 'does, where nothing but private addresses is let out to',
    resources: grouped({
      SecurityGroupEgress: ['10.0.0.0/8', '172.20.0.0/16', '192.168.1.0/24', '100.64.0.0/10', '255.255.255.255/32'].map(
        (CidrIp) => ({ CidrIp }),
      ),
    }),
    says: { Table: [] },
  },
  ...['172.16.0.0/12', '172.31.255.0/24', '100.99.0.0/16', '100.127.0.0/16', '127.0.0.1/32', '169.254.0.0/16'].map(
    (CidrIp) => ({
      name: `does, where nothing but ${CidrIp} is let out to`,
      resources: grouped({ SecurityGroupEgress: [{ CidrIp }] }),
      says: { Table: [] },
    }),
  ),
  ...['fd00::/8', 'fc00::/7', 'fe80::/10', '::1/128'].map((CidrIpv6) => ({
    name: `does, where nothing but ${CidrIpv6} is let out to`,
    resources: grouped({ SecurityGroupEgress: [{ CidrIpv6 }] }),
    says: { Table: [] },
  })),
  ...['172.15.0.0/16', '100.63.0.0/16', '100.128.0.0/16', '11.10.0.0/16', '192.169.0.0/16', '12.127.0.0/16'].map(
    (CidrIp) => ({
      name: `does not, where ${CidrIp} is let out to`,
      resources: grouped({ SecurityGroupEgress: [{ CidrIp }] }),
      says: out('a NAT gateway'),
    }),
  ),
  {
    name: 'does not, where a second rule of its own resource lets out',
    resources: grouped(
      { SecurityGroupEgress: [{ CidrIp: '10.0.0.0/8' }] },
      {
        Rule: resource('AWS::EC2::SecurityGroupEgress', { GroupId: ref('Group'), CidrIpv6: '::/0' }),
        Second: resource('AWS::EC2::SecurityGroupEgress', { GroupId: ref('Group'), CidrIp: '10.0.0.0/8' }),
      },
    ),
    says: out('a NAT gateway'),
  },
  {
    name: 'does, where a rule lets out of another group',
    resources: grouped(
      { SecurityGroupEgress: [{ CidrIp: '10.0.0.0/8' }] },
      {
        Other: resource('AWS::EC2::SecurityGroup', { VpcId: ref('Vpc') }),
        Rule: resource('AWS::EC2::SecurityGroupEgress', { GroupId: ref('Other'), CidrIp: '0.0.0.0/0' }),
      },
    ),
    says: { Table: [] },
  },
  {
    name: 'does, where nothing but other groups is let out to',
    resources: grouped({ SecurityGroupEgress: [{ DestinationSecurityGroupId: 'sg-0a1b' }] }),
    says: { Table: [] },
  },
  ...[
    { what: 'everything', rule: { CidrIp: '0.0.0.0/0' } },
    { what: 'everything of IPv6', rule: { CidrIpv6: '::/0' } },
    { what: 'an address outside', rule: { CidrIp: '203.0.113.7/32' } },
    { what: 'an address outside that begins like a private one', rule: { CidrIp: '172.32.0.0/16' } },
    { what: 'more than what is private', rule: { CidrIp: '10.0.0.0/7' } },
    { what: 'more than 172.16.0.0/12', rule: { CidrIp: '172.16.0.0/11' } },
    { what: 'more than 192.168.0.0/16', rule: { CidrIp: '192.168.0.0/15' } },
    { what: 'more than 100.64.0.0/10', rule: { CidrIp: '100.64.0.0/9' } },
    { what: 'more than fc00::/7', rule: { CidrIpv6: 'fc00::/6' } },
    { what: 'an address of IPv6 that begins like loopback', rule: { CidrIpv6: '::1:2/128' } },
    { what: 'a list of prefixes', rule: { DestinationPrefixListId: 'pl-0a1b' } },
    { what: 'addresses that are not known', rule: { CidrIp: ref('Range') } },
  ].map(({ what, rule }) => ({
    name: `does not, where ${what} is let out to`,
    resources: grouped({ SecurityGroupEgress: [{ CidrIp: '10.0.0.0/8' }, rule] }),
    says: out('a NAT gateway'),
  })),
  {
    name: 'does not, where a rule of its own resource lets out',
    resources: grouped(
      { SecurityGroupEgress: [{ CidrIp: '10.0.0.0/8' }] },
      { Rule: resource('AWS::EC2::SecurityGroupEgress', { GroupId: ref('Group'), CidrIp: '0.0.0.0/0' }) },
    ),
    says: out('a NAT gateway'),
  },
  {
    name: 'does not, together with one that is not here',
    resources: grouped(
      { SecurityGroupEgress: [{ CidrIp: '10.0.0.0/8' }] },
      {
        Reader: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [ref('Group'), 'sg-0a1b'] } }),
      },
    ),
    says: out('a NAT gateway'),
  },
]);
