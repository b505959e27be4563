import { defineConfig } from 'vitest/config';

/** Milliseconds until a test counts as hung; Stryker has a limit of its own for a mutant. */
const HUNG = 120_000;

/** The tests that Stryker runs for what it changes; scripts/mutation.js says which. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/fuzz/announce.ts'],
    setupFiles: ['test/support/fuzz/every-property.ts'],
    include: [`${process.env['MUTATION_TESTS']}/**/*.test.ts`],
    testTimeout: HUNG,
    hookTimeout: HUNG,
    tags: [
      { name: 'property', description: 'holds for whatever fast-check makes up', timeout: HUNG },
    ],
  },
});
