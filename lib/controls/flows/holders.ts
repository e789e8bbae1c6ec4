import type { Located } from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import { known, type Text, textOf } from '../../assembly/text';
import { type AwsGrant, awsGrants } from './aws-policies';
import { groupIn, type Node, type Said } from './graph';
import type { Names } from './names';
import type { Resource } from './resource';
import { samPolicy } from './sam-policies';
import { type Statement, statementsOf } from './statements';
import { mapsAt, memberOf, textsAt } from './values';
import type { Spot, TextSpot, View } from './view';

/** A policy document, and where it stands. */
export class Document {
  readonly in: Resource;
  readonly path: string;
  readonly #located: Located;
  readonly #resolver: Resolver;
  #statements: readonly Statement[] | undefined;

  constructor({ located, path }: Spot, resource: Resource, resolver: Resolver) {
    this.in = resource;
    this.path = path;
    this.#located = located;
    this.#resolver = resolver;
  }

  get statements(): readonly Statement[] {
    this.#statements ??= statementsOf(this.#located, this.#resolver);
    return this.#statements;
  }

  /** Where one of its statements stands. */
  said({ path }: Statement): Said {
    return this.in.said(`${this.path}.${path}`);
  }
}

/** What a policy that AWS wrote allows, and where that is attached. */
export interface Preset {
  readonly actions: readonly string[];
  readonly resources: readonly Text[];
  readonly path: string;
  /** Whether it is known what the policy allows. */
  readonly certain: boolean;
}

/**
 * Whatever policies are attached to: a role, a user, a group, or what SAM makes a role for.
 *
 * What it reads and what it writes are apart, so that nothing flows from one that runs as a role to another that does.
 */
export class Holder {
  readonly resource: Resource;
  /** What it reads comes here. */
  readonly reads: Node;
  /** What it reads in any region, for what runs as it and can get there. */
  readonly readsAnywhere = groupIn();
  /** What is here, it writes. */
  readonly writes = groupIn();
  readonly documents: Document[] = [];
  readonly presets: Preset[] = [];
  /** The documents of its boundary. Undefined without one, and where it is not here. */
  boundary: readonly Document[] | undefined;

  constructor(resource: Resource) {
    this.resource = resource;
    this.reads = IDENTITIES.has(resource.type) ? resource : groupIn();
  }
}

const IDENTITIES = new Set(['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group']);
const WITH_A_ROLE_OF_SAM = ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'];

/** Types that attach a document to identities, and the properties that name these. */
const ATTACHING = [
  { type: 'AWS::IAM::Policy', to: ['Roles[]', 'Users[]', 'Groups[]'] },
  { type: 'AWS::IAM::ManagedPolicy', to: ['Roles[]', 'Users[]', 'Groups[]'] },
  { type: 'AWS::IAM::RolePolicy', to: ['RoleName'] },
  { type: 'AWS::IAM::UserPolicy', to: ['UserName'] },
  { type: 'AWS::IAM::GroupPolicy', to: ['GroupName'] },
] as const;

/** The type of an identity that a bare name is the name of, by the property that has it. */
const NAMED_BY = {
  'Roles[]': 'AWS::IAM::Role',
  RoleName: 'AWS::IAM::Role',
  'Users[]': 'AWS::IAM::User',
  UserName: 'AWS::IAM::User',
  'Groups[]': 'AWS::IAM::Group',
  GroupName: 'AWS::IAM::Group',
} as const;

/** A document that is attached to somebody who is not here. */
export interface Attached {
  readonly document: Document;
  readonly to: Text;
}

/** A document, and one of those who have it. */
export interface Held {
  readonly holder: Holder;
  readonly document: Document;
}

/** All holders of policies of an assembly. */
export class Holders {
  readonly all: readonly Holder[];
  /** Documents of identities that are not here. */
  readonly elsewhere: Attached[] = [];
  readonly #view: View;
  readonly #names: Names;
  readonly #byResource = new Map<Resource, Holder>();
  readonly #managed = new Map<Resource, readonly Document[]>();
  #byPolicy: ReadonlyMap<Resource, readonly Held[]> | undefined;

  constructor(view: View, names: Names) {
    this.#view = view;
    this.#names = names;
    for (const type of [...IDENTITIES, ...WITH_A_ROLE_OF_SAM]) {
      for (const resource of view.ofType(type)) this.#byResource.set(resource, new Holder(resource));
    }
    this.all = [...this.#byResource.values()];
    for (const holder of this.all) this.#addOwn(holder);
    for (const { type, to } of ATTACHING) {
      for (const policy of view.ofType(type)) for (const path of to) this.#attach(policy, path);
    }
  }

  /** The documents in a resource, with those who have them. */
  with(resource: Resource): readonly Held[] {
    this.#byPolicy ??= this.#grouped();
    return this.#byPolicy.get(resource) ?? [];
  }

  #grouped(): ReadonlyMap<Resource, Held[]> {
    const grouped = new Map<Resource, Held[]>();
    for (const holder of this.all) {
      for (const document of holder.documents) {
        const sofar = grouped.get(document.in);
        if (sofar === undefined) grouped.set(document.in, [{ holder, document }]);
        else sofar.push({ holder, document });
      }
    }
    return grouped;
  }

  of(resource: Resource): Holder | undefined {
    return this.#byResource.get(resource);
  }

  /** Whoever a text names, by a reference, an ARN or a name. */
  named({ text }: TextSpot, by: Resource, bare: (typeof NAMED_BY)[keyof typeof NAMED_BY]): readonly Holder[] {
    return this.#names
      .named(text, by.stack, bare)
      .map((resource) => this.#byResource.get(resource))
      .filter((holder) => holder !== undefined);
  }

  #addOwn(holder: Holder): void {
    const { resource } = holder;
    if (IDENTITIES.has(resource.type)) {
      for (const spot of this.#view.spots(resource, 'Policies[].PolicyDocument')) {
        holder.documents.push(new Document(spot, resource, this.#view.resolver));
      }
      for (const spot of this.#view.texts(resource, 'ManagedPolicyArns[]')) this.#addManaged(holder, spot);
    } else {
      for (const spot of this.#view.spots(resource, 'Policies[]')) this.#addSam(holder, spot);
    }
    const boundaries = this.#view.texts(resource, 'PermissionsBoundary').map((spot) => this.#policies(spot, resource));
    if (boundaries.length > 0 && boundaries.every((documents) => documents.length > 0)) {
      holder.boundary = boundaries.flat();
    }
  }

  /** One of the policies of a function of SAM: a document, a template of SAM's, or a name. */
  #addSam(holder: Holder, spot: Spot): void {
    const { resource, documents, presets } = holder;
    const { resolver } = this.#view;
    for (const policy of mapsAt(spot.located, resolver)) {
      if (memberOf(policy, 'Statement') !== undefined) documents.push(new Document(spot, resource, resolver));
      for (const name of Object.keys(policy.entries)) {
        const template = samPolicy(name);
        if (template === undefined) continue;
        const { parameter, actions } = template;
        const resources = mapsAt(memberOf(policy, name), resolver).flatMap((parameters) =>
          textsAt(memberOf(parameters, parameter), resolver),
        );
        presets.push({ actions, resources, path: `${spot.path}.${name}`, certain: true });
      }
    }
    for (const text of textsAt(spot.located, resolver)) this.#addManaged(holder, { text, path: spot.path });
  }

  #addManaged({ resource, documents, presets }: Holder, spot: TextSpot): void {
    const policies = this.#policies(spot, resource);
    documents.push(...policies);
    if (policies.length > 0) return;
    const grants = awsGrants(known(spot.text)?.split('/').at(-1));
    for (const { actions, resources = ['*'] } of grants ?? ANYTHING) {
      const certain = grants !== undefined;
      presets.push({ actions, resources: resources.map(textOf), path: spot.path, certain });
    }
  }

  #policies({ text }: TextSpot, resource: Resource): Document[] {
    return this.#names
      .meant(text, 'AWS::IAM::ManagedPolicy', resource.stack)
      .members.flatMap((policy) => this.#documentsOf(policy));
  }

  /** A managed policy is attached to many, and read once. */
  #documentsOf(policy: Resource): readonly Document[] {
    let documents = this.#managed.get(policy);
    if (documents === undefined) {
      documents = this.#view
        .spots(policy, 'PolicyDocument')
        .map((spot) => new Document(spot, policy, this.#view.resolver));
      this.#managed.set(policy, documents);
    }
    return documents;
  }

  #attach(policy: Resource, path: keyof typeof NAMED_BY): void {
    for (const spot of this.#view.texts(policy, path)) {
      const holders = this.named(spot, policy, NAMED_BY[path]);
      for (const document of this.#documentsOf(policy)) {
        for (const { documents } of holders) documents.push(document);
        if (holders.length === 0) this.elsewhere.push({ document, to: spot.text });
      }
    }
  }
}

/** A policy that is not known may allow everything. */
const ANYTHING: readonly AwsGrant[] = [{ actions: ['*'] }];
