const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
  // A text that code imports; esbuild takes it by the import's attribute.
  '^.+\\.md$': '<rootDir>/test/support/text-transform.mjs',
};

/** One jest project for each tier, so that each can be run, and measured, by itself. */
const tier = (displayName, more) => ({
  displayName,
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  transform,
  runtime: '<rootDir>/test/support/runtime.cjs',
  ...more,
});

/** Folders whose tests import aws-cdk-lib or read what it made. */
const synthesizing = ['stacks', 'constructs', 'bin'];
/** Folders whose tests ask the IAM evaluator or AWS's own lists, which take a second to load. */
const policies = ['controls/preventive', 'facts'];
/** Folders whose tests try the examples of every channel: as many as there are channels. */
const catalogue = ['catalogue'];
/** Folders whose tests judge with every channel at hand, or report what was judged. */
const engine = ['controls', 'cli', 'reporting', 'package'];
/** Labelled templates, several hundred, that the whole engine judges. */
const corpus = ['corpus'];
/**
 * Folders whose tests put parts of the application together: with AWS's SDK against a stand-in on loopback, in whole archives, or
 * a device with both cells.
 */
const application = ['app/adapters', 'app/archive', 'app/fuzz', 'client/archive', 'client/cells'];
/** Folders whose tests start the local emulator or a browser. */
const slow = ['slow'];

const inside = (names) => names.map((name) => `<rootDir>/test/${name}/`);
const folders = (names) => names.map((name) => `<rootDir>/test/${name}/**/*.test.ts`);

const printNothing = ['<rootDir>/test/support/print-nothing.ts'];

module.exports = {
  maxWorkers: '100%',
  projects: [
    tier('unit', {
      setupFilesAfterEnv: printNothing,
      testPathIgnorePatterns: inside([
        ...application,
        ...synthesizing,
        ...policies,
        ...catalogue,
        ...engine,
        ...corpus,
        ...slow,
      ]),
    }),
    tier('application', { setupFilesAfterEnv: printNothing, testMatch: folders(application) }),
    tier('engine', { testMatch: folders(engine), testPathIgnorePatterns: inside(policies) }),
    tier('stacks', {
      testMatch: folders(synthesizing),
      globalSetup: '<rootDir>/test/support/synthesize-once.mjs',
      globalTeardown: '<rootDir>/test/support/remove-assembly.mjs',
    }),
    tier('policies', { testMatch: folders(policies) }),
    tier('catalogue', { testMatch: folders(catalogue) }),
    tier('corpus', { testMatch: folders(corpus) }),
    tier('slow', { testMatch: folders(slow) }),
  ],
};
