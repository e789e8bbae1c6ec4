const path = require('node:path');

const LIBRARY = path.dirname(require.resolve('aws-cdk-lib/package.json'));

/** Of which nothing is an instance. */
const OF_NOTHING = { [Symbol.hasInstance]: () => false };

/**
 * Stands in for a service's module of aws-cdk-lib: for its classes of resources until one of the files is loaded that have
 * them, and loads it for anything else.
 *
 * @param load gives the service's own module
 * @param files where the service has its classes, within the library
 */
module.exports = function standInFor(load, files) {
  const classes = files.map((file) => path.join(LIBRARY, file));
  const isMade = () => classes.length === 0 || classes.some((file) => file in require.cache);
  return new Proxy({}, { get: (_, name) => (String(name).startsWith('Cfn') && !isMade() ? OF_NOTHING : load()[name]) });
};
