// Renders assets/icon.svg into assets/public/icon/: `node scripts/icons.js`, after a change of the drawing.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from './set-up.js';

const SIZES = [16, 32, 48, 128];
const assets = new URL('../assets/', import.meta.url);
const folder = fileURLToPath(new URL('public/icon/', assets));

const svg = await readFile(new URL('icon.svg', assets), 'utf8');
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? chromium.executablePath(),
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `${folder}${size}.png`, omitBackground: true });
}
await browser.close();
