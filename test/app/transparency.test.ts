import { createHash } from 'node:crypto';
import { cellOf } from '../../lib/app/cell';
import { html } from '../../lib/app/pages/html';
import { transparencyPage } from '../../lib/app/pages/transparency';
import { locateData } from '../../lib/app/use-cases/locate-data';
import type { DeclaredStore } from '../../lib/domain/personal-stores';
import { cellInMemory, STORES } from './support/every-route';
import { eventOf } from './support/http';

const asked = async () => cellInMemory('eu', () => '').handlers.transparency(eventOf());

describe('the page of transparency', () => {
  it('is the same HTML for everybody, and rests in no cache', async () => {
    const { statusCode, headers, body } = await asked();
    expect({ statusCode, headers }).toEqual({
      statusCode: 200,
      headers: {
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
        ),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    });
    expect(body).toBe(transparencyPage(locateData(cellOf('eu'), STORES)));
  });

  it('admits its own style and no other', async () => {
    const { headers, body = '' } = await asked();
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(body) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`'sha256-${hash}'`);
  });

  it('loads and runs nothing', async () => {
    const { body = '' } = await asked();
    expect(body).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|\son\w+=/i);
  });

  it('says of each store what it holds, under which key, how long, why, who reads it, and what becomes of it', () => {
    const page = transparencyPage(locateData(cellOf('eu'), STORES));
    for (const words of [
      'European Union and European Economic Area',
      'eu-central-1',
      'Frankfurt, Germany; stands in for the Netherlands, where AWS has no region',
      'Domicile Europe B.V.',
      'General Data Protection Regulation (EU) 2016/679',
      'the profile that you wrote',
      'sealed under your own key',
      'until you have it erased, and recoverable for 35 days after that',
      'contract',
      'it is emptied when you have yourself erased',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('says of what relates to nobody why', () => {
    const [store] = STORES;
    const logs = { ...store, id: 'logs', personal: { no: 'it <b>names</b> nobody' } } as DeclaredStore;
    expect(transparencyPage(locateData(cellOf('eu'), [logs]))).toContain('it &lt;b&gt;names&lt;/b&gt; nobody');
  });
});

describe('markup', () => {
  it.each([
    [
      'escapes what it is given',
      html`<p>${`<a href="x" title='y'>&`}</p>`,
      '<p>&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;</p>',
    ],
    ['keeps markup', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
    [
      'joins lists of markup',
      html`<ul>${['a', 'b'].map((text) => html`<li>${text}</li>`)}</ul>`,
      '<ul><li>a</li><li>b</li></ul>',
    ],
    ['is text without values', html`<br>`, '<br>'],
  ])('%s', (_name, markup, text) => {
    expect(markup.text).toBe(text);
  });
});
