// Has every leak that the catalogue knows of judged in every way to write it, and the compliant twin of each:
//   npm run leaks

import { leaks } from '../test/leaks/leaks';
import { table } from './bench/measure';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { types, paths, scores, exclusions, wrong } = leaks((step) => {
  if (process.stderr.isTTY) process.stderr.write(`${step}\n`);
});

const rows = scores.map(({ spelling, leaks: all, found, twins, reported }) => [
  spelling,
  `${found} of ${all}`,
  `${reported} of ${twins}`,
]);
say(table(['spelling', 'leaks found', 'twins reported'], rows));

say('\nNot written, because there is no way to:');
for (const { why, spellings, carriers } of exclusions) {
  const where = spellings.length > 2 ? `${spellings.length} spellings` : spellings.join(', ');
  say(`- ${carriers} in ${where}: ${why}`);
}

const sum = (of: (score: (typeof scores)[number]) => number) => scores.reduce((total, score) => total + of(score), 0);
say(
  `\n${types} types, ${paths} paths, ${scores.length} spellings: ${sum(({ found }) => found)} of ${sum(({ leaks: all }) => all)} ` +
    `leaks found, ${sum(({ reported }) => reported)} of ${sum(({ twins }) => twins)} twins reported`,
);

for (const line of wrong) say(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
