import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Until a test counts as hung, in milliseconds, on however busy a computer. */
const testTimeout = 30_000;
/** The same for one that `npm run fuzz` has try any number of cases. */
const fuzzTimeout = 15 * 60_000;

/** What all tests have in common. */
const every = {
  testTimeout,
  setupFiles: ['test/support/fuzz/every-property.ts'],
  tags: [
    {
      name: 'property',
      description: 'holds for whatever fast-check makes up',
      timeout: process.env['FUZZ_RUNS'] === undefined ? testTimeout : fuzzTimeout,
    },
  ],
};

/** What installs and builds everything anew: a step of its own. */
const PACKAGES = 'test/packages.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['test/support/fuzz/announce.ts'],
    projects: [
      {
        test: {
          name: 'core',
          ...every,
          include: ['test/core/**/*.test.ts', 'test/scripts/**/*.test.ts', 'test/*.test.ts'],
          exclude: [PACKAGES],
        },
      },
      { test: { name: 'server', ...every, include: ['test/server/**/*.test.ts'] } },
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'extension',
          ...every,
          // The build for Chrome; an environment has words only, and "false" would be as good as true.
          env: { FIREFOX: '' },
          include: ['test/extension/**/*.test.ts'],
        },
      },
      { test: { name: 'packages', ...every, include: [PACKAGES] } },
    ],
  },
});
