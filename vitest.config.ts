import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Until a test counts as hung, in milliseconds, on however busy a computer. */
const testTimeout = 30_000;

/** What installs and builds everything anew: a step of its own. */
const PACKAGES = 'test/packages.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          testTimeout,
          include: ['test/core/**/*.test.ts', 'test/scripts/**/*.test.ts', 'test/*.test.ts'],
          exclude: [PACKAGES],
        },
      },
      { test: { name: 'server', testTimeout, include: ['test/server/**/*.test.ts'] } },
      {
        plugins: [await WxtVitest()],
        test: { name: 'extension', testTimeout, include: ['test/extension/**/*.test.ts'] },
      },
      { test: { name: 'packages', testTimeout, include: [PACKAGES] } },
    ],
  },
});
