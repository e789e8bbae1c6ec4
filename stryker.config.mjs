import { PARTS } from './jest.mutants.config.js';

const part = process.env['MUTANTS'] ?? 'resolver';

/** Mutation testing of what judges templates, part by part: `MUTANTS=flows npm run mutants`. See docs/mutation.md. */
export default {
  testRunner: 'jest',
  // Tests that are related by a cycle of imports are not found, and mutants that they kill would seem to survive.
  jest: { projectType: 'custom', configFile: 'jest.mutants.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: PARTS[part].mutate,
  concurrency: 1,
  // Tables are read while files are loaded, before any test has begun.
  ignoreStatic: true,
  // TypeScript 7 has no API by which Stryker could rewrite its configuration, and nothing here needs it rewritten.
  tsconfigFile: 'none',
  reporters: ['clear-text'],
  allowConsoleColors: false,
};
