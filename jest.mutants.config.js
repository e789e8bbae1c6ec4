const path = require('node:path');
const { bundle } = require('./tools/mutants.cjs');

/** One file of all tests and all that they load: most of a change's time went by while jest put together hundreds. */
module.exports = {
  testEnvironment: require.resolve('./test/support/until-failure.cjs'),
  runtime: '<rootDir>/test/support/runtime.cjs',
  roots: [`<rootDir>/${path.dirname(bundle)}`],
  testMatch: [`<rootDir>/${bundle}`],
  transform: {},
};
