import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { main } from '../../lib/cli/program';
import { inFolder } from '../support/folder';

function run(...words: readonly string[]) {
  const results: string[] = [];
  const messages: string[] = [];
  const code = main(words, { result: (text) => results.push(text), message: (line) => messages.push(line) });
  return { code, result: results.join(''), messages };
}

describe('cdk-domicile policies', () => {
  it('writes the policies of each cell, and a manifest with their sizes', () => {
    inFolder({}, (folder) => {
      const out = path.join(folder, 'policies');
      expect(run('policies', '--out', out)).toEqual({
        code: 0,
        result: `6 policies and manifest.json in '${out}'\n`,
        messages: [],
      });
      const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as {
        file: string;
        size: number;
        limit: number;
      }[];
      expect(manifest.map(({ file }) => file)).toEqual([
        'Eu-DeploymentBoundary.json',
        'Eu-Deployment.json',
        'Eu-Boundary.json',
        'International-DeploymentBoundary.json',
        'International-Deployment.json',
        'International-Boundary.json',
      ]);
      expect(readdirSync(out).toSorted()).toEqual([...manifest.map(({ file }) => file), 'manifest.json'].toSorted());
      for (const { file, size, limit } of manifest) {
        const text = readFileSync(path.join(out, file), 'utf8');
        expect(JSON.stringify(JSON.parse(text))).toHaveLength(size);
        expect(size).toBeLessThanOrEqual(limit);
      }
    });
  });

  it('prints them without a folder', () => {
    const { code, result } = run('policies');
    expect(code).toBe(0);
    expect(
      (JSON.parse(result) as { name: string; jurisdiction: string }[]).map(({ name, jurisdiction }) => [
        jurisdiction,
        name,
      ]),
    ).toEqual([
      ['eu', 'Eu-DeploymentBoundary'],
      ['eu', 'Eu-Deployment'],
      ['eu', 'Eu-Boundary'],
      ['international', 'International-DeploymentBoundary'],
      ['international', 'International-Deployment'],
      ['international', 'International-Boundary'],
    ]);
  });

  it('says where it cannot write', () => {
    inFolder({ occupied: 'a file' }, (folder) => {
      const out = path.join(folder, 'occupied', 'policies');
      expect(run('policies', '--out', out)).toEqual({
        code: 2,
        result: '',
        messages: [
          `'${path.join(out, 'Eu-DeploymentBoundary.json')}' cannot be written; name another folder with --out`,
        ],
      });
    });
  });
});
