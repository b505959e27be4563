import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // These end what hangs, on however busy a computer; they measure nothing.
  timeout: 480_000,
  expect: { timeout: 60_000 },
  // A journey is written once, and defined for each browser in a group of that name.
  projects: [
    // A folder each: a run empties its own when it begins.
    {
      name: 'chromium',
      outputDir: 'test-results/chromium',
      testIgnore: '**/e2e/firefox/**',
      grepInvert: /journeys\/\S+ in Firefox /,
    },
    {
      name: 'firefox',
      outputDir: 'test-results/firefox',
      testMatch: ['**/e2e/firefox/*.spec.ts', '**/e2e/journeys/*.spec.ts'],
      grepInvert: /journeys\/\S+ in Chromium /,
      // It plays and records in real time, by a sound server; one of it at a time.
      workers: 1,
    },
  ],
  // `npm test` asks for others.
  reporter: 'list',
});
