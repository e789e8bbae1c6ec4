#!/usr/bin/env node
import { main } from '../lib/cli/program';

process.exitCode = main(process.argv.slice(2), {
  result: (text) => process.stdout.write(text),
  message: (line) => process.stderr.write(`cdk-domicile: ${line}\n`),
});
