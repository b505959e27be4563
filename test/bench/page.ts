import { resolve } from 'node:path';
import type { Page } from 'playwright';
import type { Mark } from '../../core/mark.ts';
import { launchBrowser } from '../../scripts/browser.js';
import { configure } from '../../scripts/configure.js';
import { serveDemoPages } from '../../scripts/demo-pages.js';
import { aMark } from '../support/marks.ts';
import { anchorOf, storeMarks } from '../support/stored-marks.ts';
import { type TraceEvent, readTrace, scriptFrom } from './trace.ts';
import { BASELINE, churn, largePage, pageWithRoots } from './page/pages.ts';

/**
 * What our scripts cost a page of 50,000 elements that changes in every frame, in a real browser, beside
 * the least that anybody pays who looks for cards there: an observer that sets a flag, and one query per
 * frame. Both run on the same frames of the same page, each in a world of its own.
 */

const MARKS = 50;
const MOST_TIMES = 1.5;
const MOST_SLICE_MS = 5;
const FRAMES = 400;
const RUNS = 3;
const SITE = 'http://127.0.0.1';

const browser = await launchBrowser({ extensionDir: resolve('.output/chrome-mv3') });
const pages = await serveDemoPages({
  '/large': { body: largePage() },
  '/roots': { body: pageWithRoots() },
});
await configure(browser, { backendUrl: 'http://127.0.0.1:9', sites: [SITE] });
for (const page of browser.context.pages().slice(1)) await page.close();
const extension = `chrome-extension://${browser.extensionId}/`;

/** The scripts whose cost counts; what looks for shadow roots has a row of its own. */
const OURS = ['content.js', 'face.js', 'marks.js'];
const isOurs = (url: string) => OURS.some((name) => url === extension + name);
const isRoots = (url: string) => url === `${extension}roots.js`;
const isMarks = (url: string) => url === `${extension}marks.js`;
const isBaseline = (url: string) => url.endsWith('baseline.js');

const without = await timesOverBaseline('finder without marks');
const ofRoots = await finding('finding roots, open and closed', '/roots', isRoots);
await storeMarks(browser, await takeMarks());
const withMarks = await timesOverBaseline(`with ${MARKS} marks`);
const ofMarks = await finding(`finding ${MARKS} marks`, '/large', isMarks);
pages.close();
await browser.close();

const isOver = Math.max(without, withMarks) > MOST_TIMES;
if (isOver || Math.max(ofRoots, ofMarks) > MOST_SLICE_MS) process.exitCode = 1;

/** How many times what the baseline takes is taken by us, in the median of some runs. */
async function timesOverBaseline(what: string): Promise<number> {
  const runs: { ours: number; base: number; roots: number }[] = [];
  for (let i = 0; i < RUNS; i++) {
    const events = await traced(async (page) => {
      await page.goto(`${pages.origin}/large`);
      await settle(page);
      await page.evaluate(churn, FRAMES);
    });
    const total = (isFrom: (url: string) => boolean) =>
      scriptFrom(events, isFrom, ['churn', 'churned']).total;
    runs.push({ ours: total(isOurs), base: total(isBaseline), roots: total(isRoots) });
  }
  const middle = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
  const times = middle(({ ours, base }) => ours / base);
  print(
    `${what}, ${FRAMES} frames`,
    middle(({ ours }) => ours),
    [
      `baseline ${inMs(middle(({ base }) => base))}`,
      `${times.toFixed(2)} times as much (at most ${MOST_TIMES})`,
      `looking for roots meanwhile ${inMs(middle(({ roots }) => roots))}`,
    ],
  );
  return times;
}

/** What it takes to find what there is on a page, in slices while it is idle; gives the longest slice. */
async function finding(what: string, path: string, isFrom: (url: string) => boolean) {
  const events = await traced(async (page) => {
    await page.goto(pages.origin + path);
    await settle(page);
    await page.evaluate(() => performance.mark('settled'));
  });
  const { total, longest } = scriptFrom(events, isFrom, ['begun', 'settled']);
  print(what, total, [`${inMs(longest)} at a time (at most ${MOST_SLICE_MS})`]);
  return longest;
}

/** Waits until everything on a page has been found that there is, and nothing is left to do. */
async function settle(page: Page): Promise<void> {
  const worker = await browser.worker();
  const isSettled = async () => {
    const lost = await worker.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((it) => it.url === url);
      const ask = { id: 0, type: 'markStates', timestamp: Date.now() };
      const answer = await chrome.tabs.sendMessage(tab?.id ?? 0, ask).catch(() => null);
      return answer?.res.filter(({ state }: { state: string }) => state !== 'found').length ?? 0;
    }, page.url());
    return (
      lost === 0 && (await page.evaluate(() => Reflect.get(globalThis, 'isFound')?.() ?? true))
    );
  };
  await pause(1_000);
  while (!(await isSettled())) await pause(200);
  await pause(500);
}

/** Marks on entries all over the large page. */
async function takeMarks(): Promise<Mark[]> {
  const page = await browser.context.newPage();
  await page.goto(`${pages.origin}/large`);
  const entries = await page.$$('article');
  const marks: Mark[] = [];
  for (let i = 0; i < MARKS; i++) {
    const anchor = await anchorOf(page, entries[Math.floor((i * entries.length) / MARKS)] ?? null);
    marks.push(aMark({ id: `mark-${i}`, label: `Mark ${i}`, anchor }));
  }
  await page.close();
  return marks;
}

async function traced(work: (page: Page) => Promise<void>): Promise<TraceEvent[]> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: BASELINE,
    worldName: 'baseline',
  });
  const done = new Promise<string>((ready) => {
    session.on('Tracing.tracingComplete', ({ stream }) => ready(stream ?? ''));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['blink.user_timing', 'devtools.timeline'] },
  });
  await work(page);
  await session.send('Tracing.end');
  const events = await readTrace(session, await done);
  await page.close();
  return events;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function print(what: string, milliseconds: number, rest: readonly string[]): void {
  process.stdout.write(`${[`${what}: ${inMs(milliseconds)}`, ...rest].join(' · ')}\n`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
