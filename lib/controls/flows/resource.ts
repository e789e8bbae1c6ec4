import type { Given } from '../../assembly/given';
import type { Located } from '../../assembly/possible';
import type { Origin, Stack } from '../../assembly/stack';
import { isMap, type JsonMap, mapAt, textAt } from '../../assembly/template';
import type { FlowPoint } from '../../domain/flow';
import { STORE_METADATA } from '../../domain/store-class';
import { reasonNotPersonal } from '../proactive/store-class';
import type { Edge, Node, Said } from './graph';

/** Types that belong to an account and to no region: only where they are used tells where data comes to. */
const WITHOUT_REGION = /^AWS::IAM::/u;

/** A resource that can be made, as a node of the graph. */
export class Resource implements Node {
  readonly kind = 'resource';
  readonly into: Edge[] = [];
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  readonly region?: string;
  readonly properties: Located;
  /** What has to be given for it to be made. */
  readonly worlds: readonly Given[];
  readonly #declared: JsonMap;
  /** The members of its properties, where these are written out. */
  readonly #members: JsonMap | undefined;
  #origin: Origin | undefined;
  #point: FlowPoint | undefined;
  #reason: { readonly is: string | undefined } | undefined;

  constructor(logicalId: string, declared: JsonMap, stack: Stack, worlds: readonly Given[]) {
    this.stack = stack;
    this.logicalId = logicalId;
    this.type = textAt(declared, 'Type') ?? '';
    const properties = declared['Properties'] ?? {};
    this.properties = { node: properties, stack };
    this.#members = isMap(properties) && isWrittenOut(properties) ? properties : undefined;
    this.worlds = worlds;
    this.#declared = declared;
    if (!WITHOUT_REGION.test(this.type)) this.region = stack.region;
  }

  /** Whether a path leads nowhere from its first step on: most do in most resources, which need not be resolved for that. */
  lacks(path: string): boolean {
    return this.#members !== undefined && !Object.hasOwn(this.#members, firstStep(path));
  }

  /** Whether somebody says what it holds: the app, or the template itself. */
  get isDeclared(): boolean {
    return this.#from.holds !== undefined || STORE_METADATA in mapAt(this.#declared, 'Metadata');
  }

  /** The reason for which it is said to hold nothing personal. */
  get notPersonal(): string | undefined {
    this.#reason ??= { is: reasonNotPersonal(this.#declared, this.#from) };
    return this.#reason.is;
  }

  get point(): FlowPoint {
    this.#point ??= this.#described();
    return this.#point;
  }

  /** A place in its properties. */
  said(path: string): Said {
    return { stack: this.stack.label, logicalId: this.logicalId, path };
  }

  get #from(): Origin {
    this.#origin ??= this.stack.originOf(this.logicalId, this.#claimedPath);
    return this.#origin;
  }

  get #claimedPath(): string | undefined {
    return textAt(mapAt(this.#declared, 'Metadata'), 'aws:cdk:path');
  }

  #described(): FlowPoint {
    const { stack, logicalId, type } = this;
    const constructPath = this.#from.constructPath ?? this.#claimedPath;
    return {
      name: constructPath?.replace(OWN_RESOURCE, '') ?? `${stack.label}/${logicalId}`,
      stack: stack.label,
      logicalId,
      type,
      ...(constructPath !== undefined && { constructPath }),
    };
  }
}

const FIRST_STEPS = new Map<string, string>();

function firstStep(path: string): string {
  let step = FIRST_STEPS.get(path);
  if (step === undefined) {
    step = path.split(/[.[]/u, 1)[0] ?? '';
    FIRST_STEPS.set(path, step);
  }
  return step;
}

/** Whether no intrinsic or macro can add members. */
function isWrittenOut(map: JsonMap): boolean {
  for (const key in map) if (key === 'Ref' || key.startsWith('Fn::')) return false;
  return true;
}

/** The child that carries a construct's own resource, which nobody names when he speaks of the construct. */
const OWN_RESOURCE = /\/(?:Resource|Default)$/u;
