import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** Somebody with a browser of their own, who uses the keyboard only, and what their browser asked for and complained about. */
export class Visitor {
  readonly page: Page;
  /** Every request, as it went out. */
  readonly requests: { readonly method: string; readonly url: URL; readonly sent: string }[] = [];
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('request', (request) => {
      const sent = `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`;
      this.requests.push({ method: request.method(), url: new URL(request.url()), sent });
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async arrive(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visitor> {
    const context = await browser.newContext({ acceptDownloads: true, ...options });
    return new Visitor(context, await context.newPage());
  }

  /** Goes on to what can be focused, as the Tab key goes. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let pressed = 0; pressed < 120; pressed += 1) {
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key does not reach ${target.toString()}`);
  }

  async enter(label: string | RegExp, text: string): Promise<void> {
    await this.tabTo(this.page.getByLabel(label, { exact: true }));
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.tabTo(this.page.getByRole('button', { name, exact: true }));
    await this.page.keyboard.press('Enter');
  }

  /** On a phone the way there is folded. */
  async follow(name: string | RegExp): Promise<void> {
    const folded = this.page.locator('nav details:not([open]) > summary');
    if ((await folded.count()) > 0 && (await this.page.getByRole('main').getByRole('link', { name }).count()) === 0) {
      await this.tabTo(folded);
      await this.page.keyboard.press('Enter');
    }
    await this.tabTo(this.page.getByRole('link', { name, exact: true }));
    await this.page.keyboard.press('Enter');
  }

  /** Saves what a link offers. @returns the file */
  async saved(name: string): Promise<string> {
    const link = this.page.getByRole('link', { name, exact: true });
    await this.tabTo(link);
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.keyboard.press('Enter')]);
    return download.path();
  }

  /** The part of the page that a heading names is there, and has the focus. */
  async sees(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  /** What axe finds against WCAG 2.2 AA, and against its own good practice, in short. */
  async barriers(): Promise<string[]> {
    const folder = path.dirname(require.resolve('axe-core/package.json'));
    await this.page.evaluate(readFileSync(path.join(folder, 'axe.min.js'), 'utf8'));
    return this.page.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, impact, nodes }) =>
        impact + ' ' + id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
  }

  /** How much wider the page is than its window. */
  async overflow(): Promise<number> {
    return this.page.evaluate('document.scrollingElement.scrollWidth - window.innerWidth');
  }

  /** A picture for whoever looks, in the folder that DOMICILE_SCREENSHOTS names. */
  async picture(name: string): Promise<void> {
    const folder = process.env['DOMICILE_SCREENSHOTS'];
    if (folder !== undefined) await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
