import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePages } from '../../lib/reporting/catalogue-pages';
import { inFolder } from '../support/folder';
import { run } from './support/run';

describe('cdk-domicile docs', () => {
  it('writes every page, removes those of services that are gone, and finds them fresh', () => {
    inFolder({ 'gone.md': '# gone', 'gone/gone.md': '# gone' }, (folder) => {
      expect(run('docs', '--check', '--out', folder).code).toBe(1);
      expect(run('docs', '--out', folder).code).toBe(0);
      expect(run('docs', '--check', '--out', folder).code).toBe(0);
      expect(['gone.md', 'gone/gone.md'].filter((file) => existsSync(path.join(folder, file)))).toEqual([]);
    });
  });

  it('keeps the block of a file between its markers, with links from there', () => {
    const written = '# Ours\n\n<!-- coverage:start -->\nold\n<!-- coverage:end -->\n\nMore.\n';
    inFolder({ 'README.md': written }, (folder) => {
      const readme = path.join(folder, 'README.md');
      const docs = ['docs', '--out', path.join(folder, 'docs', 'channels'), '--readme', readme];
      expect(run(...docs).code).toBe(0);
      expect(run(...docs, '--check')).toEqual({ code: 0, result: '', messages: [] });
      const text = readFileSync(readme, 'utf8');
      expect(text).toMatch(/^# Ours\n\n<!-- coverage:start -->\n\| what arrives .*<!-- coverage:end -->\n\nMore\.\n$/s);
      expect(text).toContain('](docs/channels/coverage.md)');

      writeFileSync(readme, written);
      expect(run(...docs, '--check')).toEqual({
        code: 1,
        result: '',
        messages: [`'${readme}' is not what the catalogue says; run 'npm run docs'`],
      });
    });
  });

  it.each([
    ['no markers', '# Ours'],
    ['markers the wrong way round', '<!-- coverage:end -->\n<!-- coverage:start -->\n'],
  ])('cannot judge a file with %s, and writes nothing', (_, written) => {
    inFolder({ 'README.md': written }, (folder) => {
      const out = path.join(folder, 'channels');
      expect(run('docs', '--out', out, '--readme', path.join(folder, 'README.md'))).toEqual({
        code: 2,
        result: '',
        messages: [expect.stringContaining("has no '<!-- coverage:start -->' with '<!-- coverage:end -->' after it")],
      });
      expect(existsSync(out)).toBe(false);
    });
  });

  it('names the page that is stale', () => {
    inFolder(Object.fromEntries(cataloguePages().map(({ file, text }) => [file, text])), (folder) => {
      writeFileSync(path.join(folder, 's3', 's3-bucket-replication.md'), '# edited');
      expect(run('docs', '--check', '--out', folder)).toEqual({
        code: 1,
        result: '',
        messages: [
          `'${path.join(folder, 's3', 's3-bucket-replication.md')}' is not what the catalogue says; run 'npm run docs'`,
        ],
      });
    });
  });
});
