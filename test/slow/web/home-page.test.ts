import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import { parametersOf } from '../../../lib/domain/route-path';
import { ROUTE_IDS, ROUTES } from '../../../lib/domain/routes';
import { linkTo } from '../../../lib/web/addresses';
import { WORDS } from '../../../lib/web/words';
import { openBrowser } from '../support/browser';
import { type LoopbackCells, serveCells } from './loopback-cells';
import { Visitor } from './visitor';

jest.setTimeout(90_000);

const { views } = WORDS;
const PHONE = '+8613800138000';
const PASSWORD = 'correct horse battery';
const BUILD = `import('./tools/build-web.mjs').then(async ({ bundlePage }) =>
  process.stdout.write(JSON.stringify(await bundlePage(process.cwd()))))`;

let browser: Browser;
let served: LoopbackCells;

beforeAll(async () => {
  const built = execFileSync(process.execPath, ['-e', BUILD], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  served = await serveCells(built, randomUUID);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What is wrong with what somebody sees, at the width of their window. */
async function wrongs(visitor: Visitor, name: string) {
  await visitor.picture(name);
  return { barriers: await visitor.barriers(), overflow: Math.max(0, await visitor.overflow()) };
}

const PHONE_SIZE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** The smallest picture there is. */
const PICTURE = {
  name: 'dot.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const statusIn = (complaint: string) => Number(/status of (\d+)/.exec(complaint)?.[1] ?? complaint);

const NOTHING = { barriers: [], overflow: 0 };

/** Registers by keyboard, up to the first view of somebody who has accepted the terms. */
async function settle(
  visitor: Visitor,
  country: string,
  email: string,
  phone?: string,
  asked?: () => Promise<void>,
): Promise<void> {
  await visitor.tabTo(visitor.page.getByLabel(WORDS.start.country));
  await visitor.page.keyboard.type(country);
  await visitor.press(WORDS.start.register);
  await visitor.sees(views.register);
  await visitor.enter(WORDS.register.email, email);
  await visitor.enter(WORDS.register.password, PASSWORD);
  if (phone !== undefined) await visitor.enter(WORDS.register.phone, phone);
  await visitor.press(WORDS.register.submit);
  if (phone !== undefined) {
    await visitor.page.getByRole('dialog').waitFor();
    await asked?.();
    await visitor.press(WORDS.yes);
  }
  await visitor.sees(views.confirm);
  await visitor.enter(WORDS.confirm.code, '123456');
  await visitor.press(WORDS.confirm.submit);
  await visitor.sees(views.terms);
  await visitor.press(WORDS.terms.accept);
  await visitor.sees(views.where);
}

/** Begins a conversation under a name that stays on the device. */
async function begin(visitor: Visitor, name: string): Promise<void> {
  await visitor.follow(views.conversations);
  await visitor.sees(views.conversations);
  await visitor.enter(WORDS.conversations.name, name);
  await visitor.press(WORDS.conversations.start);
  await visitor.sees(views.conversation);
}

/** What a visitor asked of anybody but their own home and the buckets, each once, with ids left out. */
function strangers({ requests }: Visitor, home: JurisdictionId): string[] {
  const buckets = new URL(served.endpoints.eu).port;
  const others = requests.filter(
    ({ url }) =>
      url.origin !== served.endpoints[home] &&
      url.origin !== `http://127.0.0.1:${buckets}` &&
      url.protocol !== 'blob:' &&
      url.protocol !== 'data:',
  );
  const routes = others.map(({ method, url }) => {
    const id = ROUTE_IDS.find((one) => parametersOf(ROUTES[one].path, url.pathname) !== undefined);
    const isHome = Object.values(served.endpoints).includes(url.origin);
    return `${method} ${isHome && id !== undefined ? ROUTES[id].path : url.href}`;
  });
  return [...new Set(routes)];
}

/** Where somebody who knows both homes begins: the addresses are in the fragment, which is sent to no server. */
const knowing = (home: JurisdictionId) => linkTo(served.endpoints[home], { ...addresses() });
const addresses = () => ({
  eu: { endpoint: served.endpoints.eu },
  international: { endpoint: served.endpoints.international },
});

describe('the page of a home, in a browser', () => {
  it('is one document of less than 80 kB on its way', async () => {
    const visitor = await Visitor.arrive(browser);
    const response = await visitor.page.goto(served.endpoints.eu);
    await visitor.sees(views.start);
    const length = Number((await response?.request().sizes())?.responseBodySize);
    const asked = visitor.requests.filter(({ url }) => url.protocol !== 'data:').map(({ url }) => url.href);
    await visitor.leave();
    expect({ isSmall: length > 0 && length < 80_000, asked }).toEqual({
      isSmall: true,
      asked: [`${served.endpoints.eu}/`],
    });
  });

  it('shows where data of somebody who lives elsewhere would rest, and leads them there', async () => {
    const visitor = await Visitor.arrive(browser, PHONE_SIZE);
    await visitor.page.goto(knowing('eu'));
    await visitor.tabTo(visitor.page.getByLabel(WORDS.start.country));
    await visitor.page.keyboard.type('Singapore');
    const told = await visitor.page.getByRole('status').first().textContent();
    const seen = await wrongs(visitor, 'phone-elsewhere');
    await visitor.follow(/^Go to that home/);
    await visitor.page.waitForURL(`${served.endpoints.international}/**`);
    await visitor.page.getByRole('button', { name: WORDS.start.register }).waitFor();
    const chosen = await visitor.page.getByLabel(WORDS.start.country).inputValue();
    await visitor.leave();
    expect({ told, seen, chosen }).toEqual({
      told: 'Your data would rest here: International. Singapore.',
      seen: NOTHING,
      chosen: 'SG',
    });
  });

  it('refuses whoever is served elsewhere, with the reason', async () => {
    const visitor = await Visitor.arrive(browser);
    await visitor.page.goto(served.endpoints.eu);
    await visitor.tabTo(visitor.page.getByLabel(WORDS.start.country));
    await visitor.page.keyboard.type('China');
    const said = await visitor.page.getByRole('status').first().textContent();
    const offered = await visitor.page.getByRole('button', { name: WORDS.start.register }).count();
    await visitor.leave();
    expect({ said, offered }).toEqual({
      said: expect.stringMatching(/^People who live in mainland China/),
      offered: 0,
    });
  });

  it('says in its own words, beside the field, what a home does not take, and that a no registers nobody', async () => {
    const visitor = await Visitor.arrive(browser);
    await visitor.page.goto(served.endpoints.eu);
    await visitor.tabTo(visitor.page.getByLabel(WORDS.start.country));
    await visitor.page.keyboard.type('Netherlands');
    await visitor.press(WORDS.start.register);
    await visitor.enter(WORDS.register.email, 'nonsense');
    await visitor.enter(WORDS.register.password, PASSWORD);
    await visitor.enter(WORDS.register.phone, PHONE);
    await visitor.press(WORDS.register.submit);
    const said = visitor.page.locator('.problem:not(:empty)');
    await said.waitFor();
    const ofField = await said.allTextContents();
    await visitor.enter(WORDS.register.email, 'nobody@example.com');
    await visitor.press(WORDS.register.submit);
    const question = await visitor.page.getByRole('dialog').locator('p').textContent();
    await visitor.press(WORDS.no);
    await said.waitFor();
    const ofNo = await said.allTextContents();
    await visitor.leave();
    expect({ ofField, question, ofNo }).toEqual({
      ofField: [WORDS.wrong['email']],
      question: WORDS.register.asked('Netherlands', 'China'),
      ofNo: [WORDS.problems['residence_unconfirmed']],
    });
  });

  it('lets two people in two homes talk, move and be forgotten, by keyboard, without a barrier', async () => {
    const anna = await Visitor.arrive(browser, { viewport: { width: 1280, height: 800 } });
    const found: Record<string, unknown> = {};
    const look = async (visitor: Visitor, name: string) => {
      found[name] = await wrongs(visitor, name);
    };
    await anna.page.goto(knowing('eu'));
    await anna.sees(views.start);
    await look(anna, 'start');
    await settle(anna, 'Netherlands', 'anna@example.com', PHONE, () => look(anna, 'question'));
    await look(anna, 'where');

    await anna.follow(views.profile);
    await anna.sees(views.profile);
    await anna.enter(WORDS.profile.displayName, 'Anna');
    await anna.press(WORDS.profile.submit);
    await anna.page.getByText(WORDS.profile.saved).waitFor();
    await look(anna, 'profile');

    await anna.follow(views.consents);
    await anna.sees(views.consents);
    await anna.press(WORDS.consents.about(WORDS.consents.give, WORDS.consents.purpose.productNews));
    await anna.press(WORDS.consents.about(WORDS.consents.withdraw, WORDS.consents.purpose.productNews));
    await anna.page.getByText(WORDS.consents.history).first().waitFor();
    await look(anna, 'consents');

    await begin(anna, 'Wei Ling');
    await anna.enter(WORDS.conversations.text, 'Hello from Utrecht');
    await anna.page.getByLabel(WORDS.conversations.file).setInputFiles(PICTURE);
    await anna.press(WORDS.conversations.send);
    await anna.page.getByText('Hello from Utrecht').waitFor();
    await anna.press(WORDS.conversations.invite);
    const invitation = await anna.page.getByLabel(WORDS.conversations.invitation).inputValue();
    await look(anna, 'conversation');

    const ling = await Visitor.arrive(browser, { ...PHONE_SIZE, colorScheme: 'dark' });
    await ling.page.goto(knowing('international'));
    await settle(ling, 'Singapore', 'ling@example.com');
    await look(ling, 'phone-where');
    await begin(ling, 'Anna');
    await ling.enter(WORDS.conversations.text, 'Hello from Singapore');
    await ling.press(WORDS.conversations.send);
    await ling.page.getByText('Hello from Singapore').waitFor();
    await ling.enter(WORDS.conversations.paste, invitation);
    await ling.press(WORDS.conversations.keep);
    await ling.page.getByText('Hello from Utrecht').waitFor();
    await ling.press(/^Fetch PNG/);
    await ling.page.getByRole('link', { name: WORDS.conversations.save('PNG') }).waitFor();
    await look(ling, 'phone-conversation');

    await anna.follow(views.export);
    await anna.sees(views.export);
    await anna.press(WORDS.export.start);
    await anna.press(WORDS.export.fetch);
    const archive = await anna.saved(WORDS.export.save);
    await look(anna, 'export');

    await ling.follow(views.move);
    await ling.sees(views.move);
    await ling.page.getByLabel(WORDS.move.archive).setInputFiles(archive);
    await ling.press(WORDS.move.submit);
    const receipt = await ling.saved(WORDS.move.saveReceipt);
    await look(ling, 'phone-move');

    await anna.follow(views.move);
    await anna.sees(views.move);
    await anna.page.getByLabel(WORDS.move.receipt).setInputFiles(receipt);
    await anna.press(WORDS.move.show);
    await anna.page.getByText(/It fits/).waitFor();
    await look(anna, 'move');
    await anna.follow(WORDS.move.toErase);
    await anna.sees(views.erase);
    await look(anna, 'erase');
    await anna.tabTo(anna.page.getByLabel(WORDS.erase.understand));
    await anna.page.keyboard.press('Space');
    await anna.press(WORDS.erase.submit);
    await anna.sees(views.receipt);
    await anna.page.getByText(WORDS.receipt.state.done).waitFor();
    await look(anna, 'receipt');
    await anna.follow(views.device);
    await anna.sees(views.device);
    await look(anna, 'device');

    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, NOTHING])));
    for (const visitor of [anna, ling]) await visitor.leave();
    // Nothing but the two homes was asked for anything; of the other's, only the half that its owner lets be read.
    expect({ anna: strangers(anna, 'eu'), ling: strangers(ling, 'international') }).toEqual({
      anna: [],
      ling: ['GET /logs/{readerId}/messages', 'GET /logs/{readerId}/media/{mediaId}'],
    });
    expect(anna.requests.filter(({ sent }) => /138.?0013/.test(sent))).toEqual([]);
    // A browser notes every refusal: that they were asked where they live, and had not accepted the terms yet.
    expect([anna.complaints, ling.complaints].map((complaints) => complaints.map(statusIn))).toEqual([
      [422, 403],
      [403],
    ]);
  });
});
