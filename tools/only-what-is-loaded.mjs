import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const NAMESPACE = 'only-what-is-loaded';
const STAND_IN = require.resolve('./stand-in.cjs');
const LIBRARY = path.dirname(require.resolve('aws-cdk-lib/package.json'));

/**
 * For esbuild: lets cdk-nag's rules ask whether a resource is of a type without loading the type's module.
 *
 * Its rules are for forty services, and to see that a resource is none of these they load all of their classes, eleven
 * megabytes of them. What has not been loaded has made no resource: until then, another class stands in for each of them.
 * Anything else that a rule takes of a service is the library's own.
 */
export const onlyWhatIsLoaded = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: /^aws-cdk-lib\/aws-[a-z0-9-]+$/ }, ({ path: name, importer }) =>
      /[\\/]node_modules[\\/]cdk-nag[\\/]/u.test(importer) ? { path: name, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: NAMESPACE }, ({ path: name }) => ({
      resolveDir: path.dirname(STAND_IN),
      contents: `module.exports = require(${JSON.stringify(STAND_IN)})(() => require(${JSON.stringify(name)}), ${JSON.stringify(classesOf(name))});`,
    }));
  },
};

/** The files that have a service's classes of resources, within the library. */
function classesOf(name) {
  const folder = path.join(path.basename(name), 'lib');
  return readdirSync(path.join(LIBRARY, folder))
    .filter((file) => /^[a-z0-9]+\.generated\.js$/u.test(file))
    .map((file) => path.join(folder, file));
}
