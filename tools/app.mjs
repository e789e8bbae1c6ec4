// What cdk.json runs: builds, then runs the CDK app in the same process, so that an edit is never ignored.
import buildAll from './build.mjs';

await buildAll({ forReview: process.env.DOMICILE_NAG !== undefined });
await import('./built-app.cjs');
