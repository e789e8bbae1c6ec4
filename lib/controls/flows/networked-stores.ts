import { known } from '../../assembly/text';
import type { Graph } from './graph';
import type { Names } from './names';
import type { Network } from './network';
import type { Placing } from './placing';
import type { Resource } from './resource';
import type { SecurityGroups } from './security-groups';
import type { View } from './view';

/** A type of store that is reached by a network connection, and the properties that say from where. */
export interface NetworkedStore {
  readonly type: string;
  /** What names the store. @default - the resource itself */
  readonly of?: string;
  /** Names a group of subnets. */
  readonly subnetGroup?: string;
  readonly subnets?: string;
  readonly groups: string;
  /** Whether it has a public address. @default - never */
  readonly public?: string;
  /** Without this it is in no network of its own. */
  readonly onlyWith?: string;
  /** With this it is in the network of something else. */
  readonly notWith?: string;
}

export const NETWORKED_STORES: readonly NetworkedStore[] = [
  { type: 'AWS::AmazonMQ::Broker', subnets: 'SubnetIds[]', groups: 'SecurityGroups[]', public: 'PubliclyAccessible' },
  { type: 'AWS::DAX::Cluster', subnetGroup: 'SubnetGroupName', groups: 'SecurityGroupIds[]' },
  { type: 'AWS::DocDB::DBCluster', subnetGroup: 'DBSubnetGroupName', groups: 'VpcSecurityGroupIds[]' },
  { type: 'AWS::DocDBElastic::Cluster', subnets: 'SubnetIds[]', groups: 'VpcSecurityGroupIds[]' },
  { type: 'AWS::EFS::MountTarget', of: 'FileSystemId', subnets: 'SubnetId', groups: 'SecurityGroups[]' },
  { type: 'AWS::ElastiCache::CacheCluster', subnetGroup: 'CacheSubnetGroupName', groups: 'VpcSecurityGroupIds[]' },
  { type: 'AWS::ElastiCache::ReplicationGroup', subnetGroup: 'CacheSubnetGroupName', groups: 'SecurityGroupIds[]' },
  { type: 'AWS::ElastiCache::ServerlessCache', subnets: 'SubnetIds[]', groups: 'SecurityGroupIds[]' },
  {
    type: 'AWS::Elasticsearch::Domain',
    subnets: 'VPCOptions.SubnetIds[]',
    groups: 'VPCOptions.SecurityGroupIds[]',
    onlyWith: 'VPCOptions',
  },
  { type: 'AWS::FSx::FileSystem', subnets: 'SubnetIds[]', groups: 'SecurityGroupIds[]' },
  {
    type: 'AWS::MSK::Cluster',
    subnets: 'BrokerNodeGroupInfo.ClientSubnets[]',
    groups: 'BrokerNodeGroupInfo.SecurityGroups[]',
  },
  { type: 'AWS::MSK::ServerlessCluster', subnets: 'VpcConfigs[].SubnetIds[]', groups: 'VpcConfigs[].SecurityGroups[]' },
  { type: 'AWS::MemoryDB::Cluster', subnetGroup: 'SubnetGroupName', groups: 'SecurityGroupIds[]' },
  { type: 'AWS::Neptune::DBCluster', subnetGroup: 'DBSubnetGroupName', groups: 'VpcSecurityGroupIds[]' },
  {
    type: 'AWS::OpenSearchService::Domain',
    subnets: 'VPCOptions.SubnetIds[]',
    groups: 'VPCOptions.SecurityGroupIds[]',
    onlyWith: 'VPCOptions',
  },
  {
    type: 'AWS::RDS::DBCluster',
    subnetGroup: 'DBSubnetGroupName',
    groups: 'VpcSecurityGroupIds[]',
    public: 'PubliclyAccessible',
  },
  {
    type: 'AWS::RDS::DBInstance',
    subnetGroup: 'DBSubnetGroupName',
    groups: 'VPCSecurityGroups[]',
    public: 'PubliclyAccessible',
    notWith: 'DBClusterIdentifier',
  },
  {
    type: 'AWS::Redshift::Cluster',
    subnetGroup: 'ClusterSubnetGroupName',
    groups: 'VpcSecurityGroupIds[]',
    public: 'PubliclyAccessible',
  },
  {
    type: 'AWS::RedshiftServerless::Workgroup',
    subnets: 'SubnetIds[]',
    groups: 'SecurityGroupIds[]',
    public: 'PubliclyAccessible',
  },
  {
    type: 'AWS::Timestream::InfluxDBInstance',
    subnets: 'VpcSubnetIds[]',
    groups: 'VpcSecurityGroupIds[]',
    public: 'PubliclyAccessible',
  },
];

/** Every type that groups subnets for stores has them under this name. */
export const SUBNETS_OF_GROUP = 'SubnetIds[]';

/** Adds who can connect to stores: what is in their networks, as far as security groups let it. */
export class NetworkedStores {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #network: Network;
  readonly #groups: SecurityGroups;
  readonly #placing: Placing;

  constructor(graph: Graph, view: View, names: Names, network: Network, groups: SecurityGroups, placing: Placing) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#network = network;
    this.#groups = groups;
    this.#placing = placing;
  }

  add(): void {
    for (const row of NETWORKED_STORES) {
      for (const said of this.#view.ofType(row.type)) if (this.#isNetworked(said, row)) this.#addStore(said, row);
    }
  }

  #isNetworked(said: Resource, { onlyWith, notWith }: NetworkedStore): boolean {
    const has = (path: string) => this.#view.spots(said, path).length > 0;
    return (onlyWith === undefined || has(onlyWith)) && (notWith === undefined || !has(notWith));
  }

  #addStore(said: Resource, row: NetworkedStore): void {
    const stores = row.of === undefined ? [said] : this.#names.pointed(this.#view.texts(said, row.of));
    const admitted = this.#groups.admittedBy(this.#view.texts(said, row.groups));
    for (const store of stores) {
      for (const group of admitted.groups) {
        this.#addConnection(
          store,
          this.#placing.intoGroup(group),
          'a security group lets it in',
          true,
          said,
          row.groups,
        );
      }
      if (admitted.everybody) this.#addNeighbours(store, said, row);
      if (row.public !== undefined) this.#addPublic(store, said, row.public);
    }
  }

  /** Whatever is in the same network. */
  #addNeighbours(store: Resource, said: Resource, row: NetworkedStore): void {
    const vpcs = this.#subnetsOf(said, row).map((subnet) => this.#network.vpcOf(subnet));
    for (const vpc of new Set(vpcs)) {
      if (vpc !== undefined)
        this.#addConnection(store, this.#placing.into(vpc), 'the same network', false, said, row.groups);
    }
    if (vpcs.length > 0 && !vpcs.includes(undefined)) return;
    const to = this.#graph.place('whatever is in its network');
    this.#addConnection(store, to, 'its network is not here', false, said, row.subnetGroup ?? row.subnets ?? '');
  }

  #subnetsOf(said: Resource, { subnets, subnetGroup }: NetworkedStore): Resource[] {
    if (subnetGroup !== undefined) {
      return this.#names
        .pointed(this.#view.texts(said, subnetGroup))
        .flatMap((group) => this.#names.pointed(this.#view.texts(group, SUBNETS_OF_GROUP)));
    }
    return subnets === undefined ? [] : this.#names.pointed(this.#view.texts(said, subnets));
  }

  #addPublic(store: Resource, said: Resource, path: string): void {
    for (const { text, path: at } of this.#view.texts(said, path)) {
      const isPublic = known(text);
      if (isPublic === 'false') continue;
      const to = this.#graph.place('the internet');
      const hop = { by: 'network', what: 'a public address', at: said.said(at) } as const;
      this.#graph.add({ from: store, to, certain: isPublic !== undefined, hop });
    }
  }

  #addConnection(
    store: Resource,
    to: ReturnType<Placing['into']>,
    what: string,
    certain: boolean,
    said: Resource,
    path: string,
  ): void {
    const hop = { by: 'network', what, at: said.said(path.replace(/\[\]$/u, '')) } as const;
    this.#graph.add({ from: store, to, certain, hop });
  }
}
