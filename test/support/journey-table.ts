import { BROWSERS, type BrowserName, type Journey } from './journeys.ts';
import { tableText } from './table-text.ts';

/** A test that has run. */
export interface Ran {
  readonly browser: string;
  /** The journeys it takes. */
  readonly journeys: readonly string[];
  readonly hasPassed: boolean;
}

/** The table of journeys, and what is wrong with it. */
export interface JourneyTable {
  readonly text: string;
  /** Empty where each journey has passed, in each browser that has it. */
  readonly faults: readonly string[];
}

type Journeys = Readonly<Record<string, Journey>>;

const HEAD = ['Journey', 'Chromium', 'Firefox'];

/** Compares what the browsers' tests have come to, journey by journey. */
export function tableOf(journeys: Journeys, ran: readonly Ran[]): JourneyTable {
  const rows = Object.entries(journeys).map(([id, journey]) => [
    journey.what,
    ...BROWSERS.map((browser) => cell(id, journey, browser, ran)),
  ]);
  const known = new Set(Object.keys(journeys));
  const unknown = new Set(ran.flatMap((test) => test.journeys).filter((id) => !known.has(id)));
  const wrong = rows.flatMap(([what, ...cells]) =>
    cells.flatMap((text, i) => (isGood(text) ? [] : [`${what}: ${text} (${BROWSERS[i]})`])),
  );
  return {
    text: tableText(HEAD, rows),
    faults: [...wrong, ...[...unknown].map((id) => `no journey is called ${id}`)],
  };
}

function cell(id: string, { none }: Journey, browser: BrowserName, ran: readonly Ran[]): string {
  const tests = ran.filter((test) => test.browser === browser && test.journeys.includes(id));
  const reason = none?.[browser];
  if (reason !== undefined) return tests.length === 0 ? `– ${reason}` : 'TESTED ALL THE SAME';
  if (tests.length === 0) return 'NO TEST';
  return tests.every(({ hasPassed }) => hasPassed) ? 'passed' : 'FAILED';
}

function isGood(text: string): boolean {
  return text === 'passed' || text.startsWith('– ');
}
