import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePages } from '../../lib/reporting/catalogue-pages';
import { inFolder } from '../support/folder';
import { run } from './support/run';

describe('cdk-domicile docs', () => {
  it('writes every page, removes those of services that are gone, and finds them fresh', () => {
    inFolder({ 'gone.md': '# gone' }, (folder) => {
      expect(run('docs', '--check', '--out', folder).code).toBe(1);
      expect(run('docs', '--out', folder).code).toBe(0);
      expect(run('docs', '--check', '--out', folder).code).toBe(0);
      expect(existsSync(path.join(folder, 'gone.md'))).toBe(false);
    });
  });

  it('names the page that is stale', () => {
    inFolder(Object.fromEntries(cataloguePages().map(({ file, text }) => [file, text])), (folder) => {
      writeFileSync(path.join(folder, 's3.md'), '# edited');
      expect(run('docs', '--check', '--out', folder)).toEqual({
        code: 1,
        result: '',
        messages: [`'${path.join(folder, 's3.md')}' is not what the catalogue says; run 'npm run docs'`],
      });
    });
  });
});
