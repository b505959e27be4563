import { resolve } from 'node:path';
import { bundle } from '../../support/bundle.ts';
import { type UnwatchedBrowser, launchUnwatched } from '../../support/unwatched-browser.ts';
import { setHost } from './host.ts';
import { OURS, pageWith } from './pages.ts';
import { type Approach, openPage } from './person.ts';
import type { Row } from '../table/row.ts';
import { setUp } from './set-up.ts';
import { startWire } from './wire.ts';

/** How often each is measured, one after the other, so that what the machine does meanwhile meets all of them. */
const RUNS = 9;
/** How many addresses may be asked for ahead on one site within a minute; so each run has a site of its own. */
const sites = Array.from({ length: RUNS }, (_, i) => `http://shop-${i}.test`);
const LOCAL = 'http://127.0.0.1';

/** What others need from the click to the connection, and by how much we may need longer than the wire, in milliseconds. */
const OTHERS = {
  wire: '/wire',
  'wire, address in hand': '/wire?early',
  guide: '/guide',
  'SDK, address in hand': '/sdk',
} as const;
const OWN = {
  cold: { isOpen: false, approach: 'at once', wire: 'wire', against: 'guide', more: 90 },
  'host open': { isOpen: true, approach: 'at once', wire: 'wire', against: 'guide', more: 40 },
  pointed: {
    isOpen: false,
    approach: 'pointed',
    wire: 'wire, address in hand',
    against: 'SDK, address in hand',
    more: 25,
  },
  focused: {
    isOpen: false,
    approach: 'focused',
    wire: 'wire, address in hand',
    against: 'SDK, address in hand',
    more: 25,
  },
} as const satisfies Record<string, Own>;

interface Own {
  readonly isOpen: boolean;
  readonly approach: Approach;
  readonly wire: keyof typeof OTHERS;
  readonly against: keyof typeof OTHERS;
  readonly more: number;
}

const WHY =
  'a click goes from the page to the background and on to the host, and the answer the same way back: six messages between processes, of 2 to 8 ms each beside a browser that draws, on two cores. The socket is asked for 15 ms after the click, and the page hears of the connection 15 ms after the host.';

type Times = Map<string, number[]>;

/** How long it takes from the click to the connection. */
export async function startRows(): Promise<Row[]> {
  const bundled = (name: string) => bundle(`test/bench/start/${name}.in-page.ts`).then(pageWith);
  const wirePage = await bundled('wire');
  const pages = {
    '/ours': OURS,
    '/guide': await bundled('guide'),
    '/sdk': await bundled('sdk'),
    '/wire': wirePage,
    '/wire?early': wirePage,
  };
  const wire = await startWire(pages);
  const browser = await launchUnwatched(resolve('.output/chrome-mv3'));
  await setUp(browser, sites, `${LOCAL}:${wire.port}`);
  const times: Times = new Map();
  for (const site of sites) await oneRun(browser, site, wire.port, times);
  await browser.close();
  wire.close();
  return Object.entries(OWN).map(([what, own]) => rowOf(what, own, times));
}

/** Everything that is compared, once. */
async function oneRun(browser: UnwatchedBrowser, site: string, port: number, times: Times) {
  for (const [what, path] of Object.entries(OTHERS)) {
    const page = await openPage(browser, `${LOCAL}:${port}${path}`);
    note(times, what, await page.press('at once'));
    await page.close();
  }
  for (const [what, { isOpen, approach }] of Object.entries(OWN)) {
    await setHost(browser, isOpen);
    await browser.inWorker(() => chrome.storage.session.remove('siteStarts'), null);
    const page = await openPage(browser, `${site}:${port}/ours`);
    note(times, what, await page.press(approach));
    await page.hangUp();
    await page.close();
  }
}

function note(times: Times, what: string, took: number): void {
  times.set(what, [...(times.get(what) ?? []), took]);
}

function rowOf(what: string, { wire, against, more }: Own, times: Times): Row {
  const [ours, theirs, least] = [what, against, wire].map((name) => median(times.get(name)));
  const most = (least ?? NaN) + more;
  const reached = (ours ?? NaN) <= most;
  return {
    what: `click → connected, ${what}, ms`,
    against,
    ours: ours ?? NaN,
    theirs: theirs ?? NaN,
    ratio: (ours ?? NaN) / (theirs ?? NaN),
    toReach: `≤ ${most.toFixed(0)} (${wire} ${least?.toFixed(0)} + ${more})`,
    reached,
    ...(!reached && { why: WHY }),
  };
}

function median(all: readonly number[] = []): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
}
