import { DomicileClient, type Session } from '../client/domicile-client';
import { fetchSend } from '../client/fetch-send';
import { ProblemError } from '../client/problem-error';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { toldBy } from './addresses';
import { type App, isSignedOut, SignedOutError, type View, type ViewId } from './app';
import { countryName } from './country-list';
import { Device } from './device';
import { asked } from './dialog';
import { type Child, el } from './dom';
import { action, SIGNED_OUT } from './form';
import { invitationIn } from './invitations';
import { wordsOf } from './messages';
import { navigation } from './navigation';
import { exported } from './views/carrying';
import { conversation, conversations } from './views/conversations';
import { confirm, register, signIn, terms } from './views/entering';
import { device, erase, receipt } from './views/leaving';
import { move } from './views/move';
import { consents, profile, where } from './views/privacy';
import { start } from './views/start';
import { read } from './views/timeline';
import { WORDS } from './words';

const VIEWS: Readonly<Record<ViewId, View>> = {
  start,
  register,
  confirm,
  signIn,
  terms,
  where,
  profile,
  consents,
  conversations,
  conversation,
  read,
  export: exported,
  move,
  erase,
  receipt,
  device,
};

/** The page as a whole: one view at a time, named in the fragment, so that going back is going back. */
class Page implements App {
  readonly home: JurisdictionId;
  readonly endpoint = location.origin;
  readonly device: Device;
  readonly client: DomicileClient;
  readonly #main = part('main');
  readonly #navigation = part('nav');
  /** An invitation that was opened as an address; it is taken out of the address at once. */
  #opened = '';
  #notice = '';
  #rendering = 0;

  constructor(home: JurisdictionId) {
    this.home = home;
    this.device = new Device(home, { lasting: localStorage, tab: sessionStorage });
    this.client = new DomicileClient({
      cells: { [home]: { endpoint: this.endpoint } },
      send: fetchSend,
      // Another home's page is a person's own way there.
      agreesTo: () => false,
      livesThere: (_, { residence, phoneCountry }) =>
        asked(WORDS.register.question, WORDS.register.asked(countryName(residence), countryName(phoneCountry))),
    });
  }

  start(): void {
    this.#takeFromAddress();
    addEventListener('hashchange', () => {
      this.#takeFromAddress();
      void this.#render(true);
    });
    document.addEventListener(SIGNED_OUT, () => this.#signedOut());
    // Within the page the fragment names a view: this goes past the navigation without one.
    document.querySelector('.skip')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.#main.focus();
    });
    void this.#render(false);
  }

  session(): Session {
    const session = this.device.session(Date.now());
    if (session === undefined) throw new SignedOutError();
    return session;
  }

  go(view: ViewId, argument?: string): void {
    const fragment = argument === undefined ? `#${view}` : `#${view}/${argument}`;
    if (location.hash === fragment) void this.#render(true);
    else location.hash = fragment;
  }

  /** What a link tells is kept, and its address loses it: a key does not stay where somebody looks over a shoulder. */
  #takeFromAddress(): void {
    const told = toldBy(location.hash);
    const isInvitation = invitationIn(location.href) !== undefined;
    if (isInvitation) this.#opened = location.href;
    if (Object.keys(told.cells).length > 0) this.device.learn(told.cells);
    if (told.country !== undefined) this.device.keep({ country: told.country });
    if (location.hash.includes('=')) history.replaceState(undefined, '', isInvitation ? '#read' : '#start');
  }

  #current(): { readonly view: ViewId; readonly argument: string } {
    const [named = '', argument = ''] = location.hash.slice(1).split('/');
    const isSignedIn = this.device.session(Date.now()) !== undefined;
    const view = Object.hasOwn(VIEWS, named) ? (named as ViewId) : isSignedIn ? 'where' : 'start';
    return { view, argument: view === 'read' ? this.#opened : argument };
  }

  async #render(focuses: boolean): Promise<void> {
    this.#rendering += 1;
    const rendering = this.#rendering;
    const { view, argument } = this.#current();
    this.#main.setAttribute('aria-busy', 'true');
    const content = await this.#contentOf(view, argument);
    // Somebody has gone on meanwhile.
    if (rendering !== this.#rendering || content === undefined) return;
    this.#main.removeAttribute('aria-busy');
    const title = WORDS.views[view];
    document.title = `${title} – ${WORDS.brand}`;
    const heading = el('h1', { tabindex: '-1' }, title);
    const notice = this.#notice === '' ? undefined : el('p', { role: 'status' }, this.#notice);
    this.#notice = '';
    this.#main.replaceChildren(...[heading, notice, ...content].filter((child) => child !== undefined));
    this.#navigation.replaceChildren(navigation({ device: this.device, go: (to) => this.go(to) }, view));
    if (focuses) heading.focus();
  }

  /** undefined where the view leads to another. */
  async #contentOf(view: ViewId, argument: string): Promise<readonly Child[] | undefined> {
    try {
      return await VIEWS[view](this, argument);
    } catch (error) {
      if (isSignedOut(error)) {
        this.#signedOut();
        return undefined;
      }
      if (error instanceof ProblemError && error.code === 'terms_not_accepted') {
        this.go('terms');
        return undefined;
      }
      return [
        el('p', { class: 'problem', role: 'alert' }, `${WORDS.failed}. ${wordsOf(error)}`),
        action(WORDS.again, () => this.#render(true)),
      ];
    }
  }

  #signedOut(): void {
    this.device.close();
    this.#notice = WORDS.signedOut;
    this.go('signIn');
  }
}

function part(tag: 'main' | 'nav'): HTMLElement {
  const found = document.querySelector<HTMLElement>(tag);
  if (found === null) throw new Error(`the page has no ${tag}`);
  return found;
}

const home = JURISDICTION_IDS.find((id) => id === document.documentElement.dataset['home']);
if (home !== undefined) {
  const { name, location: place } = JURISDICTIONS[home];
  const said = document.querySelector('.home');
  if (said !== null) said.textContent = WORDS.thisHome(name, place);
  new Page(home).start();
}
