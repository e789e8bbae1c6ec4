import { known } from '../../assembly/text';
import { CHANNELS, type ChannelId } from '../../catalogue/catalogue';
import type { Finding, Level } from '../../domain/finding';
import { BODIES } from './compute';
import type { Everything } from './everything';
import type { Graph, Node } from './graph';
import type { Document, Holders } from './holders';
import { isStoreType, typesOfService } from './kinds';
import type { Names } from './names';
import type { Placing } from './placing';
import { referencesOf } from './references';
import type { Resource } from './resource';
import { POLICIES } from './resource-policies';
import type { Statement } from './statements';
import type { View } from './view';

/** Adds the channels that were found open: each leads abroad from the resource that opens it. */
export class Channels {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #holders: Holders;
  readonly #everything: Everything;
  readonly #placing: Placing;

  constructor(graph: Graph, view: View, names: Names, holders: Holders, everything: Everything, placing: Placing) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#holders = holders;
    this.#everything = everything;
    this.#placing = placing;
  }

  /** What only tells of data is no way for it to leave. */
  add(findings: readonly Finding[]): void {
    const opening = new Map<Resource, Finding[]>();
    for (const finding of findings) {
      if (finding.channel === READ_BY_THE_PERIMETER) continue;
      const resource = levelOf(finding) === 'metadata' ? undefined : this.#resourceOf(finding);
      if (resource !== undefined) opening.set(resource, [...(opening.get(resource) ?? []), finding]);
    }
    for (const [resource, found] of opening) for (const finding of found) this.#addFinding(resource, finding);
    this.#addReferring(opening.keys());
  }

  #resourceOf({ stack, logicalId }: Finding): Resource | undefined {
    return this.#view.called(stack, logicalId);
  }

  #addFinding(resource: Resource, finding: Finding): void {
    // What an identity reads is not abroad yet: what runs as it is asked first.
    if (!resource.type.startsWith('AWS::IAM::')) this.#lead(resource, resource, finding);
    for (const node of this.#opensFor(resource, finding)) this.#lead(node, resource, finding);
  }

  #lead(from: Node, resource: Resource, { channel, reach, value, path }: Finding): void {
    const to = this.#graph.place(PLACE.test(value) ? `'${value}'` : 'another region');
    const hop = { by: 'channel', what: channel, at: resource.said(path) } as const;
    this.#graph.add({ from, to, certain: reach === 'abroad', hop });
  }

  /** For whom else a resource opens a channel: whoever has a policy, what a policy is of, what is in a network. */
  #opensFor(resource: Resource, finding: Finding): Node[] {
    const nodes: Node[] = [];
    for (const { holder, document } of this.#holders.with(resource)) {
      if (!finding.path.startsWith(document.path)) continue;
      nodes.push(holder.writes, ...this.#grantedBy(document, finding));
    }
    for (const { type, of, bare } of POLICIES) {
      if (type !== resource.type || of === undefined) continue;
      nodes.push(
        ...this.#view.texts(resource, of).flatMap(({ text }) => this.#names.named(text, resource.stack, bare)),
      );
    }
    return nodes;
  }

  /** The stores that a statement of a policy lets be copied. */
  #grantedBy(document: Document, finding: Finding): Node[] {
    return document.statements
      .filter(({ path }) => finding.path.startsWith(`${document.path}.${path}`))
      .flatMap((statement) => this.#storesOf(statement, document.in));
  }

  #storesOf({ actions, resources }: Statement, { stack }: Resource): Node[] {
    const services = new Set(actions.texts.map((text) => known(text)?.split(':')[0] ?? ''));
    const types = [...services].flatMap(typesOfService);
    return types.flatMap((type) =>
      resources.texts.flatMap((text) => {
        const { members, every } = this.#names.meant(text, type, stack);
        const all = every === undefined ? [] : [this.#everything.read(type, every.region ?? stack.region, stack)];
        return [...members, ...all];
      }),
    );
  }

  /** What refers to a store, or is referred to by one, may open its channel for it. */
  #addReferring(opening: Iterable<Resource>): void {
    const referring = new Set([...opening].filter((resource) => !isDecidedOtherwise(resource)));
    if (referring.size === 0) return;
    for (const resource of referring) {
      for (const other of referencesOf(resource, this.#view)) {
        if (isStoreType(other.type)) this.#graph.add({ from: other, to: resource, certain: true });
        this.#graph.add({ from: this.#placing.from(other) ?? other, to: resource, certain: true });
      }
    }
    for (const store of this.#view.resources) {
      if (!isStoreType(store.type)) continue;
      for (const other of referencesOf(store, this.#view)) {
        if (referring.has(other)) this.#graph.add({ from: store, to: other, certain: true });
      }
    }
  }
}

/** An endpoint leads to its service at home: whose resources are there is taken for granted, and said so, by the perimeter. */
const READ_BY_THE_PERIMETER: ChannelId = 'vpc-endpoint-policy-open';

const LEVELS: ReadonlyMap<string, Level> = new Map(CHANNELS.map(({ id, level }) => [id, level]));

/** The level of the channel itself: what a store is said to hold has lowered the finding's, and is asked for later. */
function levelOf({ channel, level }: Finding): Level {
  return LEVELS.get(channel) ?? level;
}

/** What a place looks like: a region, an ARN, a host. Anything else is a setting. */
const PLACE = /[a-z]{2}(?:-[a-z]+)+-\d|:|\.|\$\{/u;

const BODY_TYPES = new Set(BODIES.map(({ type }) => type));
const POLICY_TYPES = new Set(POLICIES.filter(({ of }) => of !== undefined).map(({ type }) => type));

/** Whether grants and policies, and not mere references, say what data it gets. */
function isDecidedOtherwise({ type }: Resource): boolean {
  return type.startsWith('AWS::IAM::') || BODY_TYPES.has(type) || POLICY_TYPES.has(type);
}
