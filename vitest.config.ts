import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Milliseconds until a test counts as hung, on however busy a computer. */
const HUNG = 120_000;
/** The same for a property that `npm run fuzz` tries with any number of cases. */
const HUNG_IN_FUZZ = 15 * 60_000;

/** Has fast-check try each property as often as is asked for. */
const EVERY_PROPERTY = 'test/support/fuzz/every-property.ts';

/** What all projects have in common. */
const every = {
  // One process runs many files: starting one for each file cost most of the time. between-files.ts separates them.
  isolate: false,
  setupFiles: ['test/support/between-files.ts', EVERY_PROPERTY],
  // In this order: modules are reset before anything else is loaded.
  sequence: { setupFiles: 'list' as const },
  testTimeout: HUNG,
  hookTimeout: HUNG,
  expect: { poll: { timeout: HUNG / 4 } },
  tags: [
    {
      name: 'property',
      description: 'holds for whatever fast-check makes up',
      timeout: process.env['FUZZ_RUNS'] === undefined ? HUNG : HUNG_IN_FUZZ,
    },
  ],
};

/** Installs and builds everything in another folder: a step of its own. */
const PACKAGES = 'test/packages.test.ts';

/** Conversations that go wrong, with the real host and its sockets. */
const FAULTS = 'test/extension/faults/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['test/support/fuzz/announce.ts'],
    // Half of the tests wait for other processes, so each processor has one of ours.
    maxWorkers: '100%',
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
          setupFiles: [...every.setupFiles, 'test/support/whole-fake-browser.ts'],
          // The build for Chrome; an environment has words only, and "false" would be as good as true.
          env: { FIREFOX: '' },
          include: ['test/extension/**/*.test.ts'],
          exclude: [FAULTS],
        },
      },
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'faults',
          ...every,
          // Each file runs the whole extension, and parts of it may still run when the file is done.
          isolate: true,
          setupFiles: [EVERY_PROPERTY],
          env: { FIREFOX: '' },
          include: [FAULTS],
        },
      },
      { test: { name: 'packages', ...every, include: [PACKAGES] } },
    ],
  },
});
