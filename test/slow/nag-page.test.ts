import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './support/browser';
import { Scratch } from './support/scratch';

jest.setTimeout(90_000);

let scratch: Scratch;
let browser: Browser;
let url: string;

beforeAll(async () => {
  scratch = new Scratch(['node_modules']);
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { readonly context: unknown };
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, args, {
      cwd: scratch.folder,
      env: {
        ...process.env,
        CDK_OUTDIR: path.join(scratch.folder, 'cdk.out'),
        CDK_CONTEXT_JSON: JSON.stringify(context),
        CDK_VALIDATION: 'false',
        DOMICILE_NAG: 'all',
      },
      stdio: 'pipe',
    });
  run('tools/app.mjs');
  run('dist/bin/domicile.js', 'nag', 'cdk.out', '--out', 'nag');
  url = pathToFileURL(path.join(scratch.folder, 'nag', 'nag.html')).href;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  scratch?.remove();
});

/** Opens the page, and tells afterwards what it asked for and what it complained about. */
async function opened<Result>(look: (page: Page) => Promise<Result>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const seen = await look(page);
  await context.close();
  return { seen, requests, complaints };
}

/** How many rows the page has, whatever a browser shows of them: one for each rule and its answer. */
const rowsWritten = () => readFileSync(fileURLToPath(url), 'utf8').split('<tr data-').length - 1;
const rows = (page: Page) => page.locator('tr[data-owner]:visible');
const told = (page: Page) => page.locator('.filter output').textContent();

describe('the page of cdk-nag, in a browser', () => {
  it('asks for nothing but itself, and complains of nothing', async () => {
    const { seen, requests, complaints } = await opened((page) => page.title());
    expect({ seen, requests, complaints }).toEqual({
      seen: 'What cdk-nag found, and what it was answered',
      requests: [url],
      complaints: [],
    });
  });

  it('says that nothing is open, and that the cells are the same', async () => {
    const { seen } = await opened(async (page) => ({
      open: await page.getByText('Nothing is open.').count(),
      same: await page.getByText('the same', { exact: true }).count(),
      different: await page.getByText('different', { exact: true }).count(),
      flaws: await page.getByText('None: each names its pack').count(),
    }));
    expect(seen).toEqual({ open: 3, same: 6, different: 0, flaws: 1 });
  });

  it('shows the rows that are asked for, and says how many', async () => {
    const { seen } = await opened(async (page) => {
      const all = await rows(page).count();
      await page.getByLabel('Words').fill('replication bucket');
      await page.getByLabel('Pack').selectOption('HIPAA.Security');
      const found = await rows(page).allInnerTexts();
      const words = await told(page);
      await page.getByLabel('State').selectOption('open');
      return { all, found: found.map((text) => text.split(/\s/u)[0]), words, open: await told(page) };
    });
    expect(seen).toEqual({
      all: rowsWritten(),
      found: ['HIPAA.Security-S3BucketReplicationEnabled'],
      words: `1 of ${rowsWritten()} rows`,
      open: `0 of ${rowsWritten()} rows`,
    });
  });

  it('opens the resources of a row by keyboard, with the line of the source', async () => {
    const { seen } = await opened(async (page) => {
      await page.getByLabel('Words').fill('AwsSolutions-VPC7');
      await rows(page).locator('summary').focus();
      await page.keyboard.press('Enter');
      return rows(page).locator('li').allInnerTexts();
    });
    expect(seen).toEqual([
      expect.stringMatching(
        /^<cell>-Network\/Vpc\/Resource AWS::EC2::VPC, Eu and International, stacks\/network-stack\.ts:\d+$/u,
      ),
    ]);
  });

  it('begins with a way past what comes before the findings', async () => {
    const { seen } = await opened(async (page) => {
      await page.keyboard.press('Tab');
      return page.locator(':focus').textContent();
    });
    expect(seen).toBe('To the findings');
  });

  it('shows all of it without scripts, and no filter that does nothing', async () => {
    const { seen } = await opened(
      async (page) => ({ rows: await rows(page).count(), filter: await page.locator('.filter').isVisible() }),
      { javaScriptEnabled: false },
    );
    expect(seen).toEqual({ rows: rowsWritten(), filter: false });
  });

  it.each([360, 1280])('fits into a window of %d pixels; only tables scroll', async (width) => {
    const { seen } = await opened(
      (page) => page.evaluate('document.scrollingElement.scrollWidth - window.innerWidth'),
      { viewport: { width, height: 800 } },
    );
    expect(seen).toBeLessThanOrEqual(0);
  });

  it.each(['light', 'dark'] as const)(
    'can be read in %s: each colour stands out from its ground',
    async (colorScheme) => {
      const { seen } = await opened((page) => page.evaluate(LEAST_CONTRAST), { colorScheme });
      // https://www.w3.org/TR/WCAG22/#contrast-minimum
      expect(seen).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('names each column, and each field of the filter', async () => {
    const { seen } = await opened((page) =>
      page.evaluate(`({
        tables: [...document.querySelectorAll('table')].every((table) =>
          table.querySelectorAll('thead th[scope=col]').length === table.rows[1].cells.length),
        rows: [...document.querySelectorAll('tbody tr')].every((row) => row.querySelector('th[scope=row]')),
        fields: [...document.querySelectorAll('input, select')].every((field) => field.labels.length === 1),
      })`),
    );
    expect(seen).toEqual({ tables: true, rows: true, fields: true });
  });
});

/** The least contrast between a text of the page and the ground behind it, as WCAG counts it. */
const LEAST_CONTRAST = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => channels(colour).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const texts = [...document.querySelectorAll('body *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  return Math.min(...texts.filter((element) => !['SCRIPT', 'STYLE'].includes(element.tagName)).map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((one, other) => other - one);
    return (a + 0.05) / (b + 0.05);
  }));
})()`;
