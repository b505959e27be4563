import { expect, test } from 'vitest';
import { type Ran, tableOf } from './support/journey-table.ts';
import type { Journey } from './support/journeys.ts';
import { ranIn } from './support/playwright-report.ts';

const JOURNEYS: Readonly<Record<string, Journey>> = {
  talk: { what: 'a card talks' },
  window: { what: 'the window is closed', none: { chromium: 'it has no window' } },
};

const GOOD: readonly Ran[] = [
  { browser: 'chromium', journeys: ['talk'], hasPassed: true },
  { browser: 'firefox', journeys: ['talk', 'window'], hasPassed: true },
];

test('a journey has a row, and a cell for each browser: passed, or why there is none', () => {
  const { text, faults } = tableOf(JOURNEYS, GOOD);
  expect(text.split('\n')).toEqual([
    'Journey              | Chromium           | Firefox',
    '---------------------|--------------------|--------',
    'a card talks         | passed             | passed',
    'the window is closed | – it has no window | passed',
  ]);
  expect(faults).toEqual([]);
});

test('a journey has failed where one of its tests has', () => {
  const failed = { browser: 'firefox', journeys: ['talk'], hasPassed: false };
  const { text, faults } = tableOf(JOURNEYS, [...GOOD, failed]);
  expect(text).toMatch(/a card talks +\| passed +\| FAILED/);
  expect(faults).toEqual(['a card talks: FAILED (firefox)']);
});

test('a journey without a test, or with one in a browser that has none of it, is at fault', () => {
  const ran = GOOD.map((one) => ({ ...one, journeys: ['window'] }));
  expect(tableOf(JOURNEYS, ran).faults).toEqual([
    'a card talks: NO TEST (chromium)',
    'a card talks: NO TEST (firefox)',
    'the window is closed: TESTED ALL THE SAME (chromium)',
  ]);
});

test('a name that is no journey is at fault', () => {
  const stray = { browser: 'chromium', journeys: ['tlak'], hasPassed: true };
  expect(tableOf(JOURNEYS, [...GOOD, stray]).faults).toEqual(['no journey is called tlak']);
});

test("what ran is read from Playwright's report: its browser, its journeys, and whether it simply passed", () => {
  const spec = (tags: string[], projectName: string, status: string) => ({
    tags,
    tests: [{ projectName, status, results: [] }],
  });
  const report = {
    suites: [
      {
        specs: [spec(['talk'], 'chromium', 'expected')],
        suites: [
          {
            specs: [
              spec(['talk', 'window'], 'firefox', 'flaky'),
              spec(['window'], 'firefox', 'skipped'),
              spec([], 'firefox', 'unexpected'),
            ],
          },
        ],
      },
    ],
  };
  expect(ranIn(report)).toEqual([
    { browser: 'chromium', journeys: ['talk'], hasPassed: true },
    { browser: 'firefox', journeys: ['talk', 'window'], hasPassed: false },
    { browser: 'firefox', journeys: ['window'], hasPassed: false },
    { browser: 'firefox', journeys: [], hasPassed: false },
  ]);
});
