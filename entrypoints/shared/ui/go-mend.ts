import { browser } from 'wxt/browser';
import type { Mend } from '../../../core/untrusted.ts';

const PAGES = {
  microphone: '/welcome.html',
  options: '/options.html#backend',
  sound: '/options.html#sound',
} as const satisfies Record<Mend, string>;

/** Goes where a failure can be mended. */
export async function goMend(where: Mend): Promise<void> {
  // A hash is more than the browser's own way to the options takes along.
  await browser.tabs.create({ url: new URL(PAGES[where], browser.runtime.getURL('/')).href });
}
