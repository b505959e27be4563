/** What Stryker is told; `npm run test:mutation -- FILE…` has it change other files. */
export default {
  // Each sample of sound passes through loops that are slow once they are changed: they would take an hour.
  mutate: ['core/**/*.ts', '!core/audio/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  // Stryker would rewrite the references of a project with TypeScript's old interface, which TypeScript 7 has no more.
  tsconfigFile: 'none.json',
  coverageAnalysis: 'perTest',
  // What is computed once, when a file is loaded, would need a new process for each of its mutants.
  ignoreStatic: true,
  dryRunTimeoutMinutes: 20,
  timeoutMS: 2000,
  ignorePatterns: ['.output', 'test-results', 'test/mutation/node_modules'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
};
