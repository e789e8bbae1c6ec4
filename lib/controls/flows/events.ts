import { known } from '../../assembly/text';
import { defaultBus, eventsOfS3 } from './default-bus';
import type { Carriage } from './delivery';
import type { Graph, Node } from './graph';
import type { Resource } from './resource';
import { mapsAt, memberOf, textsAt } from './values';
import type { Spot, View } from './view';

/** Adds what event buses are told, and what their rules pass on. */
export class EventBuses {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #carriage: Carriage;

  constructor(graph: Graph, view: View, carriage: Carriage) {
    this.#graph = graph;
    this.#view = view;
    this.#carriage = carriage;
  }

  add(): void {
    for (const { type, path } of ANNOUNCING) {
      for (const resource of this.#view.ofType(type)) this.#addAnnouncing(resource, path);
    }
    for (const rule of this.#view.ofType('AWS::Events::Rule')) this.#addRule(rule);
  }

  /** S3 tells the default bus of the objects of a bucket that asks for it. */
  #addAnnouncing(resource: Resource, path: string): void {
    const buckets = this.#carriage.sources(resource, resource.type === 'AWS::S3::Bucket' ? {} : CUSTOM);
    const told = this.#view.texts(resource, path).filter(({ text }) => known(text) !== 'false');
    const to = eventsOfS3(this.#graph, resource.stack.region);
    this.#carriage.link(
      buckets,
      told.map((spot) => ({ to, certain: true, path: spot.path })),
      'notification',
      resource,
    );
  }

  #addRule(rule: Resource): void {
    const sources = this.#sourcesOf(rule);
    for (const path of ['Targets[].Arn', 'Targets[].DeadLetterConfig.Arn']) {
      const ends = this.#view.texts(rule, path).flatMap((spot) => this.#carriage.ends(spot, rule, {}));
      this.#carriage.link(sources, ends, 'rule', rule);
    }
  }

  /** A rule with a schedule carries nothing, and one for events of AWS hears of nothing that others put there. */
  #sourcesOf(rule: Resource): readonly Node[] {
    if (this.#view.spots(rule, 'EventPattern').length === 0) return [];
    const { region } = rule.stack;
    const buses = this.#view.texts(rule, 'EventBusName').filter(({ text }) => known(text) !== 'default');
    if (buses.length > 0) return this.#carriage.sources(rule, { from: 'EventBusName', bare: 'AWS::Events::EventBus' });
    const named = this.#view.spots(rule, 'EventPattern.source[]').map((spot) => this.#sourceAt(spot));
    const ofAws = named.length > 0 && named.every((source) => source?.startsWith('aws.'));
    const ofS3 = named.length === 0 || named.some((source) => source === undefined || 'aws.s3'.startsWith(source));
    return [...(ofAws ? [] : [defaultBus(this.#graph, region)]), ...(ofS3 ? [eventsOfS3(this.#graph, region)] : [])];
  }

  /** What a source is called or begins with. Undefined where a pattern says something else of it. */
  #sourceAt(spot: Spot): string | undefined {
    const { resolver } = this.#view;
    const texts = [spot.located, ...mapsAt(spot.located, resolver).map((map) => memberOf(map, 'prefix'))]
      .flatMap((located) => textsAt(located, resolver))
      .map(known);
    return texts.length === 1 ? texts[0] : undefined;
  }
}

const CUSTOM = { from: 'BucketName', bare: 'AWS::S3::Bucket' } as const;

const ANNOUNCING = [
  { type: 'AWS::S3::Bucket', path: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled' },
  // What aws-cdk-lib makes of a bucket's notifications: an empty map.
  { type: 'Custom::S3BucketNotifications', path: 'NotificationConfiguration.EventBridgeConfiguration' },
] as const;
