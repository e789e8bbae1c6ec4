import type { Stack } from '../../assembly/stack';
import { type Graph, groupIn, type Node } from './graph';
import { isStoreType, type KindType } from './kinds';
import type { Resource } from './resource';
import type { View } from './view';

/** What a wildcard means: one group for all resources of a type, so that a thousand wildcards are a thousand edges. */
export class Everything {
  readonly #view: View;
  readonly #graph: Graph;
  readonly #writesOf: (resource: Resource) => Node;
  readonly #isMeant: (resource: Resource) => boolean;
  readonly #groups = new Map<string, Node>();

  /**
   * @param writesOf where what is written to a resource comes to
   * @param isMeant leaves out what a wildcard does not open
   */
  constructor(
    view: View,
    graph: Graph,
    writesOf: (resource: Resource) => Node,
    isMeant: (resource: Resource) => boolean,
  ) {
    this.#view = view;
    this.#graph = graph;
    this.#writesOf = writesOf;
    this.#isMeant = isMeant;
  }

  /** All resources of a type in a region, or in any, of a stack's account. */
  members(type: KindType, region: string | undefined, { account }: Stack): readonly Resource[] {
    return this.#view
      .ofType(type)
      .filter(({ stack }) => region === undefined || type === 'AWS::IAM::Role' || stack.region === region)
      .filter(({ stack }) => account === undefined || stack.account === undefined || stack.account === account)
      .filter(this.#isMeant);
  }

  /** What is in any of them is here. */
  read(type: KindType, region: string | undefined, stack: Stack): Node {
    return this.#once(`read ${type} ${region} ${stack.account}`, region, (group) => {
      for (const from of this.members(type, region, stack)) this.#graph.add({ from, to: group, certain: true });
    });
  }

  /** What is here comes to each of them. */
  written(type: KindType, region: string | undefined, stack: Stack): Node {
    return this.#once(`write ${type} ${region} ${stack.account}`, region, (group) => {
      for (const member of this.members(type, region, stack)) {
        this.#graph.add({ from: group, to: this.#writesOf(member), certain: true });
      }
    });
  }

  /** Whatever rests in any store of a region. */
  stores(region: string): Node {
    return this.#once(`stores ${region}`, region, (group) => {
      for (const from of this.#view.resources) {
        if (from.region === region && isStoreType(from.type)) this.#graph.add({ from, to: group, certain: true });
      }
    });
  }

  #once(key: string, region: string | undefined, fill: (group: Node) => void): Node {
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = groupIn(region);
      this.#groups.set(key, group);
      fill(group);
    }
    return group;
  }
}
