const { projects } = require('./jest.config');

const { transform } = projects.find(({ displayName }) => displayName === 'engine');

/** What is mutated, and the tests that are to notice. */
const PARTS = {
  resolver: { mutate: ['lib/assembly/**/*.ts'], tests: ['assembly/*', 'controls/proactive/spellings'] },
  rules: { mutate: ['lib/controls/proactive/**/*.ts'], tests: ['controls/proactive/*', 'catalogue/**/*'] },
  flows: { mutate: ['lib/controls/flows/**/*.ts'], tests: ['controls/flows/*'] },
};

const { tests } = PARTS[process.env.MUTANTS ?? 'resolver'];

/** One project: only in a run of one does Stryker know which test tries which line. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform,
  testMatch: tests.map((name) => `<rootDir>/test/${name}.test.ts`),
};
module.exports.PARTS = PARTS;
