// What cdk.json runs: builds, then runs the CDK app in the same process, so that an edit is never ignored.
import { createRequire } from 'node:module';
import buildAll from './build.mjs';

const forReview = process.env.DOMICILE_NAG !== undefined;
await buildAll({ forReview });
// `cdk synth --debug` asks for traces that a person can read, and so does what reviewers read; each trace costs more then.
if (forReview || process.env.CDK_DEBUG === 'true') process.setSourceMapsEnabled(true);
createRequire(import.meta.url)('../dist/bin/app.js');
