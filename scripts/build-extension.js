import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './set-up.js';

/** Where the extension is built for Chromium, and for Firefox. */
export const EXTENSION = join(ROOT, '.output', 'chrome-mv3');
export const FIREFOX_EXTENSION = join(ROOT, '.output', 'firefox-mv3');

/**
 * Builds the extension.
 * @param {'chrome' | 'firefox'} [browser]
 */
export async function buildExtension(browser = 'chrome') {
  const { status, stderr } = spawnSync('wxt', ['build', '-b', browser], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(stderr.trim() || `\`npx wxt build -b ${browser}\` failed.`);
}
