import { known, show, type Text } from '../../assembly/text';
import { includesAction } from './actions';
import type { Graph, Said } from './graph';
import type { Holder, Holders } from './holders';
import type { Names } from './names';
import { whoIsLetIn } from './principals';
import type { Resource } from './resource';
import { type Condition, type Statement, statementsOf } from './statements';
import type { View } from './view';

/** Who may take on which role, and who has the keys of users. */
export class Trust {
  /** Roles that whoever in the account is granted it may take on. */
  readonly assumable = new Set<Resource>();
  /** The services that each role is for. */
  readonly services = new Map<Resource, Set<string>>();
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #holders: Holders;

  constructor(graph: Graph, view: View, names: Names, holders: Holders) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#holders = holders;
    for (const holder of holders.all) this.#add(holder);
  }

  #add(holder: Holder): void {
    const { resource, reads } = holder;
    if (resource.type === 'AWS::IAM::Role') this.#addRole(holder);
    const people = PEOPLE[resource.type];
    if (people === undefined) return;
    const hop = { by: 'trust', what: people.what, at: resource.said('') } as const;
    this.#graph.add({ from: reads, to: this.#graph.place(people.place), certain: false, hop });
  }

  #addRole(holder: Holder): void {
    for (const { located, path } of this.#view.spots(holder.resource, 'AssumeRolePolicyDocument')) {
      for (const statement of statementsOf(located, this.#view.resolver)) {
        const isTrusting = ASSUMING.some((action) => includesAction(statement.actions, action) !== 'no');
        const at = holder.resource.said(`${path}.${statement.path}`);
        if (statement.effect === 'Allow' && isTrusting) this.#addStatement(holder, statement, at);
      }
    }
  }

  #addStatement(holder: Holder, statement: Statement, at: Said): void {
    const { resource } = holder;
    for (const who of whoIsLetIn(statement, resource.stack, this.#names)) {
      switch (who.is) {
        case 'own account':
          this.assumable.add(resource);
          break;
        case 'service':
          this.services.set(resource, (this.services.get(resource) ?? new Set()).add(who.service));
          break;
        case 'made':
          this.#addTaking(holder, this.#holders.of(who.resource), at);
          break;
        case 'federated':
          this.#addFederated(holder, who.provider, statement.conditions, at);
          break;
        case 'other':
          this.#addPlace(holder, who.name, 'sts:AssumeRole', who.certain, at);
          break;
        default:
          who satisfies never;
      }
    }
  }

  /** What one role reads, another that takes it on reads, and what that one has, this one writes. */
  #addTaking(taken: Holder, taker: Holder | undefined, at: Said): void {
    if (taker === undefined) return;
    const hop = { by: 'trust', what: 'sts:AssumeRole', at } as const;
    this.#graph.add({ from: taken.reads, to: taker.reads, certain: true, hop });
    this.#graph.add({ from: taker.writes, to: taken.writes, certain: true, hop });
  }

  #addFederated(holder: Holder, provider: Text, conditions: readonly Condition[], at: Said): void {
    const shown = show(provider);
    if (isSaml(provider, this.#names)) return;
    if (known(provider) === COGNITO) {
      if (isForAuthenticated(conditions)) {
        this.#graph.add({ from: holder.reads, to: this.#graph.assumed('answers'), certain: true });
      } else this.#addPlace(holder, 'anybody', 'an identity pool lets in who is not signed in', true, at);
    } else if (shown.includes('oidc.eks')) {
      this.#addPlace(holder, 'the internet', 'pods of a cluster, whose network is not here', false, at);
    } else this.#addPlace(holder, `whoever '${shown}' signs in`, 'sts:AssumeRoleWithWebIdentity', true, at);
  }

  #addPlace({ reads }: Holder, place: string, what: string, certain: boolean, at: Said): void {
    this.#graph.add({ from: reads, to: this.#graph.place(place), certain, hop: { by: 'trust', what, at } });
  }
}

const ASSUMING = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

const PEOPLE: Readonly<Record<string, { readonly what: string; readonly place: string }>> = {
  'AWS::IAM::User': { what: 'its keys', place: 'wherever somebody has its keys' },
  'AWS::IAM::Group': { what: 'its members', place: 'wherever its members are' },
};

const COGNITO = 'cognito-identity.amazonaws.com';

/** Staff who sign in by their organization: administrators, as far as a proof is concerned. */
function isSaml(provider: Text, names: Names): boolean {
  return names.pointedAt(provider)?.type === 'AWS::IAM::SAMLProvider' || show(provider).includes(':saml-provider/');
}

function isForAuthenticated(conditions: readonly Condition[]): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      key === `${COGNITO}:amr` &&
      operator.startsWith('ForAnyValue:String') &&
      values.length > 0 &&
      values.every((value) => known(value) === 'authenticated'),
  );
}
