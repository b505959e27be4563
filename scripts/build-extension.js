import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './set-up.js';

/** Where the extension for Chromium is built. */
export const EXTENSION = join(ROOT, '.output', 'chrome-mv3');

/** Builds the extension for Chromium. */
export async function buildExtension() {
  const { status, stderr } = spawnSync('wxt', ['build'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(stderr.trim() || '`npx wxt build` failed.');
}
