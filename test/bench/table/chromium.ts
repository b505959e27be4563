import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright';
import { findChromium } from '../../../scripts/set-up.js';

/** The browser that the benches drive, by name and version. */
export async function chromiumVersion(): Promise<string> {
  const path = (await findChromium()) ?? chromium.executablePath();
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
}
