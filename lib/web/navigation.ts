import type { App, ViewId } from './app';
import { el } from './dom';
import { action } from './form';
import { WORDS } from './words';

/** What is offered to whoever is signed in, to whoever is not, and to whoever was erased. */
const OFFERED = {
  in: ['where', 'profile', 'consents', 'conversations', 'export', 'move', 'erase', 'device'],
  out: ['start', 'signIn', 'device'],
  erased: ['receipt', 'start', 'device'],
} as const satisfies Readonly<Record<string, readonly ViewId[]>>;

const WIDE = '(min-width: 45rem)';

/** The way to the other views; on a phone it is folded, so that what somebody came for is on the first screen. */
export function navigation({ device, go }: Pick<App, 'device' | 'go'>, current: ViewId): HTMLElement {
  const isSignedIn = device.session(Date.now()) !== undefined;
  const offered = device.memory.receiptId !== undefined ? 'erased' : isSignedIn ? 'in' : 'out';
  const links = OFFERED[offered].map((view) =>
    el(
      'li',
      {},
      el('a', { href: `#${view}`, 'aria-current': view === current ? 'page' : undefined }, WORDS.views[view]),
    ),
  );
  const signOut = action(WORDS.signIn.signOut, async () => {
    device.close();
    go('start');
  });
  return el(
    'details',
    { open: matchMedia(WIDE).matches },
    el('summary', {}, WORDS.menu),
    el('ul', {}, ...links, isSignedIn ? el('li', {}, signOut) : undefined),
  );
}
