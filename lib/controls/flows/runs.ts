import { isMap } from '../../assembly/template';
import { show } from '../../assembly/text';
import { BODIES, RUNS_CODE } from './compute';
import type { Everything } from './everything';
import type { Graph } from './graph';
import type { Holder, Holders } from './holders';
import type { Names } from './names';
import type { Placing } from './placing';
import type { Resource } from './resource';
import type { Trust } from './trust';
import { textsAt } from './values';
import type { TextSpot, View } from './view';

/** Adds what runs in the name of which role. */
export class Runs {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #holders: Holders;
  readonly #everything: Everything;
  readonly #placing: Placing;
  /** Roles that something runs as. */
  readonly #used = new Set<Resource>();

  constructor(graph: Graph, view: View, names: Names, holders: Holders, everything: Everything, placing: Placing) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#holders = holders;
    this.#everything = everything;
    this.#placing = placing;
  }

  add(trust: Trust): void {
    for (const { type, roles } of BODIES) {
      for (const body of this.#view.ofType(type)) this.#addBody(body, roles);
    }
    for (const type of this.#view.types) {
      if (isSilent(type)) continue;
      for (const service of this.#view.ofType(type)) this.#addService(service);
    }
    this.#addUnused(trust);
  }

  #addBody(body: Resource, paths: readonly string[]): void {
    const spots = paths.flatMap((path) => this.#view.texts(body, path));
    const own = spots.length === 0 ? this.#holders.of(body) : undefined;
    if (own !== undefined) this.#link(own, body);
    for (const spot of spots) {
      const holders = this.#holdersAt(spot, body);
      for (const holder of holders) this.#link(holder, body);
      if (holders.length === 0) this.#addUnknown(body, spot);
    }
  }

  /** A role by its ARN or name, or through an instance profile. */
  #holdersAt(spot: TextSpot, by: Resource): readonly Holder[] {
    const pointed = this.#names.pointedAt(spot.text);
    if (pointed?.type !== 'AWS::IAM::InstanceProfile') return this.#holders.named(spot, by, 'AWS::IAM::Role');
    return this.#view.texts(pointed, 'Roles[]').flatMap((role) => this.#holders.named(role, pointed, 'AWS::IAM::Role'));
  }

  #link({ resource, reads, readsAnywhere, writes }: Holder, runner: Resource): void {
    this.#used.add(resource);
    this.#graph.add({ from: reads, to: runner, certain: true, continues: true });
    this.#graph.add({ from: runner, to: writes, certain: true });
    if (this.#placing.isOpen(runner)) {
      this.#graph.add({ from: readsAnywhere, to: runner, certain: true, continues: true });
    }
  }

  /** What a role may do that is not here is not known: it may be everything. */
  #addUnknown(body: Resource, { text, path }: TextSpot): void {
    const what = `role '${show(text)}', which is not here`;
    const from = this.#everything.stores(body.stack.region);
    this.#graph.add({ from, to: body, certain: false, hop: { by: 'grant', what, at: body.said(path) } });
  }

  /** A service that is given a role does with it what its properties say. */
  #addService(service: Resource): void {
    const roles = this.#rolesOf(service);
    const own = roles.size === 0 ? this.#holders.of(service) : undefined;
    for (const holder of own === undefined ? roles : [own]) this.#link(holder, service);
  }

  /** The roles that any of its properties names. */
  #rolesOf({ properties: { node, stack } }: Resource): ReadonlySet<Holder> {
    const texts = rolesIn(node).flatMap((role) => textsAt({ node: role, stack }, this.#view.resolver));
    return new Set(
      texts
        .flatMap((text) => this.#names.named(text, stack, 'AWS::IAM::Role'))
        .map((role) => this.#holders.of(role))
        .filter((holder) => holder?.resource.type === 'AWS::IAM::Role')
        .filter((holder) => holder !== undefined),
    );
  }

  /** A role for code that nothing here runs is there to be used by something that is not here. */
  #addUnused({ services }: Trust): void {
    const unused = [...services].flatMap(([role, names]) => {
      const service = RUNS_CODE.find((name) => names.has(name));
      return service === undefined || this.#used.has(role) ? [] : [{ role, service }];
    });
    if (unused.length === 0) return;
    // Others of a body's roles are used by services on its behalf, and not by its code.
    const bodies = BODIES.flatMap(({ type }) => this.#view.ofType(type));
    const served = new Set(bodies.flatMap((body) => [...this.#rolesOf(body)].map(({ resource }) => resource)));
    for (const { role, service } of unused) {
      if (served.has(role)) continue;
      const what = `whatever '${service}.amazonaws.com' runs in its name is not here`;
      const hop = { by: 'trust', what, at: role.said('AssumeRolePolicyDocument') } as const;
      this.#graph.add({ from: role, to: this.#graph.place('the internet'), certain: false, hop });
    }
  }
}

const BODY_TYPES = new Set(BODIES.map(({ type }) => type));

/** Types that name roles without running as them: identities, their policies, and policies of resources. */
function isSilent(type: string): boolean {
  return type.startsWith('AWS::IAM::') || BODY_TYPES.has(type);
}

const ROLE = /role|credentials/iu;

/** The values of all members that are called after a role, wherever they are. */
function rolesIn(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap(rolesIn);
  if (!isMap(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => (ROLE.test(key) ? [value, ...rolesIn(value)] : rolesIn(value)));
}
