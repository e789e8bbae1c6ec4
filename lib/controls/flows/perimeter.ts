import { known, show } from '../../assembly/text';
import { RESOURCE_OWNER_KEYS } from '../../domain/resource-owner';
import type { Graph, Node } from './graph';
import type { Names } from './names';
import type { Placing } from './placing';
import type { Resource } from './resource';
import { statementsOf } from './statements';
import type { View } from './view';

const OWNER_KEYS: ReadonlySet<string> = new Set(RESOURCE_OWNER_KEYS.map((key) => key.toLowerCase()));

/** Adds what a network without a route out still lets through, or is trusted not to. */
export class Perimeter {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #placing: Placing;

  constructor(graph: Graph, view: View, names: Names, placing: Placing) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#placing = placing;
  }

  add(): void {
    const { vpcs } = this.#placing;
    const firewalled = new Set(
      this.#view.ofType('AWS::Route53Resolver::FirewallRuleGroupAssociation').flatMap((one) => this.#firewalledBy(one)),
    );
    for (const [vpc, { from, hasListener }] of vpcs) {
      if (!firewalled.has(vpc)) this.#assume(from, 'names');
      if (hasListener) this.#assume(from, 'neighbours');
    }
    for (const endpoint of this.#view.ofType('AWS::EC2::VPCEndpoint')) {
      for (const vpc of this.#names.pointed(this.#view.texts(endpoint, 'VpcId'))) {
        const network = vpcs.get(vpc);
        if (network !== undefined) this.#addEndpoint(endpoint, network.from);
      }
    }
    for (const peering of this.#view.ofType('AWS::EC2::VPCPeeringConnection')) {
      for (const path of ['VpcId', 'PeerVpcId']) {
        for (const vpc of this.#names.pointed(this.#view.texts(peering, path))) {
          const network = vpcs.get(vpc);
          if (network !== undefined) this.#assume(network.from, 'neighbours');
        }
      }
    }
  }

  #assume(from: Node, assumption: 'names' | 'neighbours' | 'endpoints'): void {
    this.#graph.add({ from, to: this.#graph.assumed(assumption), certain: true });
  }

  /** The VPCs in which a firewall refuses every name that it does not let through before. */
  #firewalledBy(association: Resource): Resource[] {
    const groups = this.#names.pointed(this.#view.texts(association, 'FirewallRuleGroupId'));
    return groups.some((group) => this.#blocksEverything(group))
      ? this.#names.pointed(this.#view.texts(association, 'VpcId'))
      : [];
  }

  #blocksEverything(group: Resource): boolean {
    return this.#view.spots(group, 'FirewallRules[]').some((rule) => {
      const actions = this.#view.textsBelow(rule, 'Action').map(({ text }) => known(text));
      if (actions.length === 0 || actions.some((action) => action !== 'BLOCK')) return false;
      const lists = this.#names.pointed(this.#view.textsBelow(rule, 'FirewallDomainListId'));
      return lists.some((list) => this.#view.texts(list, 'Domains[]').some(({ text }) => known(text) === '*'));
    });
  }

  /** An endpoint of somebody else's service leads to them; one of AWS's lets through what its policy does. */
  #addEndpoint(endpoint: Resource, from: Node): void {
    for (const { text, path } of this.#view.texts(endpoint, 'ServiceName')) {
      if (!show(text).includes('vpce-svc-')) continue;
      const hop = { by: 'network', what: 'an endpoint', at: endpoint.said(path) } as const;
      this.#graph.add({ from, to: this.#graph.place(`whoever is behind '${show(text)}'`), certain: false, hop });
    }
    if (this.#isOpen(endpoint)) this.#assume(from, 'endpoints');
  }

  /** Whether it lets through what is anybody's: its policy neither names resources nor asks for their owner. */
  #isOpen(endpoint: Resource): boolean {
    const documents = this.#view.spots(endpoint, 'PolicyDocument');
    if (documents.length === 0) return true;
    return documents
      .flatMap(({ located }) => statementsOf(located, this.#view.resolver))
      .some(
        ({ effect, conditions, resources }) =>
          effect === 'Allow' &&
          !conditions.some(({ key }) => OWNER_KEYS.has(key)) &&
          (resources.except || resources.texts.some((text) => known(text) === '*')),
      );
  }
}
