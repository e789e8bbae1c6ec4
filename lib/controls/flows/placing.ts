import { known } from '../../assembly/text';
import { BODIES, PLACEMENTS, type Placement, type Setting } from './compute';
import { type Graph, groupIn, type Node } from './graph';
import type { Names } from './names';
import type { Exit, Network } from './network';
import type { Resource } from './resource';
import type { SecurityGroups } from './security-groups';
import type { TextSpot, View } from './view';

/** Adds the networks that code runs in, and the ways out of them. */
export class Placing {
  /** What can get out of its network. */
  readonly #open = new Set<Resource>();
  readonly #placed = new Set<Resource>();
  readonly #vpcs = new Map<Resource, VpcNodes>();
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #network: Network;
  readonly #groups: SecurityGroups;

  constructor(graph: Graph, view: View, names: Names, network: Network, groups: SecurityGroups) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#network = network;
    this.#groups = groups;
  }

  add(): void {
    for (const placement of PLACEMENTS) {
      for (const placer of this.#view.ofType(placement.type)) this.#place(placer, placement);
    }
    for (const { type } of BODIES) {
      for (const body of this.#view.ofType(type)) {
        if (!this.#placed.has(body)) this.#addExit(body, { ...UNPLACED, at: body.said('') });
      }
    }
  }

  /** Whether it can get to other regions. */
  isOpen(body: Resource): boolean {
    return this.#open.has(body);
  }

  /** The networks that code runs in. */
  get vpcs(): ReadonlyMap<Resource, Readonly<VpcNodes>> {
    return this.#vpcs;
  }

  /** What everything comes to that runs in the VPC that something is, or is a subnet of. */
  from(resource: Resource): Node | undefined {
    const vpc = resource.type === 'AWS::EC2::Subnet' ? this.#network.vpcOf(resource) : resource;
    return vpc && this.#vpcs.get(vpc)?.from;
  }

  /** What reaches everything that runs in a VPC. */
  into(vpc: Resource): Node {
    return this.#vpc(vpc).into;
  }

  /** What reaches everything that is in a security group. */
  intoGroup({ stack, logicalId }: Resource): Node {
    return this.#graph.group(`into group ${stack.id} ${logicalId}`);
  }

  #place(placer: Resource, placement: Placement): void {
    const bodies = this.#bodiesOf(placer, placement);
    if (bodies.length === 0) return;
    const places = this.#throughOf(placer, placement);
    const subnets = places.flatMap((place) => this.#textsAt(place, placement.subnets));
    const groups = places.flatMap((place) => this.#textsAt(place, placement.groups));
    const exits = this.#exits(placer, placement, places, subnets, groups);
    for (const body of bodies) {
      this.#placed.add(body);
      for (const exit of exits) this.#addExit(body, exit);
      this.#join(body, subnets, groups, exits);
    }
  }

  #bodiesOf(placer: Resource, { of }: Placement): readonly Resource[] {
    if (of === undefined) return [placer];
    return this.#names.pointed(this.#textsAt(placer, of));
  }

  /** Where the subnets are said: in the resource, or in one that it names. */
  #throughOf(placer: Resource, { through }: Placement): readonly Resource[] {
    if (through === undefined) return [placer];
    return this.#names.pointed(this.#view.texts(placer, through));
  }

  #textsAt(resource: Resource, paths: readonly string[]): TextSpot[] {
    return paths.flatMap((path) => this.#view.texts(resource, path));
  }

  #exits(
    placer: Resource,
    { alone, subnets: paths, openUnless, closedBy, publicAddress, through }: Placement,
    places: readonly Resource[],
    subnets: readonly TextSpot[],
    groups: readonly TextSpot[],
  ): readonly Exit[] {
    if (closedBy !== undefined && this.#is(placer, closedBy) === 'always') return [];
    const at = placer.said(paths[0] === undefined || through !== undefined ? '' : ownerOf(paths[0]));
    const direct = openUnless !== undefined && this.#is(placer, openUnless) !== 'always';
    const own = direct ? [{ ...ALONE, what: `'${openUnless.path}' is not '${openUnless.is}'`, at }] : [];
    const canBeAlone = places.every((place) => paths.every((path) => this.#view.canBeMissing(place, path)));
    if (subnets.length === 0) return [...own, { ...ALONE, ...alone, at }];
    const unplaced = canBeAlone ? [{ ...ALONE, ...alone, certain: false, at }] : [];
    if (this.#groups.letNothingOut(groups)) return [...own, ...unplaced];
    const isPublic = publicAddress === undefined || this.#is(placer, publicAddress) !== 'never';
    const [named = placer] = places;
    const routed = subnets.flatMap((subnet) => this.#network.exitsOf(subnet, named));
    return [...own, ...unplaced, ...routed.filter((exit) => isPublic || !exit.public)];
  }

  #is(resource: Resource, { path, is }: Setting): 'always' | 'sometimes' | 'never' {
    const texts = this.#view.texts(resource, path).map(({ text }) => known(text)?.toLowerCase());
    if (texts.length === 0) return 'never';
    if (texts.every((text) => text === is.toLowerCase()) && !this.#view.canBeMissing(resource, path)) return 'always';
    return texts.some((text) => text === undefined || text === is.toLowerCase()) ? 'sometimes' : 'never';
  }

  #addExit(body: Resource, { what, to, certain, at }: Exit): void {
    this.#open.add(body);
    this.#graph.add({ from: body, to: this.#graph.place(to), certain, hop: { by: 'network', what, at } });
  }

  /** Puts a body into its networks and groups. */
  #join(body: Resource, subnets: readonly TextSpot[], groups: readonly TextSpot[], exits: readonly Exit[]): void {
    const vpcs = new Set(
      this.#names
        .pointed(subnets)
        .map((subnet) => this.#network.vpcOf(subnet))
        .filter((vpc) => vpc !== undefined),
    );
    for (const vpc of vpcs) {
      const network = this.#vpc(vpc);
      if (exits.length > 0 && LISTENING.has(body.type)) network.hasListener = true;
      this.#graph.add({ from: body, to: network.from, certain: true });
      this.#graph.add({ from: network.into, to: body, certain: true });
    }
    for (const group of this.#groups.made(groups)) {
      this.#graph.add({ from: this.intoGroup(group), to: body, certain: true });
    }
  }

  #vpc(vpc: Resource): VpcNodes {
    let nodes = this.#vpcs.get(vpc);
    if (nodes === undefined) {
      nodes = { from: groupIn(), into: groupIn(), hasListener: false };
      this.#vpcs.set(vpc, nodes);
    }
    return nodes;
  }
}

/** What is in a VPC comes to `from`, and what comes to `into` comes to all that is in it. */
interface VpcNodes {
  readonly from: Node;
  readonly into: Node;
  /** Whether something listens in it that can get out. */
  hasListener: boolean;
}

const ALONE = { to: 'the internet', public: false, certain: true } as const;
const UNPLACED = { ...ALONE, what: 'nothing here says in which network it runs', certain: false } as const;

/** What others in its network can connect to; a function is only called through its service. */
const LISTENING = new Set([
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::ECS::TaskDefinition',
  'AWS::EKS::Nodegroup',
]);

/** The property that holds all that is said of the network: `VpcConfig` of `VpcConfig.SubnetIds[]`. */
function ownerOf(path: string): string {
  return path.replace(/\.?[^.]+$/u, '') || path.replace(/\[\]$/u, '');
}
