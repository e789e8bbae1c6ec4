// Runs the CDK app that the build has made: what tools/app.mjs does when it has built.
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const quickRequire = require('./quick-require.cjs');

const within = (...parts) => path.join(__dirname, '..', ...parts);
const APP = within('dist', 'bin', 'app.js');
const LEARNT = within('node_modules', '.cache', 'cdk-domicile', 'app.code');
/** Libraries whose every file is CommonJS. */
const LIBRARIES = /[\\/]node_modules[\\/](?:aws-cdk-lib|constructs)[\\/].*\.js$/u;

// As bin/domicile.ts does, and for the same reason.
if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=1000000');

// `cdk synth --debug` asks for traces that a person can read, and so does what reviewers read; each trace costs more then, and
// only what Node itself has read has them.
if (process.env.DOMICILE_NAG !== undefined || process.env.CDK_DEBUG === 'true') process.setSourceMapsEnabled(true);
if (process.sourceMapsEnabled) require(APP);
else quickRequire(APP, LEARNT, (file) => LIBRARIES.test(file));
