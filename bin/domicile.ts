#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../lib/cli/program';

// V8 optimizes what runs for a moment, and in a run of less than a second that takes more than it saves: a third of all CPU
// time for ten thousand resources, and no more and no less for ten times as many. Later than Node 20 this flag is not known.
if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=1000000');

// Whoever reads the report may stop early, as `head` does: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** A terminal that shows control sequences as they are written. */
const isDumb = process.env['TERM'] === 'dumb';

/** Steps are shown one in place of the other, and leave nothing behind. */
const progress = (step: string | undefined) => process.stderr.write(`\r\u001b[K${step ?? ''}`);

process.exitCode = main(process.argv.slice(2), {
  result: (text) => process.stdout.write(text),
  message: (line) => process.stderr.write(`cdk-domicile: ${line}\n`),
  ...(process.stderr.isTTY && !isDumb && { progress }),
  styled: process.stdout.isTTY && !isDumb && process.env['NO_COLOR'] === undefined,
});
