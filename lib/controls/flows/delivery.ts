import { known, show } from '../../assembly/text';
import { DELIVERIES, type Delivery } from './deliveries';
import type { Elsewhere } from './elsewhere';
import type { Edge, Graph, Node } from './graph';
import type { Names } from './names';
import type { Resource } from './resource';
import type { Spot, TextSpot, View } from './view';

/** Where a delivery goes, and where that is said. */
interface End extends Pick<Edge, 'to' | 'certain'> {
  readonly path: string;
}

/** Adds what services of AWS carry from one resource to another by themselves. */
export class Carriage {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #elsewhere: Elsewhere;

  constructor(graph: Graph, view: View, names: Names, elsewhere: Elsewhere) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#elsewhere = elsewhere;
  }

  add(): void {
    for (const delivery of DELIVERIES) {
      for (const resource of this.#view.ofType(delivery.type)) this.#addDelivery(resource, delivery);
    }
    for (const subscription of this.#view.ofType('AWS::SNS::Subscription')) {
      const topics = this.sources(subscription, { from: 'TopicArn' });
      this.#addSubscription(topics, { located: subscription.properties, path: '' }, subscription);
    }
    for (const topic of this.#view.ofType('AWS::SNS::Topic')) {
      for (const spot of this.#view.spots(topic, 'Subscription[]')) this.#addSubscription([topic], spot, topic);
    }
  }

  /** What a delivery takes from. */
  sources(resource: Resource, { from, bare }: Pick<Delivery, 'from' | 'bare'>): readonly Resource[] {
    if (from === undefined) return [resource];
    return this.#view.texts(resource, from).flatMap(({ text }) => this.#names.named(text, resource.stack, bare));
  }

  /** What a text names, or else what is known of where that is. */
  ends(
    { text, path }: TextSpot,
    by: Resource,
    { bare, kind = 'arn' }: Pick<Delivery, 'bare' | 'kind'>,
  ): readonly End[] {
    const named = this.#names.named(text, by.stack, bare);
    if (named.length > 0) return named.map((to) => ({ to, certain: true, path }));
    return [{ ...this.#elsewhere.of(text, kind, by.stack), path }];
  }

  /** One edge for each source and end; what is only taken for granted is no hop. */
  link(sources: readonly Node[], ends: readonly End[], what: string, by: Resource, both = false): void {
    for (const { to, certain, path } of ends) {
      const hop = { by: 'delivery', what, at: by.said(path) } as const;
      for (const from of sources) {
        this.#graph.add({ from, to, certain, ...(to.kind === 'assumed' ? {} : { hop }) });
        if (both && to.kind === 'resource') this.#graph.add({ from: to, to: from, certain, hop });
      }
    }
  }

  #addDelivery(resource: Resource, delivery: Delivery): void {
    const { from, to, what, both } = delivery;
    const sources = this.sources(resource, delivery);
    if (sources.length === 0) return;
    const ends =
      to === undefined
        ? [{ to: resource, certain: true, path: from ?? '' }]
        : this.#view.texts(resource, to).flatMap((spot) => this.ends(spot, resource, delivery));
    this.link(sources, ends, what, resource, both);
  }

  #addSubscription(topics: readonly Resource[], spot: Spot, by: Resource): void {
    const protocols = this.#view.textsBelow(spot, 'Protocol').map(({ text }) => known(text));
    for (const endpoint of this.#view.textsBelow(spot, 'Endpoint')) {
      const isOutside = protocols.some((protocol) => protocol !== undefined && OUTSIDE.has(protocol));
      const ends = isOutside
        ? [{ to: this.#graph.place(`'${show(endpoint.text)}'`), certain: true, path: endpoint.path }]
        : this.ends(endpoint, by, { bare: 'AWS::Lambda::Function' });
      this.link(topics, ends, `subscription${protocols[0] === undefined ? '' : ` by ${protocols[0]}`}`, by);
    }
  }
}

/**
 * Protocols by which a topic sends to people, devices and servers outside of AWS.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
const OUTSIDE = new Set(['http', 'https', 'email', 'email-json', 'sms', 'application']);
