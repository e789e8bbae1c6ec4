const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};

/** One jest project for each tier, so that each can be run, and measured, by itself. */
const tier = (name, testMatch, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  transform,
  ...more,
});

const synthesizing = ['stacks/**/*.test.ts', 'constructs/**/*.test.ts', 'bin/**/*.test.ts'];
const slow = ['slow/**/*.test.ts'];
const exclude = (patterns) => patterns.map((pattern) => `!<rootDir>/test/${pattern}`);

module.exports = {
  projects: [
    tier('unit', ['**/*.test.ts'], {
      testMatch: ['<rootDir>/test/**/*.test.ts', ...exclude([...synthesizing, ...slow])],
    }),
    tier('stacks', synthesizing, {
      globalSetup: '<rootDir>/test/support/synthesize-once.mjs',
      globalTeardown: '<rootDir>/test/support/remove-assembly.mjs',
    }),
    tier('slow', slow),
  ],
};
