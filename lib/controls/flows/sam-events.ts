import { mapAt, memberOf as memberOfMap } from '../../assembly/template';
import { known } from '../../assembly/text';
import type { Answers } from './answers';
import type { Carriage } from './delivery';
import type { KindType } from './kinds';
import type { Names } from './names';
import type { Resource } from './resource';
import { mapsAt, memberOf, textsAt } from './values';
import type { Spot, View } from './view';

/** What calls a function of SAM, by the type of the event: the property that names the source. */
const SOURCES: Readonly<Record<string, { readonly property: string; readonly bare?: KindType }>> = {
  CloudWatchLogs: { property: 'LogGroupName', bare: 'AWS::Logs::LogGroup' },
  Cognito: { property: 'UserPool' },
  DocumentDB: { property: 'Cluster' },
  DynamoDB: { property: 'Stream' },
  Kinesis: { property: 'Stream' },
  MQ: { property: 'Broker' },
  MSK: { property: 'Stream' },
  S3: { property: 'Bucket', bare: 'AWS::S3::Bucket' },
  SNS: { property: 'Topic' },
  SQS: { property: 'Queue' },
};

/** An event by which somebody asks and is answered: the kind of API, and the property that names it. */
interface Asked {
  readonly kind: string;
  readonly named: string;
}

const ASKED: Readonly<Record<string, Asked>> = {
  Api: { kind: 'Api', named: 'RestApiId' },
  HttpApi: { kind: 'HttpApi', named: 'ApiId' },
};

/** Adds what calls the functions of SAM, and whom they answer. */
export class SamEvents {
  readonly #view: View;
  readonly #names: Names;
  readonly #carriage: Carriage;
  readonly #answers: Answers;

  constructor(view: View, names: Names, carriage: Carriage, answers: Answers) {
    this.#view = view;
    this.#names = names;
    this.#carriage = carriage;
    this.#answers = answers;
  }

  add(): void {
    for (const called of this.#view.ofType('AWS::Serverless::Function')) {
      for (const event of this.#view.spots(called, 'Events.{}')) this.#addEvent(called, event);
      for (const { text, path } of this.#view.texts(called, 'FunctionUrlConfig.AuthType')) {
        this.#answers.answers(called, known(text) !== 'AWS_IAM', 'no authorizer', path);
      }
    }
  }

  #addEvent(called: Resource, event: Spot): void {
    const { resolver } = this.#view;
    for (const map of mapsAt(event.located, resolver)) {
      for (const type of textsAt(memberOf(map, 'Type'), resolver).map(known)) {
        const source = type === undefined ? undefined : SOURCES[type];
        const asked = type === undefined ? undefined : ASKED[type];
        if (source !== undefined) this.#addSource(called, event, source);
        if (asked !== undefined) this.#addAsked(called, event, asked);
      }
    }
  }

  #addSource(called: Resource, event: Spot, { property, bare }: { property: string; bare?: KindType }): void {
    for (const { text, path } of this.#view.textsBelow(event, `Properties.${property}`)) {
      const sources = this.#names.named(text, called.stack, bare);
      this.#carriage.link(sources, [{ to: called, certain: true, path }], 'event', called);
    }
  }

  /** An authorizer of the event itself, or else of its API, which may be one that SAM makes. */
  #addAsked(called: Resource, event: Spot, asked: Asked): void {
    const own = this.#view.textsBelow(event, 'Properties.Auth.Authorizer').map(({ text }) => known(text));
    const apis = this.#names.pointed(this.#view.textsBelow(event, `Properties.${asked.named}`));
    const [byDefault] = apis.length > 0 ? apis : this.#view.ofType(`AWS::Serverless::${asked.kind}`);
    const hasDefault = byDefault !== undefined && this.#view.texts(byDefault, 'Auth.DefaultAuthorizer').length > 0;
    const isOpen = own.length > 0 ? own.includes('NONE') : !hasDefault && !this.#hasGlobal(called, asked);
    this.#answers.answers(called, isOpen, 'no authorizer', event.path);
  }

  /** What is set for all APIs is set for the one that SAM makes by itself. */
  #hasGlobal({ stack }: Resource, { kind }: Asked): boolean {
    return memberOfMap(mapAt(mapAt(stack.template.Globals, kind), 'Auth'), 'DefaultAuthorizer') !== undefined;
  }
}
