import { browser } from 'wxt/browser';
import type { Mend } from '../../../core/untrusted.ts';

/** Goes where a failure can be mended. */
export async function goMend(where: Mend): Promise<void> {
  if (where === 'options') await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
