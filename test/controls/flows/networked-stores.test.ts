import { propertiesAt } from '../../../lib/catalogue/examples';
import { NETWORKED_STORES } from '../../../lib/controls/flows/networked-stores';
import { edgesOf } from '../../support/describe-edges';
import { describeFlows } from '../../support/describe-flows';
import { fn, NETWORK, ref, resource, role } from '../../support/flow-templates';

/** A function in the network and in the group, with a way out. */
const OPEN = {
  ...NETWORK,
  Route: resource('AWS::EC2::Route', { RouteTableId: ref('Routes'), NatGatewayId: 'nat-0a1b' }),
  Group: resource('AWS::EC2::SecurityGroup', { VpcId: ref('Vpc') }),
  Role: role([]),
  Open: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [ref('Group')] } }),
};
const OUT = 'Open → (network: a NAT gateway) the internet';
const BY_GROUP = { Store: `(network: a security group lets it in) ${OUT}` };
const BY_NETWORK = { Store: `(network: the same network, possibly) ${OUT}` };
const NOT_HERE = { Store: '(network: its network is not here, possibly) whatever is in its network' };

/** A database in the network, in groups with these rules. */
function database(group: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) {
  return {
    ...OPEN,
    Subnets: resource('AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('Subnet')] }),
    StoreGroup: resource('AWS::EC2::SecurityGroup', { VpcId: ref('Vpc'), ...group }),
    Store: resource('AWS::RDS::DBInstance', {
      DBSubnetGroupName: ref('Subnets'),
      VPCSecurityGroups: [ref('StoreGroup')],
      ...more,
    }),
  };
}

describeFlows('what a network connection reaches is read: it', [
  { name: 'follows nothing where nothing is let in', resources: database({}), says: { Store: [] } },
  {
    name: 'follows a group that is let in',
    resources: database({ SecurityGroupIngress: [{ SourceSecurityGroupId: ref('Group') }] }),
    says: BY_GROUP,
  },
  {
    name: 'follows a group that a rule of its own lets in',
    resources: {
      ...database({}),
      Rule: resource('AWS::EC2::SecurityGroupIngress', {
        GroupId: ref('StoreGroup'),
        SourceSecurityGroupId: ref('Group'),
      }),
    },
    says: BY_GROUP,
  },
  {
    name: 'leaves another group alone',
    resources: {
      ...database({ SecurityGroupIngress: [{ SourceSecurityGroupId: ref('Other') }] }),
      Other: resource('AWS::EC2::SecurityGroup'),
    },
    says: { Store: [] },
  },
  ...[
    { what: 'addresses', rule: { CidrIp: '10.0.0.0/16' } },
    { what: 'addresses of IPv6', rule: { CidrIpv6: 'fd00::/8' } },
    { what: 'a list of prefixes', rule: { SourcePrefixListId: 'pl-0a1b' } },
    { what: 'a group that is not here', rule: { SourceSecurityGroupId: 'sg-0a1b' } },
  ].map(({ what, rule }) => ({
    name: `follows whatever is in the network where ${what} may come in`,
    resources: database({ SecurityGroupIngress: [rule] }),
    says: BY_NETWORK,
  })),
  {
    name: 'follows whatever is in the network where a group is not here',
    resources: database({}, { VPCSecurityGroups: ['sg-0a1b'] }),
    says: BY_NETWORK,
  },
  {
    name: 'follows whatever is in the network where there is no group',
    resources: database({}, { VPCSecurityGroups: [] }),
    says: BY_NETWORK,
  },
  {
    name: 'does not know what is in a network that is not here',
    resources: database({}, { VPCSecurityGroups: [], DBSubnetGroupName: 'subnets' }),
    says: NOT_HERE,
  },
  {
    name: 'does not know what is in a network of a subnet that does not say which',
    resources: { ...database({}, { VPCSecurityGroups: [] }), Subnet: resource('AWS::EC2::Subnet') },
    says: NOT_HERE,
  },
  {
    name: 'leaves an instance in the network of its cluster',
    resources: {
      Group: resource('AWS::EC2::SecurityGroup'),
      Cluster: resource('AWS::RDS::DBCluster', { VpcSecurityGroupIds: [ref('Group')] }),
      Store: resource('AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Cluster') }),
    },
    says: { Cluster: [], Store: [] },
  },
  {
    name: 'leaves a search domain alone that is in no network',
    resources: { Store: resource('AWS::OpenSearchService::Domain') },
    says: { Store: [] },
  },
  ...[
    { value: true, doubt: '' },
    { value: ref('Public'), doubt: ', possibly' },
  ].map(({ value, doubt }) => ({
    name: `follows a public address: ${JSON.stringify(value)}`,
    resources: database({}, { PubliclyAccessible: value }),
    says: { Store: `(network: a public address${doubt}) the internet` },
  })),
  {
    name: 'believes that there is no public address',
    resources: database({}, { PubliclyAccessible: 'false' }),
    says: { Store: [] },
  },
]);

describe('a store that is reached by a connection', () => {
  it.each(NETWORKED_STORES)('is asked who is in the network of $type', ({ type, of, subnetGroup, subnets, groups }) => {
    const place =
      subnetGroup === undefined
        ? propertiesAt(subnets ?? '', ref('Subnet'))
        : propertiesAt(subnetGroup, ref('Subnets'));
    const named = of === undefined ? {} : propertiesAt(of, ref('Store'));
    const owner = of === undefined ? 'Said' : 'Store';
    const edges = edgesOf({
      ...NETWORK,
      Subnets: resource('AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('Subnet')] }),
      Store: resource('AWS::EFS::FileSystem'),
      Said: resource(type, { ...place, ...named }),
    });
    expect(edges).toEqual([`${owner} → a group (network: the same network, possibly)`]);
    const grouped = edgesOf({
      Group: resource('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [{ SourceSecurityGroupId: ref('Group') }] }),
      Store: resource('AWS::EFS::FileSystem'),
      Said: resource(type, { ...propertiesAt(groups, ref('Group')), ...named }),
    });
    expect(grouped).toEqual([`${owner} → a group (network: a security group lets it in)`]);
  });
});
