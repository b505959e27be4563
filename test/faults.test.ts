import { expect, test } from 'vitest';
import { faultTable, rowsInBrowser, rowsInNode } from './support/fault-table.ts';

const CUT = { done: 'the line is cut', saw: 'Lost.', offAfterMs: 7, held: 'all nine' };
const CLOSED = { done: 'the tab is closed', saw: 'Closed.', offAfterMs: 80, held: 'I1 2' };

test('rows are read from both runners, the last try of a test alone, and printed with where they were seen', () => {
  const inNode = rowsInNode({
    testResults: [{ assertionResults: [{ meta: {} }, { meta: { faults: [CUT] } }] }],
  });
  const noted = (row: object) => ({
    annotations: [{ type: 'slow' }, { type: 'fault', description: JSON.stringify(row) }],
  });
  const chromium = { projectName: 'chromium', status: 'expected' };
  const inBrowser = rowsInBrowser({
    suites: [
      {
        specs: [],
        suites: [
          {
            specs: [
              { tags: [], tests: [{ ...chromium, results: [noted(CUT), noted(CLOSED)] }] },
              { tags: [], tests: [{ ...chromium, results: [] }] },
            ],
          },
        ],
      },
    ],
  });
  expect(faultTable([...inNode, ...inBrowser]).split('\n')).toEqual([
    'What was done     | What the person saw | Microphone off after | Held     | Where',
    '------------------|---------------------|----------------------|----------|---------',
    'the line is cut   | Lost.               | 7 ms                 | all nine | Node',
    'the tab is closed | Closed.             | 80 ms                | I1 2     | chromium',
  ]);
});
