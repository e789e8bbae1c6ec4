import path from 'node:path';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { isCovered } from '../../lib/catalogue/channel';
import { cataloguePages } from '../../lib/reporting/catalogue-pages';

const pages = new Map(cataloguePages().map(({ file, text }): [string, string] => [file, text]));
const index = pages.get('README.md') ?? '';

/** The rows of a table without the bars that are part of a cell. */
function cellsOf(row: string): number {
  return row.replaceAll('\\|', '').split('|').length;
}

describe('the pages of the catalogue', () => {
  it('have one for each channel, with the three questions', () => {
    const without = CHANNELS.filter(({ id }) => {
      const page = [...pages].find(([file]) => path.basename(file) === `${id}.md`)?.[1] ?? '';
      return !['## What leaves?', '## When is it legitimate?', '## How is it closed?'].every((q) => page.includes(q));
    });
    expect(without).toEqual([]);
  });

  it('lead from each link to a page that is there', () => {
    const dead = [...pages].flatMap(([file, text]) =>
      [...text.matchAll(/\]\((?!#)([^)]+)\)/g)]
        .map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
        .filter((target) => !pages.has(target)),
    );
    expect(dead).toEqual([]);
  });

  it('have tables whose rows are as long as their heads', () => {
    const broken = [...pages.values()].flatMap((text) =>
      [...text.matchAll(/^(\|.*\|)\n\| ---.*\n((?:\|.*\n)*)/gm)].flatMap(([, head = '', rows = '']) =>
        rows.split('\n').filter((row) => row !== '' && cellsOf(row) !== cellsOf(head)),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('say of each control that sees nothing why, in the index', () => {
    const open = CHANNELS.flatMap(({ id, proactive, preventive, detective, audit }) =>
      Object.entries({ proactive, preventive, detective, audit })
        .filter(([, control]) => !isCovered<object>(control))
        .map(([name]) => `${id}.md) | ${name} | `),
    );
    expect(open.filter((row) => !index.includes(row))).toEqual([]);
  });
});
