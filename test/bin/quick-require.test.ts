import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder } from '../support/folder';

const QUICK_REQUIRE = path.join(__dirname, '..', '..', 'tools', 'quick-require.cjs');
const MEMORY = 'memory/code';

/** Prints what the entry exports, or why it does not. */
const RUN = `
  const quickRequire = require(${JSON.stringify(QUICK_REQUIRE)});
  const [entry, memory] = process.argv.slice(1);
  const isKnown = (file) => file.endsWith('.js');
  try {
    console.log(JSON.stringify(quickRequire(entry, memory, isKnown)));
  } catch (error) {
    console.log(error.stack.split('\\n').slice(0, 2).join('\\n'));
  }
`;

const GREETING = {
  'entry.js': 'exports.greeting = require("./words.js").hello + " " + require("./names.json")[0];',
  'words.js': 'exports.hello = "hello";',
  'names.json': ['Ada'],
};
const GREETED = '{"greeting":"hello Ada"}';

function run(folder: string, memory = path.join(folder, MEMORY)): string {
  const args = ['--eval', RUN, path.join(folder, 'entry.js'), memory];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().replaceAll(`${folder}${path.sep}`, '');
}

/** When the memory was written last. */
function written(folder: string): number {
  return statSync(path.join(folder, MEMORY)).mtimeMs;
}

describe('quickRequire', () => {
  it.each([
    ['its exports for this', { 'entry.js': 'module.exports = this === exports;' }, 'true'],
    [
      'where a module is',
      { 'entry.js': 'module.exports = [__filename, __dirname === require("path").dirname(module.filename)];' },
      '["entry.js",true]',
    ],
    [
      'modules that require each other',
      {
        'entry.js': 'exports.a = 1; exports.b = require("./b").b;',
        'b.js': 'exports.b = require("./entry.js").a + 1;',
      },
      '{"a":1,"b":2}',
    ],
    [
      'one module for all who ask, Node included',
      {
        'entry.js':
          'const quick = require("./b"); module.exports = [quick === require("./c.cjs"), require.resolve("./b") in require.cache];',
        'b.js': '',
        'c.cjs': 'module.exports = require("./b.js");',
      },
      '[true,true]',
    ],
    ['a script that a shell runs', { 'entry.js': '#!/usr/bin/env node\nmodule.exports = 1;' }, '1'],
    [
      'the place of an error',
      { 'entry.js': 'require("./b");', 'b.js': 'void 0; throw new Error("no");' },
      'Error: no\n    at Object.<anonymous> (b.js:1:15)',
    ],
    [
      'what is not there',
      { 'entry.js': 'try { require("./b"); } catch ({ code }) { module.exports = code; }' },
      '"MODULE_NOT_FOUND"',
    ],
    [
      'a module that could not run, when it is asked for again',
      {
        'entry.js':
          'const ask = () => { try { return require("./b"); } catch ({ message }) { return message; } }; module.exports = [ask(), ask()];',
        'b.js': 'throw new Error("no");',
      },
      '["no","no"]',
    ],
  ])('gives %s, learnt or not', (_name, files, said) => {
    expect(inFolder(files, (folder) => [run(folder), run(folder)])).toEqual([said, said]);
  });

  it('writes what it has learnt once', () => {
    inFolder(GREETING, (folder) => {
      expect(run(folder)).toBe(GREETED);
      const first = written(folder);
      expect(run(folder)).toBe(GREETED);
      expect(written(folder)).toBe(first);
    });
  });

  it('reads a file that was changed, though neither its length nor its time tells', () => {
    inFolder(GREETING, (folder) => {
      const words = path.join(folder, 'words.js');
      const before = statSync(words);
      run(folder);
      writeFileSync(words, 'exports.hello = "adieu";');
      utimesSync(words, before.atime, before.mtime);
      expect(run(folder)).toBe('{"greeting":"adieu Ada"}');
    });
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 10)],
    ['changed in one place', (whole: Buffer) => whole.with(whole.length - 200, 0xff)],
    ['not of our making', () => Buffer.from('{}')],
  ])('does without a memory that is %s, and writes it anew', (_name, damaged) => {
    inFolder(GREETING, (folder) => {
      run(folder);
      const whole = readFileSync(path.join(folder, MEMORY));
      writeFileSync(path.join(folder, MEMORY), damaged(whole));
      expect(run(folder)).toBe(GREETED);
      expect(readFileSync(path.join(folder, MEMORY))).toHaveLength(whole.length);
    });
  });

  it('does without a memory where none can be written', () => {
    inFolder(GREETING, (folder) => {
      expect(run(folder, path.join(folder, 'words.js', 'code'))).toBe(GREETED);
    });
  });
});
