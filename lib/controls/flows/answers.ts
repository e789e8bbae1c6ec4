import { known } from '../../assembly/text';
import type { Graph } from './graph';
import type { Names } from './names';
import type { Resource } from './resource';
import { mapsAt, memberOf, textsAt } from './values';
import type { Spot, TextSpot, View } from './view';

/** Adds who gets answers from what: a person who is signed in, which a proof assumes, or anybody. */
export class Answers {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;

  constructor(graph: Graph, view: View, names: Names) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
  }

  add(): void {
    for (const { type, to } of CALLED) {
      for (const resource of this.#view.ofType(type)) this.#join(this.#texts(resource, to), resource);
    }
    for (const { type, by, open } of DECIDED) {
      for (const resource of this.#view.ofType(type)) this.#addDecided(resource, by, open);
    }
    for (const api of this.#view.ofType('AWS::ApiGatewayV2::Api')) {
      // A route that comes with the API has no authorizer.
      if (this.#view.texts(api, 'Target').length > 0) this.answers(api, true, 'no authorizer', 'Target');
    }
    for (const type of APIS) for (const api of this.#view.ofType(type)) this.#addDescribed(api);
    for (const method of this.#view.ofType('AWS::ApiGateway::Method')) {
      if (!this.#isPrivate(method)) this.#addDecided(method, 'AuthorizationType', ['NONE']);
    }
    for (const pool of this.#view.ofType('AWS::Cognito::UserPool')) {
      for (const assumption of ['answers', 'mail'] as const) {
        this.#graph.add({ from: pool, to: this.#graph.assumed(assumption), certain: true });
      }
    }
  }

  /** Whoever asks is answered by `from`: anybody, where nothing asks who it is. */
  answers(from: Resource, isOpen: boolean, what: string, path: string, by: Resource = from): void {
    if (!isOpen) {
      this.#graph.add({ from, to: this.#graph.assumed('answers'), certain: true });
      return;
    }
    // Its code may ask who somebody is; that cannot be seen here.
    const hop = { by: 'answer', what, at: by.said(path) } as const;
    this.#graph.add({ from, to: this.#graph.place('anybody who asks'), certain: false, hop });
  }

  /** What answers through a resource. */
  #join(spots: readonly TextSpot[], through: Resource): void {
    for (const { text, path } of spots) {
      const from = this.#names.named(text, through.stack, 'AWS::Lambda::Function');
      const hop = { by: 'answer', what: 'integration', at: through.said(path) } as const;
      for (const one of from) this.#graph.add({ from: one, to: through, certain: true, hop });
    }
  }

  #texts(resource: Resource, paths: readonly string[]): TextSpot[] {
    return paths.flatMap((path) => this.#view.texts(resource, path));
  }

  #addDecided(resource: Resource, path: string, open: readonly string[]): void {
    const texts = this.#view.texts(resource, path).map(({ text }) => known(text));
    const isOpen = texts.length === 0 || texts.some((text) => text === undefined || open.includes(text));
    this.answers(resource, isOpen, 'no authorizer', path);
  }

  /** An API by its description in OpenAPI: each operation has an integration, and says who may call it. */
  #addDescribed(api: Resource): void {
    for (const body of BODIES) {
      const secured = this.#view.spots(api, `${body}.security[]`).length > 0;
      for (const operation of this.#view.spots(api, `${body}.paths.{}.{}`)) this.#addOperation(api, operation, secured);
    }
  }

  #addOperation(api: Resource, { located, path }: Spot, isSecuredByDefault: boolean): void {
    const { resolver } = this.#view;
    for (const operation of mapsAt(located, resolver)) {
      const uris = mapsAt(memberOf(operation, INTEGRATION), resolver).flatMap((integration) =>
        textsAt(memberOf(integration, 'uri'), resolver),
      );
      const own = memberOf(operation, 'security');
      const isOpen = own === undefined ? !isSecuredByDefault : isEmptyList(own.node);
      for (const text of uris) {
        for (const from of this.#names.named(text, api.stack, 'AWS::Lambda::Function')) {
          this.answers(from, isOpen, 'no security scheme', path, api);
        }
      }
    }
  }

  /** A private API answers within networks only. */
  #isPrivate(method: Resource): boolean {
    return this.#names.pointed(this.#view.texts(method, 'RestApiId')).some((api) => {
      const types = this.#view.texts(api, 'EndpointConfiguration.Types[]');
      return types.length > 0 && types.every(({ text }) => known(text) === 'PRIVATE');
    });
  }
}

/** Types that pass on what a function answers, and the properties that name it. */
const CALLED = [
  { type: 'AWS::ApiGateway::Method', to: ['Integration.Uri'] },
  { type: 'AWS::ApiGatewayV2::Api', to: ['Target'] },
  { type: 'AWS::ApiGatewayV2::Integration', to: ['IntegrationUri'] },
  { type: 'AWS::ApiGatewayV2::Route', to: ['Target'] },
  { type: 'AWS::Lambda::Url', to: ['TargetFunctionArn'] },
] as const;

/** Types that say by one property whether they ask who somebody is, and the values by which they do not. */
const DECIDED = [
  { type: 'AWS::ApiGatewayV2::Route', by: 'AuthorizationType', open: ['NONE'] },
  { type: 'AWS::AppSync::GraphQLApi', by: 'AuthenticationType', open: ['API_KEY'] },
  { type: 'AWS::Lambda::Url', by: 'AuthType', open: ['NONE'] },
] as const;

const APIS = ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'];
const BODIES = ['Body', 'DefinitionBody'];
const INTEGRATION = 'x-amazon-apigateway-integration';

function isEmptyList(node: unknown): boolean {
  return Array.isArray(node) && node.length === 0;
}
