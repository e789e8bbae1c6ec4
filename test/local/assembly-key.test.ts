import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assemblyKey, KeyFile } from '../../lib/local/assembly-key';

describe('the key of an assembly', () => {
  let root: string;
  const at = (...parts: string[]) => path.join(root, ...parts);
  const given = { DOMICILE_ACCOUNT_EU: '111111111111' };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'domicile-key-'));
    for (const folder of ['bin', 'lib/app', 'stacks', 'tools', 'test', 'node_modules'])
      mkdirSync(at(folder), { recursive: true });
    writeFileSync(at('bin', 'app.ts'), 'app');
    writeFileSync(at('lib', 'app', 'terms.md'), 'terms');
    writeFileSync(at('cdk.json'), '{}');
    writeFileSync(at('test', 'some.test.ts'), 'test');
    writeFileSync(at('node_modules', '.package-lock.json'), '{}');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each<[what: string, change: () => void]>([
    ['a byte of the app', () => appendFileSync(at('bin', 'app.ts'), ' ')],
    ['a byte of a text deep in a folder', () => appendFileSync(at('lib', 'app', 'terms.md'), ' ')],
    ['a new file', () => writeFileSync(at('stacks', 'new.ts'), '')],
    ['a file that is gone', () => rmSync(at('lib', 'app', 'terms.md'))],
    ['a file of another name', () => renameSync(at('bin', 'app.ts'), at('bin', 'other.ts'))],
    [
      'bytes that went from one file into the next',
      () => {
        writeFileSync(at('bin', 'app.ts'), 'ap');
        writeFileSync(at('cdk.json'), 'p{}');
      },
    ],
    ['a setting of CDK', () => writeFileSync(at('cdk.json'), '{"context":{}}')],
    ['a look-up that was remembered', () => writeFileSync(at('cdk.context.json'), '{}')],
    ['an exception from a finding', () => writeFileSync(at('residency-exceptions.json'), '[]')],
    ['what is installed', () => writeFileSync(at('node_modules', '.package-lock.json'), '{"packages":{}}')],
  ])('differs by %s', (_what, change) => {
    const before = assemblyKey(root, given);
    change();
    expect(assemblyKey(root, given)).not.toBe(before);
  });

  it('differs by what the app is told', () => {
    expect(assemblyKey(root, { DOMICILE_ACCOUNT_EU: '222222222222' })).not.toBe(assemblyKey(root, given));
  });

  it('is the same after an edit of what makes no part of the app', () => {
    const before = assemblyKey(root, given);
    appendFileSync(at('test', 'some.test.ts'), ' ');
    writeFileSync(at('README.md'), 'words');
    expect(assemblyKey(root, given)).toBe(before);
  });

  it('is beside the assembly from when it was written until it is removed', () => {
    const file = new KeyFile(at('cdk.out'));
    const seen = [file.holds('key')];
    file.write('key');
    seen.push(file.holds('key'), new KeyFile(at('cdk.out')).holds('key'), file.holds('another'));
    file.remove();
    file.remove();
    expect([...seen, file.holds('key')]).toEqual([false, true, true, false, false]);
  });
});
