import fc from 'fast-check';
import { type TestContext, beforeEach, inject } from 'vitest';

// Loaded before each file of tests: the one place that says how properties are tried.

let test: TestContext['task'] | null = null;
beforeEach(({ task }) => {
  test = task;
});

fc.configureGlobal({
  seed: inject('plan').seed,
  numRuns: inject('plan').runs,
  reporter: (tried) => {
    // By it, `npm run fuzz` finds the tests that it is about.
    if (!test?.tags?.includes('property')) throw new Error("tag this test: { tags: 'property' }");
    test.meta.cases = (test.meta.cases ?? 0) + tried.numRuns;
    if (tried.failed)
      throw new Error(fc.defaultReportMessage(tried), { cause: tried.errorInstance });
  },
});
