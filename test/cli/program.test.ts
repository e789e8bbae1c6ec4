import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { main } from '../../lib/cli/program';
import { cataloguePages } from '../../lib/reporting/catalogue-pages';
import { version } from '../../package.json';
import { inFolder } from '../support/folder';

const CLEAN = { Resources: { K: { Type: 'AWS::KMS::Key' } } };
const LEAKING = { Resources: { K: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } } } };

/** Runs the command line; `%` in its words is the folder. */
function run(files: Readonly<Record<string, unknown>>, ...words: readonly string[]) {
  return inFolder(files, (folder) => {
    const results: string[] = [];
    const messages: string[] = [];
    const inside = (text: string) => text.replaceAll(folder, '%');
    const code = main(
      words.map((word) => word.replace('%', folder)),
      { result: (text) => results.push(inside(text)), message: (line) => messages.push(inside(line)) },
    );
    return { code, result: results.join(''), messages };
  });
}

describe('cdk-domicile check', () => {
  it('ends with 0 when it finds nothing', () => {
    expect(run({ 't.json': CLEAN }, 'check', '--home', 'eu-central-1', '%/t.json')).toEqual({
      code: 0,
      result: 'no findings in 1 stack\n',
      messages: [],
    });
  });

  it('ends with 1 when it finds something', () => {
    const { code, result, messages } = run(
      { 't.json': LEAKING },
      'check',
      '%/t.json',
      '--home',
      'eu-central-1',
      '--format',
      'json',
    );
    expect({ code, messages }).toEqual({ code: 1, messages: [] });
    expect(JSON.parse(result)).toMatchObject({
      findings: [{ channel: 'kms-multi-region-key', logicalId: 'K', severity: 'error' }],
      flows: [],
    });
  });

  it('ends with 0 when what it finds is for information', () => {
    expect(
      run({ 't.json': LEAKING }, 'check', '%/t.json', '--home', 'eu-central-1', '--allow', 'eu-central-1, eu-north-1'),
    ).toMatchObject({ code: 0, messages: [] });
  });

  it('ends with 1 when it finds something beside what it could not judge, and says both', () => {
    const { code, result, messages } = run(
      { 't.json': LEAKING, 'u.json': '{' },
      'check',
      '%/t.json',
      '%/u.json',
      '--home',
      'eu-central-1',
      '--format',
      'json',
    );
    expect({ code, messages }).toEqual({ code: 1, messages: [expect.stringContaining("'%/u.json' is no JSON")] });
    expect(JSON.parse(result)).toMatchObject({ problems: [{ code: 'BrokenJson' }] });
  });

  it.each([
    [
      'a file that is not there',
      ['check', '%/none.json', '--home', 'eu-central-1'],
      "could not judge\n  '%/none.json' is not there; name a template, a folder or a cloud assembly\n\nnothing was judged\n",
      [],
    ],
    [
      'a template without a home',
      ['check', '%/t.json'],
      "could not judge\n  nothing says where '%/t.json' is deployed to; name its region with --home\n\nnothing was judged\n",
      [],
    ],
    [
      'a region that AWS does not have',
      ['check', '%/t.json', '--home', 'eu-centrl-1'],
      '',
      ["the home region is 'eu-centrl-1', which is no region of AWS; did you mean 'eu-central-1'"],
    ],
    [
      'a region that no setting allows',
      ['check', '%/t.json', '--home', 'eu-central-1', '--allow', 'cn-north-1'],
      '',
      [
        "an allowed region is 'cn-north-1' in the partition 'aws-cn', which no setting allows; check it where it is operated",
      ],
    ],
    [
      'a format that nobody knows',
      ['check', '%/t.json', '--home', 'eu-central-1', '--format', 'xml'],
      '',
      ["the format is 'xml'; use 'text' or 'json'"],
    ],
    [
      'an output that cannot be written',
      ['check', '%/t.json', '--home', 'eu-central-1', '--output', '%/none/report'],
      '',
      ["'%/none/report' cannot be written; name a file in a folder that is there"],
    ],
    ['nothing to check', ['check'], '', ["missing required argument 'inputs'"]],
    ['an option that nobody knows', ['check', '%/t.json', '--pardon'], '', ["unknown option '--pardon'"]],
    ['a command that nobody knows', ['chekc', '%/t.json'], '', [expect.stringContaining("unknown command 'chekc'")]],
  ])('ends with 2 for %s', (_, words, result, messages) => {
    expect(run({ 't.json': CLEAN }, ...words)).toEqual({ code: 2, result, messages });
  });

  it('ends with 2 for no command at all, and shows them', () => {
    const { code, result } = run({});
    expect({ code, shows: result.includes('check') }).toEqual({ code: 2, shows: true });
  });

  it('writes the report to a file', () => {
    inFolder({ 't.json': CLEAN }, (folder) => {
      const said: string[] = [];
      const output = { result: (text: string) => said.push(text), message: (text: string) => said.push(text) };
      const file = path.join(folder, 'report.txt');
      expect(main(['check', path.join(folder, 't.json'), '--home', 'eu-central-1', '--output', file], output)).toBe(0);
      expect({ said, report: readFileSync(file, 'utf8') }).toEqual({ said: [], report: 'no findings in 1 stack\n' });
    });
  });

  it('says which version it is', () => {
    expect(run({}, '--version')).toEqual({ code: 0, result: `${version}\n`, messages: [] });
  });

  it('shows how it is used', () => {
    const { code, result } = run({}, 'check', '--help');
    expect({ code, usage: result.split('\n')[0] }).toEqual({
      code: 0,
      usage: 'Usage: cdk-domicile check [options] <inputs...>',
    });
  });

  it('loads nothing but its parser of words, and YAML when there is some', async () => {
    const { metafile } = await build({
      entryPoints: [path.join(__dirname, '..', '..', 'bin', 'domicile.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.outputs).flatMap(({ imports: all }) => all.map(({ path: name }) => name));
    expect([...new Set(imports)].filter((name) => !name.startsWith('node:')).toSorted()).toEqual(['commander', 'yaml']);
  });
});

describe('cdk-domicile docs', () => {
  it('writes every page, removes those of services that are gone, and finds them fresh', () => {
    inFolder({ 'gone.md': '# gone' }, (folder) => {
      const silent = { result: () => undefined, message: () => undefined };
      expect(main(['docs', '--check', '--out', folder], silent)).toBe(1);
      expect(main(['docs', '--out', folder], silent)).toBe(0);
      expect(main(['docs', '--check', '--out', folder], silent)).toBe(0);
      expect(existsSync(path.join(folder, 'gone.md'))).toBe(false);
    });
  });

  it('names the page that is stale', () => {
    inFolder(Object.fromEntries(cataloguePages().map(({ file, text }) => [file, text])), (folder) => {
      writeFileSync(path.join(folder, 's3.md'), '# edited');
      const messages: string[] = [];
      const code = main(['docs', '--check', '--out', folder], {
        result: () => undefined,
        message: (line) => messages.push(line),
      });
      expect({ code, messages }).toEqual({
        code: 1,
        messages: [`'${path.join(folder, 's3.md')}' is not what the catalogue says; run 'npm run docs'`],
      });
    });
  });
});
