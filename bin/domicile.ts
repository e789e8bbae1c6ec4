#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { EXIT } from '../lib/cli/exit';
import { main } from '../lib/cli/program';
import { printable } from '../lib/reporting/printable';

// V8 optimizes what runs for a moment, and in a run of less than a second that takes more than it saves: a third of all CPU
// time for ten thousand resources, and no more and no less for ten times as many. Later than Node 20 this flag is not known.
if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=1000000');

// Whoever reads the report may stop early, as `head` does: that is no error of ours. A full disk is one.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  process.stderr.write(`cdk-domicile: the report cannot be written to where the output goes ('${code}')\n`);
  process.exitCode = EXIT.notJudged;
});
// Where nobody reads messages any more, the exit code still tells.
process.stderr.on('error', () => undefined);

/** A terminal that shows control sequences as they are written. */
const isDumb = process.env['TERM'] === 'dumb';

/** Steps are shown one in place of the other, and leave nothing behind. */
const progress = (step: string | undefined) => process.stderr.write(`\r\u001b[K${step ?? ''}`);

process.exitCode = main(process.argv.slice(2), {
  result: (text) => process.stdout.write(text),
  message: (line) => process.stderr.write(`cdk-domicile: ${printable(line)}\n`),
  ...(process.stderr.isTTY && !isDumb && { progress }),
  styled: process.stdout.isTTY && !isDumb && process.env['NO_COLOR'] === undefined,
});
