import { ASSUMPTIONS, type Assumption, type Carrier, type FlowPoint } from '../../domain/flow';

/**
 * Something that data can be in.
 *
 * A `group` has no name of its own: it stands for several nodes, or for a part of one, so that what all of them have in
 * common is one edge and the graph grows with the templates and no faster.
 */
export interface Node {
  readonly kind: 'resource' | 'group' | 'place' | 'assumed';
  readonly point: FlowPoint;
  /** Where it is. Nowhere for what is outside of everything. */
  readonly region?: string;
  readonly into: Edge[];
}

/** Where in the templates something is said. */
export interface Said {
  readonly stack: string;
  readonly logicalId: string;
  readonly path: string;
}

/** A way for data from one node to another. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly certain: boolean;
  /** Undefined where the edge only joins a group with what it stands for, and is no hop by itself. */
  readonly hop?: { readonly by: Carrier; readonly what: string; readonly at: Said };
  /** Whether a hop goes on through this edge: it says no more than the hop before it. */
  readonly continues?: boolean;
}

/** A way out that the owner of the data protection rules has accepted. */
export interface Accepted {
  readonly channel: string;
  readonly at: Said;
  /** What a proof then rests on. */
  readonly assumption: string;
}

/** All ways that data can take. */
export class Graph {
  readonly edges: Edge[] = [];
  readonly #nodes = new Map<string, Node>();
  readonly #accepted = new Map<string, Accepted[]>();

  constructor(accepted: readonly Accepted[] = []) {
    for (const one of accepted) {
      const key = placeKey(one.at);
      this.#accepted.set(key, [...(this.#accepted.get(key) ?? []), one]);
    }
  }

  add(edge: Edge): void {
    if (edge.from === edge.to) return;
    const accepted = edge.to.kind === 'place' ? this.#acceptedFor(edge.hop) : undefined;
    const added =
      accepted === undefined ? edge : { from: edge.from, to: this.#granted(accepted.assumption), certain: true };
    this.edges.push(added);
    added.to.into.push(added);
  }

  /** An exception speaks of one channel at one place, and so of what else carries data there, or around it. */
  #acceptedFor(hop: Edge['hop']): Accepted | undefined {
    if (hop === undefined || this.#accepted.size === 0) return undefined;
    const { by, what, at } = hop;
    return this.#accepted
      .get(placeKey(at))
      ?.filter(({ channel }) => by !== 'channel' || channel === what)
      .find((one) => one.at.path === at.path || one.at.path.startsWith(`${at.path}.`));
  }

  /** Somewhere outside of the templates, which is abroad for every store. */
  place(name: string): Node {
    return this.#once(`place ${name}`, () => ({ kind: 'place', point: { name }, into: [] }));
  }

  /** Something within a region that no template makes. */
  thing(name: string, region: string): Node {
    return this.#once(`thing ${name}`, () => ({ kind: 'resource', point: { name }, region, into: [] }));
  }

  /** Somebody or something that data is taken to be safe with. */
  assumed(assumption: Assumption): Node {
    return this.#granted(ASSUMPTIONS[assumption]);
  }

  /** All that is taken for granted somewhere. */
  get assumptions(): readonly Node[] {
    return [...this.#nodes.values()].filter(({ kind }) => kind === 'assumed');
  }

  #granted(name: string): Node {
    return this.#once(`assumed ${name}`, () => ({ kind: 'assumed', point: { name }, into: [] }));
  }

  /** A group by its key, made on first use. */
  group(key: string): Node {
    return this.#once(`group ${key}`, () => groupIn());
  }

  #once(key: string, make: () => Node): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#nodes.set(key, made);
    return made;
  }
}

function placeKey({ stack, logicalId }: Said): string {
  return `${stack}\u0000${logicalId}`;
}

/** A group of its own, in a region or in none. */
export function groupIn(region?: string): Node {
  return { kind: 'group', point: NAMELESS, ...(region !== undefined && { region }), into: [] };
}

const NAMELESS: FlowPoint = { name: '' };
