import { Device, type Store } from '../../lib/web/device';

function store(kept: Record<string, string> = {}): Store & { readonly kept: Record<string, string> } {
  return {
    kept,
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => {
      kept[key] = text;
    },
    removeItem: (key) => {
      delete kept[key];
    },
  };
}

function deviceWith(lasting = store(), tab = store()) {
  return { device: new Device('eu', { lasting, tab }), lasting, tab };
}

const SESSION = { jurisdiction: 'eu', accessToken: 'a.b.c', expiresAt: 1_000 } as const;
const LOG = 'c6501d7f-bdd2-47ec-8914-63a3df269ffb';

describe('what a device keeps', () => {
  it('is there again when the page is', () => {
    const { device, lasting } = deviceWith();
    device.keep({ country: 'NL' });
    device.keep({ personId: 'somebody' });
    expect(deviceWith(lasting).device.memory).toEqual({ country: 'NL', personId: 'somebody' });
  });

  it('loses what is to be forgotten', () => {
    const { device } = deviceWith();
    device.keep({ country: 'NL', personId: 'somebody' });
    device.keep({ country: undefined });
    expect(device.memory).toEqual({ personId: 'somebody' });
  });

  it.each(['no JSON', '1', 'null'])('is nothing where something else wrote %j', (text) => {
    expect(deviceWith(store({ domicile: text })).device.memory).toEqual({});
  });

  it('learns addresses, and lets no link replace one that it knows', () => {
    const { device } = deviceWith();
    device.learn({ eu: { endpoint: 'first' } });
    device.learn({ eu: { endpoint: 'second' }, international: { endpoint: 'third' } });
    expect(device.memory.cells).toEqual({ eu: { endpoint: 'first' }, international: { endpoint: 'third' } });
  });

  it('has a name and the other half of each conversation, until that is forgotten', () => {
    const { device } = deviceWith();
    const other = { endpoint: 'there', jurisdiction: 'eu', readerId: LOG, key: 'k', expiresAt: '' } as const;
    device.keepConversation(LOG, { name: 'Wei Ling' });
    device.keepConversation(LOG, { other });
    expect(device.conversation(LOG)).toEqual({ name: 'Wei Ling', other });
    device.forgetConversation(LOG);
    expect(device.conversation(LOG)).toEqual({});
  });

  it('is all gone when it is told to forget', () => {
    const { device, lasting, tab } = deviceWith();
    device.keep({ country: 'NL' });
    device.open(SESSION);
    device.forget();
    expect([lasting.kept, tab.kept]).toEqual([{}, {}]);
  });
});

describe('a session', () => {
  it.each([
    { name: 'is there while its token lives', now: 999, session: SESSION, found: SESSION },
    { name: 'is over when its token is', now: 1_000, session: SESSION, found: undefined },
    {
      name: 'is of this home only',
      now: 0,
      session: { ...SESSION, jurisdiction: 'international' as const },
      found: undefined,
    },
  ])('$name', ({ now, session, found }) => {
    const { device, lasting } = deviceWith();
    device.open(session);
    expect({ found: device.session(now), lasting: lasting.kept }).toEqual({ found, lasting: {} });
  });
});
