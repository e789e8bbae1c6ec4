// What cdk.json runs: builds, then runs the CDK app in the same process, so that an edit is never ignored.
import { createRequire } from 'node:module';
import buildAll from './build.mjs';

await buildAll();
createRequire(import.meta.url)('../dist/bin/app.js');
