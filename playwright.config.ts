import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // These end what hangs, on however busy a computer; they measure nothing.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  // Firefox plays and records in real time, by a sound server; it gets the machine to itself.
  projects: [
    { name: 'chromium', testIgnore: '**/e2e/firefox/**' },
    { name: 'firefox', testMatch: '**/e2e/firefox/*.spec.ts', workers: 1 },
  ],
  // `npm test` asks for others.
  reporter: 'list',
});
