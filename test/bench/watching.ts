import { BASELINE } from './page/pages.ts';
import { type Row, alone, median, row } from './table/row.ts';
import { evaluation, scriptFrom } from './trace.ts';
import { CASES, type Case, script } from './watching/cases.ts';
import { GUIDE } from './watching/guide.ts';
import { tracedBrowser } from './watching/traced-browser.ts';

/**
 * What it costs to watch a page that changes, of our scripts as shipped, the guide's, and the least that
 * anybody pays who looks for cards: an observer that sets a flag, and one query per frame. Alone, it can be
 * told which cases to measure: `npm run bench:watching -- b c`.
 */

const RUNS = 3;
/** How much of the guide's time ours may take, where that is said. */
const OF_GUIDE: Readonly<Record<string, number>> = { b: 1 / 400, c: 1 / 30 };
const OF_BASELINE = 1.3;
const ROOTS =
  'what looks for shadow roots goes over all elements of the page, in slices while it is idle, once more a few seconds after it has loaded: a root that was attached meanwhile shows by no change.';
/** What is known to stand in the way, beside the guide's script and beside the query. */
const WHY: Readonly<Record<string, { readonly guide?: string; readonly query?: string }>> = {
  a: {
    query: `${ROOTS} That is about 10 ms; the rest is what finds cards, which looks at ten changes a frame.`,
  },
  b: {
    guide:
      'a script that does nothing in each of these frames measures about 14 ms already, for each call costs some 70 µs in the trace; the search for shadow roots takes another 12 ms.',
  },
  c: {
    guide:
      'whoever asks for the cards once in a frame takes almost half as long as the guide here. Each call costs some 70 µs in the trace, and there are two in each of 1,000 frames.',
  },
  d: { query: ROOTS },
  e: { query: `${ROOTS} Here it is compiled meanwhile, too.` },
};

const SUBJECTS = ['ours', 'baseline', 'guide'] as const;

await alone(import.meta.url, () => watchingRows(process.argv.slice(2)));

/** Page cost in each case, or in some, and on a site where voice is not enabled. */
export async function watchingRows(wanted: readonly string[] = []): Promise<Row[]> {
  const browser = await tracedBrowser({ ...routes(), '/guide.js': { body: GUIDE } });
  const rows: Row[] = [];
  let elsewhere = 0;
  for (const [name, { what }] of Object.entries(CASES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const times: Record<(typeof SUBJECTS)[number], number[]> = {
      ours: [],
      baseline: [],
      guide: [],
    };
    for (let i = 0; i < RUNS * SUBJECTS.length; i++) {
      const subject = SUBJECTS[i % SUBJECTS.length] ?? 'ours';
      const { time, ourTime } = await run(browser, name, subject);
      times[subject].push(time);
      if (subject !== 'ours') elsewhere += ourTime;
    }
    rows.push(...rowsOf(name, what, [times.ours, times.baseline, times.guide]));
  }
  await browser.close();
  const nothing = 'page cost on sites that are not enabled, ms';
  return [...rows, row(nothing, '–', [elsewhere, null], { most: 0 })];
}

type Browser = Awaited<ReturnType<typeof tracedBrowser>>;

async function run(browser: Browser, name: string, subject: (typeof SUBJECTS)[number]) {
  const path = subject === 'guide' ? `/${name}-guide` : `/${name}`;
  const injected = { source: BASELINE, worldName: 'baseline' };
  const isOurs = subject === 'ours';
  const events = await browser.trace(path, isOurs, subject === 'baseline' ? injected : undefined);
  const isFrom = {
    ours: browser.isOurs,
    baseline: (url: string) => url.endsWith('baseline.js'),
    guide: (url: string) => url.endsWith('/guide.js'),
  }[subject];
  const { total } = scriptFrom(events, isFrom, ['begins', 'ends']);
  const ours = scriptFrom(events, browser.isOurs, ['begins', 'ends']).total;
  return { time: total, ourTime: ours + evaluation(events, browser.isOurs) };
}

function rowsOf(
  name: string,
  what: string,
  times: readonly [ours: number[], baseline: number[], guide: number[]],
): Row[] {
  const [ours, baseline, guide] = [median(times[0]), median(times[1]), median(times[2])];
  const cost = `page cost ${name}, ms: ${what}`;
  const part = OF_GUIDE[name];
  const why = WHY[name];
  return [
    row(
      cost,
      'the guide’s script',
      [ours, guide],
      part === undefined ? {} : { times: part },
      why?.guide,
    ),
    row(cost, 'flag and query', [ours, baseline], { times: OF_BASELINE }, why?.query),
  ];
}

function routes(): Record<string, { body: string }> {
  const pages = Object.entries(CASES).flatMap(([name, one]) => [
    [`/${name}`, { body: html(one, '') }] as const,
    [
      `/${name}-guide`,
      { body: html(one, '<script type="module" src="/guide.js"></script>') },
    ] as const,
  ]);
  return Object.fromEntries(pages);
}

function html(one: Case, more: string): string {
  return `<!doctype html><html lang="en"><title>Case</title>${one.body()}${more}<script>${script(one)}</script>`;
}
