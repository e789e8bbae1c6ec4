import { sources } from './tools/mutants.cjs';

/** Mutation testing of what judges templates, part by part: `MUTANTS=flows npm run mutants`. See docs/mutation.md. */
export default {
  testRunner: 'jest',
  // The sources of a part are in the one file that jest sees, and are related to it by nothing that jest knows.
  jest: { projectType: 'custom', configFile: 'jest.mutants.config.js', enableFindRelatedTests: false },
  buildCommand: 'node tools/bundle-mutants.mjs',
  coverageAnalysis: 'perTest',
  mutate: sources,
  ignorePatterns: ['dist', 'cdk.out', '.emulator', '.local', 'coverage'],
  concurrency: 1,
  // Tables are read while files are loaded, before any test has begun.
  ignoreStatic: true,
  // TypeScript 7 has no API by which Stryker could rewrite its configuration, and nothing here needs it rewritten.
  tsconfigFile: 'none',
  reporters: ['clear-text'],
  allowConsoleColors: false,
};
