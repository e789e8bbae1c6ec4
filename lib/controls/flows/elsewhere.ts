import type { Stack } from '../../assembly/stack';
import { known, show, split, type Text, wholeHole } from '../../assembly/text';
import { type PlaceKind, reachOf } from '../proactive/reach';
import { defaultBus, meansDefaultBus } from './default-bus';
import type { Edge, Graph } from './graph';
import type { View } from './view';

/** Where data goes that goes to something which nothing here makes. */
export class Elsewhere {
  readonly #view: View;
  readonly #graph: Graph;

  constructor(view: View, graph: Graph) {
    this.#view = view;
    this.#graph = graph;
  }

  /** The end of an edge to what a text names: abroad, something that is not known, or something else at home. */
  of(text: Text, kind: PlaceKind, stack: Stack): Pick<Edge, 'to' | 'certain'> {
    if (isAnywhereAtHome(text)) return this.atHome;
    if (meansDefaultBus(text, stack)) return { to: defaultBus(this.#graph, stack.region), certain: true };
    const terms = this.#view.terms(stack);
    const { index } = this.#view.resolver;
    const answer = reachOf(kind, text, terms, index);
    if (answer.reach === 'abroad') return { to: this.#graph.place(`'${show(text)}'`), certain: true };
    if (answer.reach === 'unknown') return this.#unknown(text, answer.because);
    const account = reachOf('account', text, terms, index);
    if (isArn(text) && account.reach !== 'home') return this.#unknown(text, account.because);
    return this.atHome;
  }

  /** Something of the home region that is not in these templates. */
  get atHome(): Pick<Edge, 'to' | 'certain'> {
    return { to: this.#graph.assumed('elsewhere'), certain: true };
  }

  #unknown(text: Text, because: string | undefined): Pick<Edge, 'to' | 'certain'> {
    const why = because === undefined ? '' : `, ${because}`;
    return { to: this.#graph.place(`'${show(text)}'${why}`), certain: false };
  }
}

/** A wildcard for the region is asked for at home: what asks elsewhere needs a way there. */
function isAnywhereAtHome(text: Text): boolean {
  return known(text) === '*' || (isArn(text) && known(split(text, ':')[3] ?? [])?.includes('*') === true);
}

function isArn(text: Text): boolean {
  return wholeHole(text) === undefined && known(split(text, ':')[0] ?? []) === 'arn';
}
