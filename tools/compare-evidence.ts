// Says in Markdown what has changed for reviewers between two folders that `npm run evidence` has written.
//   npx tsx tools/compare-evidence.ts <before> <after>      a folder before that is not there means that nothing was known
import { existsSync } from 'node:fs';
import path from 'node:path';
import { comparison } from './evidence/comparison';
import { readEntries } from './evidence/entries';

function main([before, after, ...more]: readonly string[]): number {
  if (before === undefined || after === undefined || more.length > 0) {
    process.stderr.write('compare-evidence: name two folders, the one before first\n');
    return 2;
  }
  try {
    const isThere = existsSync(path.join(before, 'nag'));
    process.stdout.write(`${comparison(isThere ? readEntries(before) : undefined, readEntries(after))}\n`);
    return 0;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    process.stderr.write(`compare-evidence: ${what}; write the folder with 'npm run evidence -- <folder>'\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
