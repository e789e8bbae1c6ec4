const { readdirSync } = require('node:fs');

/**
 * What is mutated, and the tests that are to notice: the quickest first, for nothing runs after the first that fails. The corpus is left
 * out: it takes seconds, and what only it notices wants a test that says what is wrong.
 */
const PARTS = {
  resolver: { sources: 'lib/assembly', tests: ['test/assembly/', 'test/controls/proactive/', 'test/controls/flows/'] },
  rules: { sources: 'lib/controls/proactive', tests: ['test/controls/proactive/', 'test/controls/residency/'] },
  flows: { sources: 'lib/controls/flows', tests: ['test/controls/flows/', 'test/controls/residency/'] },
};

const { sources, tests } = PARTS[process.env.MUTANTS ?? 'resolver'];

const filesIn = (folder, end) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(end))
    .toSorted()
    .map((file) => `${folder}/${file}`);

exports.sources = filesIn(sources, '.ts');
const files = filesIn('test', '.test.ts');
exports.tests = tests.flatMap((start) => files.filter((file) => file.startsWith(start)));
/** The one file of the tests and of all that they load, which tools/bundle-mutants.mjs makes. */
exports.bundle = 'dist/mutants/bundle.test.js';
