import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../scripts/set-up.js';
import type { Bench, Outcome } from './marks/in-page.ts';
import { KINDS } from './marks/pair.ts';
import { PAIRS } from './marks/pairs.ts';

const ORIGIN = 'https://page.example';
const isVerbose = process.argv.includes('--verbose');

const script = await bundle('test/bench/marks/in-page.ts');
const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? chromium.executablePath(),
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
for (const [i, pair] of PAIRS.entries()) {
  const html = readFileSync(resolve('test/bench/marks/pages', `${pair.page}.html`), 'utf8');
  await open(page, html);
  const {
    known,
    html: changed,
    took,
  } = await page.evaluate((index) => (globalThis as any).bench.before(index), i);
  await open(page, changed);
  const result = await page.evaluate((what) => (globalThis as any).bench.after(what), known);
  console.log(
    pair.kind.padEnd(24),
    result.ours.padEnd(6),
    result.offered ? 'offered' : '       ',
    result.finder.padEnd(6),
    result.generator.padEnd(6),
    took.toFixed(0).padStart(4),
    result.took.toFixed(0).padStart(4),
    pair.name,
  );
  const t = result.debug.find((x: any) => x.it.startsWith('***')),
    o = result.debug.find((x: any) => !x.it.startsWith('***'));
  const f = (x: any) => (x ? `${x.identity.toFixed(1)}/${x.total.toFixed(1)}` : '-');
  console.log(
    '   ',
    f(t),
    f(o),
    t && o ? 'lead ' + (t.total - o.total).toFixed(1) : '',
    o?.it.slice(0, 60).replace(/\s+/g, ' '),
  );
  if (isVerbose && !/right|told/.test(result.ours))
    console.log(JSON.stringify(known.anchor, null, 1), JSON.stringify(result.debug, null, 1));
}
await browser.close();

async function open(on: Page, html: string) {
  await on.unrouteAll();
  await on.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.abort(),
  );
  await on.goto(`${ORIGIN}/`, { waitUntil: 'domcontentloaded' });
  await on.addScriptTag({ content: script });
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: resolve(entry), formats: ['iife'], name: 'marks' },
      rollupOptions: {},
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}
