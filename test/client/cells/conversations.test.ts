import { placeOf } from '../../../lib/app/conversation-entries';
import { mediaKey } from '../../../lib/app/media-key';
import type { Invitation } from '../../../lib/client/conversations';
import { DomicileClient, type Session } from '../../../lib/client/domicile-client';
import type { Send } from '../../../lib/client/send';
import type { Transfer } from '../../../lib/client/transfer';
import { DomicileError } from '../../../lib/domain/errors';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import { ownerOf, PERSON, SOMEBODY_ELSE } from '../../app/support/memory';
import { cellsInMemory, ENDPOINTS } from '../support/cells';

const PICTURE = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);

const ANNA = { residence: 'NL', email: 'anna@example.org', password: 'Correct-Horse-9', name: 'Anna Ångström' };
const WEI = { residence: 'SG', email: 'wei@example.sg', password: 'Battery-Staple-9', name: '偉 Tan' };
/** What each writes, and nobody else does. */
const HERS = { words: ['Hoi Wei, tot straks', 'en een foto'], all: [ANNA.name, ANNA.email, PERSON] };
const HIS = { words: ['你好 Anna, see you'], all: [WEI.name, WEI.email, SOMEBODY_ELSE] };

/** Buckets of both cells: what was uploaded, by the place that the form names. */
function buckets() {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const transfer: Transfer = async (url, form) => {
    if (form === undefined) {
      const bytes = objects.get(new URL(url).pathname.slice(1));
      return bytes === undefined ? { status: 404, bytes: new Uint8Array() } : { status: 200, bytes };
    }
    const file = form.get('file');
    if (!(file instanceof Blob) || [...form.keys()].at(-1) !== 'file') return { status: 400, bytes: new Uint8Array() };
    const key = form.get('key');
    objects.set(typeof key === 'string' ? key : '', new Uint8Array(await file.arrayBuffer()));
    return { status: 204, bytes: new Uint8Array() };
  };
  return { objects, transfer };
}

/** Two people, each registered at home, with one device each, and all that their devices sent. */
async function twoPeople() {
  const ids = [PERSON, SOMEBODY_ELSE];
  const { cells, send, sent } = cellsInMemory(() => ids.shift() ?? '');
  const { objects, transfer } = buckets();
  const client = new DomicileClient({ cells: ENDPOINTS, send, transfer });
  const signedIn = async ({ name, ...person }: typeof ANNA): Promise<Session> => {
    const registration = await client.register(person);
    await client.confirm(registration, '123456');
    const session = await client.signIn(registration.jurisdiction, registration.personId, person.password);
    await client.acceptTerms(session, await client.readTerms(registration.jurisdiction));
    await client.writeProfile(session, { displayName: name });
    return session;
  };
  const [anna, wei] = [await signedIn(ANNA), await signedIn(WEI)];
  sent.length = 0;
  return { cells, client, talk: client.conversations, anna, wei, sent, objects };
}

/** Both start a log, write into it, and hand the other a key. */
async function talked() {
  const all = await twoPeople();
  const { talk, anna, wei } = all;
  const [hers, his] = [(await talk.startLog(anna)).logId, (await talk.startLog(wei)).logId];
  const toWei = await talk.invite(anna, hers, 30);
  const toAnna = await talk.invite(wei, his, 30);
  await talk.write(anna, hers, { text: HERS.words[0] ?? '' });
  const picture = await talk.upload(anna, 'image/png', PICTURE);
  await talk.write(anna, hers, { text: HERS.words[1] ?? '', media: [picture.mediaId] });
  await talk.write(wei, his, { text: HIS.words[0] ?? '' });
  return { ...all, hers, his, toWei, toAnna, picture };
}

type Cells = Awaited<ReturnType<typeof twoPeople>>['cells'];

/** Everything that rests in a cell, its logs included, with whatever is sealed opened by the key of its person. */
function everythingIn(cells: Cells, jurisdiction: JurisdictionId): string {
  const { profiles, accounts, conversations, entries } = cells[jurisdiction];
  const opened = [...conversations.table].flatMap(([personId, items]) =>
    [...items].map(([entry, item]) => {
      const { sealer } = ownerOf(personId, jurisdiction);
      const sealed = Object.entries(item).filter(([name]) => name === 'sealed' || name === 'createdAt');
      return { personId, entry, item, texts: sealed.map(([, text]) => sealer.open(String(text), placeOf(entry))) };
    }),
  );
  return JSON.stringify([[...profiles.table], [...accounts.pool], opened, entries]);
}

describe('somebody in the EU and somebody in Singapore', () => {
  it('talk: each reads what the other wrote, in order, and sees the picture', async () => {
    const { talk, toWei, toAnna, picture } = await talked();
    const texts = async (invitation: Invitation) => (await talk.read(invitation)).messages.map(({ text }) => text);
    expect([await texts(toWei), await texts(toAnna)]).toEqual([HERS.words, HIS.words]);
    const [, second] = (await talk.read(toWei, { limit: 2 })).messages;
    expect(second?.media).toEqual([picture]);
    expect(await talk.downloadFrom(toWei, picture)).toEqual(PICTURE);
  });

  it('leave no word and no name in the cell of the other', async () => {
    const { cells, talk, toWei, toAnna, picture } = await talked();
    await talk.read(toWei);
    await talk.read(toAnna);
    await talk.downloadFrom(toWei, picture);
    const [eu, international] = [everythingIn(cells, 'eu'), everythingIn(cells, 'international')];
    const found = (text: string, all: readonly string[]) => all.filter((one) => text.includes(one));
    const [hers, his] = [
      [...HERS.words, ...HERS.all],
      [...HIS.words, ...HIS.all],
    ];
    expect({ eu: found(eu, hers), international: found(international, his) }).toEqual({ eu: hers, international: his });
    // Not even the ids by which they read each other's logs, nor the keys.
    const toOther = [his, hers, [toAnna.readerId, toAnna.key], [toWei.readerId, toWei.key, picture.mediaId]];
    expect([
      found(eu, [...his, ...(toOther[2] ?? [])]),
      found(international, [...hers, ...(toOther[3] ?? [])]),
    ]).toEqual([[], []]);
  });

  it('ask the cell of the other with a key, and never with who they are', async () => {
    const { talk, toWei, toAnna, sent } = await talked();
    sent.length = 0;
    await talk.read(toWei, { after: 1, limit: 10 });
    await talk.read(toAnna);
    expect(sent).toEqual([
      { to: 'eu.example', request: `GET /logs/${toWei.readerId}/messages?after=1&limit=10` },
      { to: 'international.example', request: `GET /logs/${toAnna.readerId}/messages` },
    ]);
  });

  it('rests a picture in the bucket of who sent it, at a place that does not say who', async () => {
    const { objects, picture } = await talked();
    expect([...objects]).toEqual([[mediaKey(PERSON, picture.mediaId), PICTURE]]);
  });

  it('stop reading when the key is taken back, when the other is erased, and when it is altered', async () => {
    const { client, talk, anna, wei, hers, toWei, toAnna } = await talked();
    const shut = { code: 'no_such_log', problem: { status: 404 } };
    await expect(talk.read({ ...toWei, key: toAnna.key })).rejects.toMatchObject(shut);
    await expect(talk.read({ ...toWei, key: '' })).rejects.toMatchObject(shut);
    await talk.revoke(anna, hers, toWei.readerId);
    await expect(talk.read(toWei)).rejects.toMatchObject(shut);
    await client.erase(wei);
    await expect(talk.read(toAnna)).rejects.toMatchObject(shut);
  });

  it('see their own logs, and who can read them', async () => {
    const { talk, anna, hers, toWei, picture } = await talked();
    const { readerId, expiresAt } = toWei;
    expect(await talk.logs(anna)).toMatchObject({
      logs: [{ logId: hers, messages: 2, readers: [{ readerId, expiresAt }] }],
    });
    expect((await talk.readOwn(anna, hers, { after: 1 })).messages.map(({ text }) => text)).toEqual([HERS.words[1]]);
    expect(await talk.download(anna, picture)).toEqual(PICTURE);
  });
});

describe('content on its way', () => {
  it('is not taken for what its message says when it was altered', async () => {
    const { talk, toWei, picture, objects } = await talked();
    objects.set(mediaKey(PERSON, picture.mediaId), PICTURE.slice().toReversed());
    await expect(talk.downloadFrom(toWei, picture)).rejects.toMatchObject({ code: 'ContentAltered' });
    objects.clear();
    await expect(talk.downloadFrom(toWei, picture)).rejects.toMatchObject({ code: 'DownloadRefused' });
  });

  it('is said to be refused when the bucket refuses it', async () => {
    const { cells: _, anna, ...rest } = await twoPeople();
    const { send } = cellsInMemory(() => PERSON);
    const refusing = new DomicileClient({
      cells: ENDPOINTS,
      send: async (request) => {
        const made = JSON.stringify({ mediaId: PERSON, url: 'https://media.example/', fields: {}, expiresAt: '' });
        return request.url.pathname === '/me/media' ? { status: 201, body: made } : send(request);
      },
      transfer: async () => ({ status: 403, bytes: new Uint8Array() }),
    });
    await expect(refusing.conversations.upload(anna, 'image/png', PICTURE)).rejects.toMatchObject({
      code: 'UploadRefused',
    });
    expect([...rest.objects]).toEqual([]);
  });
});

class UnreachableForATest extends DomicileError {}

it('sends a call whose answer was lost once more, as the same call', async () => {
  const ids = [PERSON];
  const { send, sent } = cellsInMemory(() => ids.shift() ?? '');
  const keys: (string | undefined)[] = [];
  let lost = 1;
  const losing: Send = async (request) => {
    const answer = await send(request);
    if (request.url.pathname !== '/me/logs' || request.method !== 'POST') return answer;
    keys.push(request.headers['idempotency-key']);
    lost -= 1;
    if (lost >= 0) throw new UnreachableForATest('Unreachable', 'the answer is lost');
    return answer;
  };
  const client = new DomicileClient({ cells: ENDPOINTS, send: losing });
  const { name: _, ...person } = ANNA;
  await client.confirm(await client.register(person), '123456');
  const session = await client.signIn('eu', PERSON, ANNA.password);
  await client.acceptTerms(session, await client.readTerms('eu'));
  const log = await client.conversations.startLog(session);
  expect(await client.conversations.logs(session)).toMatchObject({ logs: [{ logId: log.logId }] });
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(sent.filter(({ request }) => request === 'POST /me/logs')).toHaveLength(2);
  lost = 2;
  await expect(client.conversations.startLog(session)).rejects.toMatchObject({ code: 'Unreachable' });
});
