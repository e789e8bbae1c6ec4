import { show, type Text, textOf } from '../../assembly/text';
import { ActionTable } from './actions';
import { defaultBus, meansDefaultBus } from './default-bus';
import type { Elsewhere } from './elsewhere';
import type { Everything } from './everything';
import type { Edge, Graph, Node, Said } from './graph';
import type { Holder, Holders } from './holders';
import { type KindType, RETURNING } from './kinds';
import { Limits } from './limits';
import { isOfService, type Names, serviceIn } from './names';
import { hasWildcard } from './patterns';
import type { Resource } from './resource';
import type { Choice, Statement } from './statements';
import type { View } from './view';

/** Who is granted something. */
interface Grantee {
  readonly resource: Resource;
  readonly reads: Node;
  readonly readsAnywhere?: Node;
  readonly writes?: Node;
}

/** A statement, and where it is said. */
interface Grant {
  readonly statement: Pick<Statement, 'actions' | 'resources'>;
  readonly at: Said;
  readonly certain: boolean;
}

/** Adds what policies of identities let these read and write. */
export class Grants {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #everything: Everything;
  readonly #elsewhere: Elsewhere;
  readonly #writesOf: (resource: Resource) => Node;
  readonly #actions = new ActionTable();

  constructor(
    graph: Graph,
    view: View,
    names: Names,
    everything: Everything,
    elsewhere: Elsewhere,
    writesOf: (resource: Resource) => Node,
  ) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#everything = everything;
    this.#elsewhere = elsewhere;
    this.#writesOf = writesOf;
  }

  add({ all, elsewhere }: Holders): void {
    for (const holder of all) this.#addHolder(holder);
    for (const { document, to } of elsewhere) {
      const reads = this.#graph.place(`'${show(to)}', which is not here`);
      const limits = new Limits(document.statements, undefined, document.in, this.#names);
      for (const statement of document.statements.filter(allows)) {
        const grant = { statement, at: document.said(statement), certain: false };
        this.#addGrant({ resource: document.in, reads }, grant, limits);
      }
    }
  }

  #addHolder(holder: Holder): void {
    const { resource, documents, presets, boundary } = holder;
    const own = documents.flatMap(({ statements }) => statements);
    const around = boundary?.flatMap(({ statements }) => statements);
    const limits = new Limits(own, around, resource, this.#names);
    for (const document of documents) {
      for (const statement of document.statements.filter(allows)) {
        this.#addGrant(holder, { statement, at: document.said(statement), certain: true }, limits);
      }
    }
    for (const { actions, resources, path, certain } of presets) {
      const statement = { actions: some(actions.map(textOf)), resources: some(resources) };
      this.#addGrant(holder, { statement, at: resource.said(path), certain }, limits);
    }
  }

  #addGrant(grantee: Grantee, { statement, at, certain }: Grant, limits: Limits): void {
    const moves = this.#actions.of(statement.actions);
    const isCertain = certain && moves.certain;
    const links: Link[] = [];
    for (const { type, reads, writes } of moves.data) {
      const left = [reads, writes].map((actions) => actions.filter((action) => limits.leaves(action, type)));
      const [leftReads = [], leftWrites = []] = left;
      if (leftReads.length + leftWrites.length > 0) links.push(new Link(type, leftReads, leftWrites, at, isCertain));
    }
    const { except, texts } = statement.resources;
    if (except) for (const link of links) this.#addOthers(grantee, link, texts, limits);
    else for (const text of texts) this.#addText(grantee, links, text, limits);
    this.#addSending(grantee, moves, at);
  }

  #addSending({ writes }: Grantee, { sends, callsOut }: { sends?: string; callsOut: boolean }, at: Said): void {
    if (writes === undefined) return;
    if (sends !== undefined) this.#graph.add({ from: writes, to: this.#graph.assumed('mail'), certain: true });
    if (!callsOut) return;
    const hop = { by: 'grant', what: 'states:InvokeHTTPEndpoint', at } as const;
    this.#graph.add({ from: writes, to: this.#graph.place('an address outside of AWS'), certain: true, hop });
  }

  #addText(grantee: Grantee, links: readonly Link[], text: Text, limits: Limits): void {
    const pointed = this.#names.pointedAt(text);
    if (pointed !== undefined) {
      const link = links.find(({ type }) => type === pointed.type);
      if (link !== undefined) this.#addMember(grantee, link, pointed, limits);
      return;
    }
    const { stack } = grantee.resource;
    let named = false;
    for (const link of links) {
      if (this.#view.ofType(link.type).length === 0) continue;
      const { members, every, certain } = this.#names.meant(text, link.type, stack);
      const meaning = certain ? link : link.onlyIf(text);
      if (every !== undefined) this.#addEvery(grantee, meaning, every.region, limits);
      for (const member of members) this.#addMember(grantee, meaning, member, limits);
      named ||= members.length > 0;
    }
    this.#addElsewhere(grantee, links, text, named);
    this.#addDefaultBus(grantee, links, text);
  }

  /** No template makes it, and patterns mean it all the same. */
  #addDefaultBus({ resource, writes }: Grantee, links: readonly Link[], text: Text): void {
    const link = links.find(({ type, writes: actions }) => type === 'AWS::Events::EventBus' && actions.length > 0);
    if (writes === undefined || link === undefined || !meansDefaultBus(text, resource.stack)) return;
    this.#graph.add({ from: writes, to: defaultBus(this.#graph, resource.stack.region), ...link.writing });
  }

  #addEvery(grantee: Grantee, link: Link, region: string | undefined, limits: Limits): void {
    const { resource, reads, readsAnywhere, writes } = grantee;
    const { type } = link;
    if (limits.isByResource(type)) {
      for (const member of this.#everything.members(type, region ?? resource.stack.region, resource.stack)) {
        this.#addMember(grantee, link, member, limits);
      }
      return;
    }
    const there = region ?? resource.stack.region;
    if (link.reads.length > 0) {
      this.#graph.add({ from: this.#everything.read(type, there, resource.stack), to: reads, ...link.reading });
      if (region === undefined && readsAnywhere !== undefined) {
        const from = this.#everything.read(type, undefined, resource.stack);
        this.#graph.add({ from, to: readsAnywhere, ...link.reading });
      }
    }
    if (link.writes.length > 0 && writes !== undefined) {
      this.#graph.add({ from: writes, to: this.#everything.written(type, there, resource.stack), ...link.writing });
    }
  }

  #addMember({ reads, writes }: Grantee, link: Link, member: Resource, limits: Limits): void {
    const isLeft = (action: string) => limits.leavesOn(member, action, link.type);
    if (link.reads.some(isLeft)) this.#graph.add({ from: member, to: reads, ...link.reading });
    if (writes !== undefined && link.writes.some(isLeft)) {
      this.#graph.add({ from: writes, to: this.#writesOf(member), ...link.writing });
    }
  }

  /** Everything of a type but what is named: only what is named for sure is left out. */
  #addOthers(grantee: Grantee, link: Link, texts: readonly Text[], limits: Limits): void {
    const { stack } = grantee.resource;
    const named = texts
      .map((text) => this.#names.meant(text, link.type, stack))
      .filter(({ certain }) => certain)
      .flatMap(({ members }) => members);
    for (const member of this.#everything.members(link.type, stack.region, stack)) {
      if (!named.includes(member)) this.#addMember(grantee, link, member, limits);
    }
    if (link.writes.length > 0 && grantee.writes !== undefined) {
      this.#graph.add({ from: grantee.writes, ...this.#elsewhere.atHome });
    }
  }

  /** What is written to something that is not here, once for all types that it can be of. */
  #addElsewhere({ resource, writes }: Grantee, links: readonly Link[], text: Text, isNamed: boolean): void {
    if (writes === undefined || (isNamed && !hasWildcard(text))) return;
    const service = serviceIn(text);
    const link = links.find(({ type, writes: actions }) => actions.length > 0 && isOfService(type, service));
    if (link === undefined) return;
    const { to, certain } = isNamed ? this.#elsewhere.atHome : this.#elsewhere.of(text, 'arn', resource.stack);
    const isAssumed = to.kind === 'assumed';
    const end = { to, certain: certain && link.certain };
    this.#graph.add({ from: writes, ...end, ...(isAssumed ? {} : { hop: link.writing.hop }) });
  }
}

/** What a statement lets pass from and to resources of one type. */
class Link {
  readonly type: KindType;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly certain: boolean;
  readonly #at: Said;
  readonly #why: string;

  constructor(
    type: KindType,
    reads: readonly string[],
    writes: readonly string[],
    at: Said,
    certain: boolean,
    why = '',
  ) {
    this.type = type;
    this.reads = reads;
    this.writes = writes;
    this.certain = certain;
    this.#at = at;
    this.#why = why;
  }

  /** The same, for resources that a text only can mean. */
  onlyIf(text: Text): Link {
    return new Link(this.type, this.reads, this.writes, this.#at, false, ` on '${show(text)}'`);
  }

  get reading(): Granted {
    const [action = ''] = this.reads;
    return this.#edge(RETURNING.has(action) ? `${action}, which can return what was there` : action);
  }

  get writing(): Granted {
    return this.#edge(this.writes[0] ?? '');
  }

  #edge(what: string): Granted {
    return { certain: this.certain, hop: { by: 'grant', what: what + this.#why, at: this.#at } };
  }
}

type Granted = Required<Pick<Edge, 'certain' | 'hop'>>;

function allows({ effect }: Statement): boolean {
  return effect === 'Allow';
}

function some(texts: readonly Text[]): Choice {
  return { except: false, texts };
}
