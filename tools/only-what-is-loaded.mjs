import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const NAMESPACE = 'only-what-is-loaded';

/**
 * For esbuild: lets cdk-nag's rules ask whether a resource is of a type without loading the type's module.
 *
 * Its rules are for forty services, and to see that a resource is none of these they load all of their classes, eleven
 * megabytes of them. What has not been loaded has made no resource: until then, another class stands in for each of them, of
 * which nothing is an instance. Anything else that a rule takes of a service is the library's own.
 */
export const onlyWhatIsLoaded = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: /^aws-cdk-lib\/aws-[a-z0-9-]+$/ }, ({ path: name, importer }) =>
      /[\\/]node_modules[\\/]cdk-nag[\\/]/u.test(importer) ? { path: name, namespace: NAMESPACE } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: NAMESPACE }, ({ path: name }) => ({ contents: standIn(name) }));
  },
};

/** The source of a module that takes the place of a service's. */
function standIn(name) {
  const folder = path.join(path.dirname(require.resolve(name)), 'lib');
  const classes = readdirSync(folder).filter((file) => /^[a-z0-9]+\.generated\.js$/u.test(file));
  return `
    const path = require('node:path');
    const service = require(${JSON.stringify(name)});
    const folder = path.join(path.dirname(require.resolve(${JSON.stringify(name)})), 'lib');
    const classes = ${JSON.stringify(classes)}.map((file) => path.join(folder, file));
    class OfNothing {}
    const isClass = (name) => typeof name === 'string' && name.startsWith('Cfn');
    module.exports = new Proxy(service, {
      get: (target, name) =>
        isClass(name) && classes.length > 0 && !classes.some((file) => file in require.cache) ? OfNothing : target[name],
    });
  `;
}
