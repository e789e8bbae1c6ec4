import { unreadIn } from '../../assembly/build-stacks';
import { AssemblyResolver } from '../../assembly/resolve';
import type { Assembly } from '../../assembly/stack';
import type { ExceptedFinding } from '../../domain/exception';
import type { Finding } from '../../domain/finding';
import { ASSUMPTIONS, type Flow } from '../../domain/flow';
import { type Homes, termsOf } from '../proactive/homes';
import { buildGraph } from './build-graph';
import type { Accepted, Graph, Node } from './graph';
import { isStoreType } from './kinds';
import { Question } from './question';
import { Resource } from './resource';
import { View } from './view';

export interface FlowOptions extends Homes {
  /** What the rules of the channels found. @default - nothing */
  readonly findings?: readonly Finding[];
  /** What they found and somebody has accepted: a proof then rests on it. @default - nothing */
  readonly excepted?: readonly ExceptedFinding[];
}

/**
 * For each store of personal data: whether what rests in it can reach anything abroad, by the shortest path or a proof with
 * its assumptions.
 */
export function traceFlows(assembly: Assembly, { findings = [], excepted = [], ...homes }: FlowOptions = {}): Flow[] {
  const view = new View(assembly, new AssemblyResolver(assembly), termsOf(homes));
  const stores = view.resources.filter(isStore);
  if (stores.length === 0) return [];
  const always = assembly.stacks.some((stack) => unreadIn(stack).length > 0) ? [...ALWAYS, ASSUMPTIONS.nested] : ALWAYS;
  const graph = buildGraph(view, [...findings, ...excepted], excepted.map(acceptedOf));
  const answers = new Map<string, Answer>();
  return stores.map((store) => {
    const { allowed } = view.terms(store.stack);
    const key = allowed.join(' ');
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = new Answer(graph, (region) => allowed.includes(region), always);
      answers.set(key, answer);
    }
    return answer.for(store);
  });
}

/** What passes a topic does not rest in it, unless somebody says that it does. */
function isStore(resource: Resource): boolean {
  return isStoreType(resource.type) || (resource.type === 'AWS::SNS::Topic' && resource.isDeclared);
}

/** The reason why a resource is said to hold nothing personal. */
function reasonOf(node: Node): string | undefined {
  const reason = node instanceof Resource ? node.notPersonal : undefined;
  return reason === undefined ? undefined : `it is declared to hold nothing personal: ${reason}`;
}

/** The answers for one home, with and without believing what stores are declared to hold. */
class Answer {
  readonly #question: Question;
  readonly #always: readonly string[];
  readonly #believing: Paths;
  #doubting: Paths | undefined;

  constructor(graph: Graph, isHome: (region: string) => boolean, always: readonly string[]) {
    this.#always = always;
    this.#question = new Question(graph, isHome);
    this.#believing = this.#question.paths((node) => reasonOf(node) !== undefined);
  }

  for(store: Resource): Flow {
    const { name, stack = '', logicalId = '', type = '', constructPath } = store.point;
    const described = { name, stack, logicalId, type, ...(constructPath !== undefined && { constructPath }) };
    const own = reasonOf(store);
    const sure = this.#believing(store);
    const path = sure ?? this.#doubtingPath(store);
    if (path === undefined) {
      const assumptions = [
        ...this.#always,
        ...this.#question.assumptionsOf(store),
        ...(own === undefined ? [] : [own]),
      ];
      return { store: described, verdict: 'proved', severity: 'info', assumptions };
    }
    const isPersonal = own === undefined && sure !== undefined;
    const reasons = isPersonal ? [] : [own ?? DECLARED];
    return { store: described, verdict: 'path', severity: isPersonal ? 'error' : 'info', assumptions: reasons, path };
  }

  #doubtingPath(store: Resource): ReturnType<Paths> {
    this.#doubting ??= this.#question.paths(() => false);
    return this.#doubting(store);
  }
}

type Paths = ReturnType<Question['paths']>;

const ALWAYS = [ASSUMPTIONS.templates, ASSUMPTIONS.administrators, ASSUMPTIONS.aws];
const DECLARED = 'all ways abroad lead through what is declared to hold nothing personal';

function acceptedOf({ channel, stack, logicalId, path, exception }: ExceptedFinding): Accepted {
  const { reason, owner, expires } = exception;
  const assumption = `'${channel}' at '${stack}/${logicalId}' is accepted by '${owner}' until ${expires}: ${reason}`;
  return { channel, at: { stack, logicalId, path }, assumption };
}
