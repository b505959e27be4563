import type { startChromium } from '../../scripts/browser.js';

/** A Chromium that runs with the extension. */
export type Chromium = Awaited<ReturnType<typeof startChromium>>;

/** The same as a test has it: watched, and not the test's to close. */
export type Browser = Omit<Chromium, 'close' | 'watch'> & Awaited<ReturnType<Chromium['watch']>>;
