import type { FlowPoint, Hop } from '../../domain/flow';
import type { Edge, Graph, Node } from './graph';

/** The shortest way abroad from a node on. */
interface Way {
  readonly hops: number;
  /** How many of its edges are not certain. */
  readonly doubts: number;
  readonly edge: Edge;
}

/** The answers for all that is in one home. */
export class Question {
  readonly #graph: Graph;
  readonly #isHome: (region: string) => boolean;
  readonly #assumptions: ReadonlyMap<Node, readonly string[]>;

  /** @param isHome whether data may rest in a region */
  constructor(graph: Graph, isHome: (region: string) => boolean) {
    this.#graph = graph;
    this.#isHome = isHome;
    this.#assumptions = this.#ask();
  }

  /**
   * The shortest path from each node to anything abroad, where there is one.
   *
   * @param isClosed whether nothing personal gets through a node, as somebody says
   */
  paths(isClosed: (node: Node) => boolean): (start: Node) => readonly Hop[] | undefined {
    const ways = this.#search(isClosed);
    return (start) => {
      const edges: Edge[] = [];
      for (let way = ways.get(start); way !== undefined; way = ways.get(way.edge.to)) edges.push(way.edge);
      return edges.length === 0 ? undefined : hopsOf(start, edges);
    };
  }

  /** What is taken for granted somewhere along all the ways from a node. */
  assumptionsOf(node: Node): readonly string[] {
    return this.#assumptions.get(node) ?? [];
  }

  /** Abroad is what is outside of everything, and what is in no region of this home. */
  #isAbroad({ kind, region }: Node): boolean {
    return kind === 'place' || (region !== undefined && !this.#isHome(region));
  }

  #isWithin(node: Node): boolean {
    return node.kind !== 'assumed' && !this.#isAbroad(node);
  }

  /** From abroad backwards, those of the fewest hops first, and of these the most certain. */
  #search(isClosed: (node: Node) => boolean): ReadonlyMap<Node, Way> {
    const ways = new Map<Node, Way>();
    const rounds: Edge[][] = [];
    const consider = (edge: Edge, hops: number) => {
      const count = hops + (edge.hop === undefined ? 0 : 1);
      const round = rounds[count];
      if (round === undefined) rounds[count] = [edge];
      else round.push(edge);
    };
    for (const edge of this.#graph.edges) if (this.#isAbroad(edge.to) && this.#isWithin(edge.from)) consider(edge, 0);
    for (let hops = 0; hops < rounds.length; hops += 1) {
      const round = rounds[hops] ?? [];
      // A round grows while it is gone through: what only joins groups adds no hop.
      for (const next of round) {
        const doubts = (ways.get(next.to)?.doubts ?? 0) + (next.certain ? 0 : 1);
        const known = ways.get(next.from);
        if (known !== undefined && (known.hops < hops || known.doubts <= doubts)) continue;
        ways.set(next.from, { hops, doubts, edge: next });
        if (isClosed(next.from)) continue;
        for (const edge of next.from.into) if (this.#isWithin(edge.from)) consider(edge, hops);
      }
    }
    return ways;
  }

  /** From each assumption backwards. */
  #ask(): ReadonlyMap<Node, readonly string[]> {
    const found = new Map<Node, string[]>();
    for (const assumed of this.#graph.assumptions) {
      const seen = new Set<Node>([assumed]);
      for (const node of seen) {
        for (const { from } of node.into) {
          if (seen.has(from) || !this.#isWithin(from)) continue;
          seen.add(from);
          const sofar = found.get(from);
          if (sofar === undefined) found.set(from, [assumed.point.name]);
          else sofar.push(assumed.point.name);
        }
      }
    }
    return found;
  }
}

/** Edges as a person tells them: what joins groups is no hop, and what only goes on belongs to the hop before. */
function hopsOf(start: Node, edges: readonly Edge[]): Hop[] {
  const hops: Hop[] = [];
  let from: FlowPoint = start.point;
  let told: { hop: NonNullable<Edge['hop']>; certain: boolean } | undefined;
  let isCertain = true;
  for (const [index, edge] of edges.entries()) {
    isCertain &&= edge.certain;
    told ??= edge.hop === undefined ? undefined : { hop: edge.hop, certain: true };
    const goesOn = edges[index + 1]?.continues === true;
    if (told === undefined || edge.to.kind === 'group' || goesOn) continue;
    hops.push({ from, to: edge.to.point, by: told.hop.by, what: told.hop.what, certain: isCertain, at: told.hop.at });
    from = edge.to.point;
    told = undefined;
    isCertain = true;
  }
  return hops;
}
