// Judges the corpus, and says how often the engine is right:
//   npm run corpus [-- part of an area's, a channel's, a style's or a case's name]...
//   npm run corpus -- --open    also writes down which cases are not judged as labelled yet
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Judged, judgeAll } from './judge';
import { readCorpus } from './read-corpus';
import { precision, recall, tally } from './tally';

const words = process.argv.slice(2);
const parts = words.filter((word) => word !== '--open');
const asked = readCorpus().filter(({ id, area, channel, style }) =>
  parts.length === 0 ? true : parts.some((part) => [id, area, channel, style].some((name) => name.includes(part))),
);
const judged = judgeAll(asked);

const say = (line: string) => process.stdout.write(`${line}\n`);
const figure = (value: number) => value.toFixed(3);

function sayWrong(title: string, result: Judged['result'], disputed: boolean): void {
  const wrong = judged.filter((one) => one.result === result && (one.labelled.disputed !== undefined) === disputed);
  if (wrong.length === 0) return;
  say(`\n${title} (${wrong.length})`);
  for (const { labelled, said } of wrong) {
    say(`  ${labelled.id} [${labelled.channel}, ${labelled.style}]: ${labelled.disputed ?? labelled.why}`);
    for (const line of said) say(`      ${line}`);
  }
}

function sayBy(title: string, keyOf: (one: Judged) => string): void {
  say(`\n${title.padEnd(44)} cases recall precision`);
  for (const key of [...new Set(judged.map(keyOf))].toSorted()) {
    const group = judged.filter((one) => keyOf(one) === key);
    const counts = tally(group);
    const line = [String(group.length).padStart(5), figure(recall(counts)), figure(precision(counts)).padStart(9)];
    say(`${key.padEnd(44)} ${line.join('  ')}`);
  }
}

sayWrong('missed', 'missed', false);
sayWrong('false alarms', 'alarm', false);
sayWrong('disputed, and not found where the label says violation', 'missed', true);
sayWrong('disputed, and found where the label says clean', 'alarm', true);
sayBy('style', ({ labelled }) => labelled.style);
sayBy('channel', ({ labelled }) => labelled.channel);
sayBy('area', ({ labelled }) => labelled.area);

const all = tally(judged);
const disputed = judged.filter(({ labelled }) => labelled.disputed !== undefined).length;
say(
  `\nrecall ${figure(recall(all))} (${all.right} of ${all.right + all.missed}), precision ${figure(precision(all))} ` +
    `(${all.alarm} false alarms in ${all.alarm + all.silent} clean cases), ${disputed} disputed`,
);

if (words.includes('--open') && parts.length === 0) {
  const wrong = judged.filter(({ labelled, result }) => labelled.disputed === undefined && isWrong(result));
  const ids = wrong.map(({ labelled }) => labelled.id).toSorted();
  writeFileSync(path.join(__dirname, 'open.json'), `${JSON.stringify(ids, null, 2)}\n`);
}

function isWrong(result: Judged['result']): boolean {
  return result === 'missed' || result === 'alarm';
}
