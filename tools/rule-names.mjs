import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * For esbuild: lets cdk-nag's rules keep their names.
 *
 * A rule is called after its file (cdk-nag 3.0.2, lib/rules), and in a bundle all of them are in one. The pack that runs at each
 * synthesis names its rules itself and needs no part of this, which takes longer than the rest of the build.
 */
export const ruleNames = {
  name: 'rule-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]cdk-nag[\\/]lib[\\/]rules[\\/][a-z0-9]+[\\/][A-Z]\w*\.js$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replaceAll('__filename', JSON.stringify(path.basename(file))),
    }));
  },
};
