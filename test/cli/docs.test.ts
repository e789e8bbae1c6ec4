import { existsSync, writeFileSync } from 'node:fs';
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
