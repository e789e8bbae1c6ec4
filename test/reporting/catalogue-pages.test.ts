import path from 'node:path';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { OPPOSITE_ADVICE } from '../../lib/catalogue/opposite-advice';
import { cataloguePages } from '../../lib/reporting/catalogue-pages';

const pages = new Map(cataloguePages().map(({ file, text }): [string, string] => [file, text]));
const index = pages.get('README.md') ?? '';

/** The rows of a table without the bars that are part of a cell. */
function cellsOf(row: string): number {
  return row.replaceAll('\\|', '').split('|').length;
}

/** The headings of a page, as links name them. */
function headingsOf(file: string): readonly string[] {
  const lines = (pages.get(file) ?? '').split('\n').filter((line) => line.startsWith('#'));
  return lines.map((line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));
}

describe('the pages of the catalogue', () => {
  it('have one for each channel, with the three questions', () => {
    const without = CHANNELS.filter(({ id }) => {
      const page = [...pages].find(([file]) => path.basename(file) === `${id}.md`)?.[1] ?? '';
      return !['## What leaves?', '## When is it legitimate?', '## How is it closed?'].every((q) => page.includes(q));
    });
    expect(without).toEqual([]);
  });

  it('lead from each link to a page, and to a heading, that is there', () => {
    const dead = [...pages].flatMap(([file, text]) =>
      [...text.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)]
        .map(([, target = '', heading]) => ({
          page: target === '' ? file : path.posix.join(path.posix.dirname(file), target),
          heading,
        }))
        .filter(({ page, heading }) => !(heading === undefined ? pages.has(page) : headingsOf(page).includes(heading))),
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
      [proactive, preventive, detective, audit].flatMap((control) =>
        'notCovered' in control ? [`/${id}.md) | ${control.notCovered.replaceAll('|', '\\|')} |`] : [],
      ),
    );
    expect(open.filter((row) => !index.includes(row))).toEqual([]);
  });

  it('have each channel once in the matrix, with what each control can do', () => {
    const matrix = (pages.get('coverage.md') ?? '').split('## Every channel')[1]?.split('\n## ')[0] ?? '';
    const rows = [...matrix.matchAll(/^\| \[([^\]]+)\]/gmu)].map(([, id]) => id);
    expect(rows.toSorted()).toEqual(CHANNELS.map(({ id }) => id).toSorted());
    expect(matrix).toContain(
      '| [s3-bucket-replication](s3/s3-bucket-replication.md) | content | yes | whole action only | source | yes |',
    );
  });

  it('count in the sums of the matrix what stands in it', () => {
    const matrix = pages.get('coverage.md') ?? '';
    const seen = (cells: RegExp) => [...matrix.matchAll(cells)].length;
    const [, all = ''] = /^\| all \| (.*) \|$/mu.exec(matrix) ?? [];
    expect(all.split(' | ').map(Number)).toEqual([
      CHANNELS.length,
      seen(/^\| \[[^|]*\| \w+ \| (?:yes|informs) \|/gmu),
      seen(/^\| \[[^|]*\| \w+ \| [^|]* \| (?!not at all|–)[^|]* \| [^|]* \| [^|]* \|$/gmu),
      seen(/^\| \[[^|]*\| \w+ \| [^|]* \| [^|]* \| (?!–)[^|]* \| [^|]* \|$/gmu),
      seen(/^\| \[[^|]*\| \w+ \| [^|]* \| [^|]* \| [^|]* \| yes \|$/gmu),
    ]);
  });

  it('name each rule that demands the opposite, on a page of them and on that of its channel', () => {
    const all = pages.get('opposite-advice.md') ?? '';
    const missing = OPPOSITE_ADVICE.flatMap(({ channel, rules }) => {
      const own = [...pages].find(([file]) => file.endsWith(`/${channel}.md`))?.[1] ?? '';
      return rules.filter(({ id }) => !(all.includes(`[\`${id}\`]`) && own.includes(`[\`${id}\`]`)));
    });
    expect(missing).toEqual([]);
  });

  it('show beside what is found the example that has most in common with it', () => {
    const passes = pages.get('s3/s3-bucket-replication.md')?.split('Passes, in a stack')[1] ?? '';
    expect(passes).toContain('ReplicationConfiguration:');
  });

  it.each([
    [
      'a region that is allowed',
      's3/s3-bucket-replication.md',
      /may rest is allowed, with .* Anything else takes an exc/,
    ],
    ['only an exception', 's3/s3-transfer-acceleration.md', /^It names no region that could be allowed, so it takes/m],
    [
      'no more than --strict',
      'vpc/vpc-internet-egress.md',
      /^Findings are for information, and change an exit code only/m,
    ],
    ['a reason on record', 's3/s3-presigned-url.md', /^No template shows it, so no check asks for an exception/m],
  ])('say what a legitimate use takes: %s', (_, file, answer) => {
    expect(pages.get(file)?.split('## How is it closed?')[0]).toMatch(answer);
  });

  it('leave nothing empty that is to be named', () => {
    expect(
      [...pages].filter(([, text]) => /(?<!`)``(?!`)|undefined|\[object/.test(text)).map(([file]) => file),
    ).toEqual([]);
  });
});
