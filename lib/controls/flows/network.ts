import { known, show } from '../../assembly/text';
import type { Said } from './graph';
import type { Names } from './names';
import type { Resource } from './resource';
import type { TextSpot, View } from './view';

/** A way out of a network. */
export interface Exit {
  readonly what: string;
  readonly to: 'the internet' | 'another network';
  readonly certain: boolean;
  readonly at: Said;
  /** Whether it serves only what has a public address. */
  readonly public: boolean;
}

const OUT = { to: 'the internet', certain: true, public: false } as const;
const ON = { to: 'another network', certain: true, public: false } as const;

/** Where a route can lead, by the property that names it. */
const WAYS: readonly (Omit<Exit, 'at'> & { readonly path: string })[] = [
  { path: 'NatGatewayId', what: 'a NAT gateway', ...OUT },
  { path: 'EgressOnlyInternetGatewayId', what: 'an egress-only internet gateway', ...OUT },
  { path: 'InstanceId', what: 'a route through an instance', ...OUT },
  { path: 'NetworkInterfaceId', what: 'a route through a network interface', ...OUT },
  { path: 'VpcEndpointId', what: 'a route through the endpoint of an appliance', ...OUT, certain: false },
  { path: 'CarrierGatewayId', what: 'a carrier gateway', ...ON },
  { path: 'CoreNetworkArn', what: 'a core network', ...ON },
  { path: 'LocalGatewayId', what: 'a local gateway', ...ON },
  { path: 'OdbNetworkArn', what: 'a network of Oracle Database@AWS', ...ON },
  { path: 'TransitGatewayId', what: 'a transit gateway', ...ON },
];

export const ROUTE_PATHS: readonly string[] = [...WAYS.map(({ path }) => path), 'GatewayId', 'VpcPeeringConnectionId'];

/** Networks and their routes, as far as templates make them. */
export class Network {
  readonly #view: View;
  readonly #names: Names;
  /** By route table, and by subnet where its table is not here. */
  readonly #exits = new Map<Resource, Exit[]>();
  readonly #tables = new Map<Resource, Resource[]>();

  constructor(view: View, names: Names) {
    this.#view = view;
    this.#names = names;
    for (const route of view.ofType('AWS::EC2::Route')) this.#addRoute(route);
    for (const route of view.ofType('AWS::EC2::VPNGatewayRoutePropagation')) {
      const exit = { what: 'a virtual private gateway', ...ON, at: route.said('VpnGatewayId') };
      this.#addExit(exit, this.#names.pointed(view.texts(route, 'RouteTableIds[]')));
    }
    for (const association of view.ofType('AWS::EC2::SubnetRouteTableAssociation')) {
      this.#associate(association);
    }
  }

  #associate(association: Resource): void {
    for (const subnet of this.#names.pointed(this.#view.texts(association, 'SubnetId'))) {
      for (const { text, path } of this.#view.texts(association, 'RouteTableId')) {
        const table = this.#names.pointedAt(text);
        if (table !== undefined) add(this.#tables, subnet, table);
        else {
          const what = `route table '${show(text)}', whose routes are not here`;
          add(this.#exits, subnet, { what, ...OUT, certain: false, at: association.said(path) });
        }
      }
    }
  }

  /** The VPC that a subnet is in. */
  vpcOf(subnet: Resource): Resource | undefined {
    return this.#names.pointed(this.#view.texts(subnet, 'VpcId'))[0];
  }

  /** The ways out of a subnet, which is named somewhere. */
  exitsOf({ text, path }: TextSpot, named: Resource): readonly Exit[] {
    const subnet = this.#names.pointedAt(text);
    if (subnet?.type !== 'AWS::EC2::Subnet') {
      const what = `subnet '${show(text)}', whose routes are not here`;
      return [{ what, ...OUT, certain: false, at: named.said(path) }];
    }
    // Without a table of its own it has the main one of its VPC, which leads nowhere unless somebody changes it.
    return [subnet, ...(this.#tables.get(subnet) ?? [])].flatMap((source) => this.#exits.get(source) ?? []);
  }

  #addRoute(route: Resource): void {
    const tables = this.#names.pointed(this.#view.texts(route, 'RouteTableId'));
    for (const exit of this.#exitsBy(route)) this.#addExit(exit, tables);
  }

  #addExit(exit: Exit, tables: readonly Resource[]): void {
    for (const table of tables) add(this.#exits, table, exit);
  }

  #exitsBy(route: Resource): Exit[] {
    const named = WAYS.flatMap(({ path, ...exit }) =>
      this.#view.texts(route, path).map((spot) => ({ ...exit, at: route.said(spot.path) })),
    );
    return [...named, ...this.#gateways(route), ...this.#peerings(route)];
  }

  /** Internet gateways and virtual private gateways share a property with gateway endpoints and what is local. */
  #gateways(route: Resource): Exit[] {
    return this.#view.texts(route, 'GatewayId').flatMap(({ text, path }): Exit[] => {
      const name = known(text);
      if (name === 'local' || name?.startsWith('vpce-') === true) return [];
      const at = route.said(path);
      const type = this.#names.pointedAt(text)?.type;
      if (type === 'AWS::EC2::VPNGateway' || name?.startsWith('vgw-') === true) {
        return [{ what: 'a virtual private gateway', ...ON, at }];
      }
      if (type === 'AWS::EC2::InternetGateway' || name?.startsWith('igw-') === true) {
        return [{ what: 'an internet gateway', ...OUT, public: true, at }];
      }
      return [{ what: `gateway '${show(text)}', which is not here`, ...OUT, certain: false, at }];
    });
  }

  /** A peer that is made here and at home is no way out by itself. */
  #peerings(route: Resource): Exit[] {
    return this.#view.texts(route, 'VpcPeeringConnectionId').flatMap(({ text, path }): Exit[] => {
      const peering = this.#names.pointedAt(text);
      if (peering !== undefined && this.#isAtHome(peering)) return [];
      return [{ what: 'a peering connection', ...ON, certain: peering !== undefined, at: route.said(path) }];
    });
  }

  #isAtHome(peering: Resource): boolean {
    const { allowed } = this.#view.terms(peering.stack);
    const regions = this.#view.texts(peering, 'PeerRegion');
    if (!regions.every(({ text }) => allowed.includes(known(text) ?? ''))) return false;
    return ['VpcId', 'PeerVpcId']
      .flatMap((path) => this.#view.texts(peering, path))
      .every(({ text }) => isOneOf(allowed, this.#names.pointedAt(text)));
  }
}

function isOneOf(regions: readonly string[], resource: Resource | undefined): boolean {
  return resource?.region !== undefined && regions.includes(resource.region);
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const sofar = map.get(key);
  if (sofar === undefined) map.set(key, [value]);
  else sofar.push(value);
}
