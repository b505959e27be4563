import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Progress } from '../../../scripts/test/progress.js';
import { slowest, stepTable } from '../../../scripts/test/table.js';

/** A screen that remembers what was written on it. */
function screen(isTTY: boolean) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let text = '';
  const write = (more: string) => Boolean((text += more));
  return { shown: { isTTY, columns: 60, write } as const, text: () => text };
}

const passed = { test: 'a', ms: 1, hasFailed: false };

describe('how far a run is', () => {
  test('is said in a log every ten seconds at most, when there is news', () => {
    const { shown, text } = screen(false);
    const progress = new Progress(3, shown);
    const unit = progress.begin('unit');
    unit.hear({ more: 20 });
    unit.hear(passed);
    expect(text()).toBe('');
    vi.advanceTimersByTime(75_000);
    expect(text()).toBe('');
    unit.hear({ ...passed, hasFailed: true });
    unit.hear(passed);
    expect(text()).toBe('step 1 of 3: unit 2 of 20 tests, 1 failed (1:15)\n');
  });

  test('is shown on a terminal in one line, of all steps that run, until they end', () => {
    const { shown, text } = screen(true);
    const progress = new Progress(3, shown);
    const lint = progress.begin('lint');
    progress.begin('types').hear({ more: 2 });
    vi.advanceTimersByTime(1_000);
    expect(text()).toBe('\r\u001b[Kstep 2 of 3: lint, types 0 of 2 tests (0:01)');
    lint.end();
    progress.print('passed  lint');
    progress.end();
    const whole = text();
    expect(whole.endsWith('\r\u001b[Kpassed  lint\n\r\u001b[K')).toBe(true);
    vi.advanceTimersByTime(5_000);
    expect(text()).toBe(whole);
  });
});

describe('what has come of a run', () => {
  const ROWS = [
    { title: 'lint', passed: 1, failed: 0, seconds: 9.96, cpu: 19 },
    { title: 'unit', passed: 40, failed: 2, seconds: 61, cpu: 80.5 },
  ];

  test('is a table of its steps', () => {
    expect(stepTable(ROWS, 65).split('\n')).toEqual([
      'step              tests  failed  seconds  CPU s',
      'lint                  1             10.0   19.0',
      'unit                 42       2     61.0   80.5',
      'all, in 1:05 min     43       2     65.0   99.5',
    ]);
  });

  test('says nothing of CPU time where the system does not', () => {
    const rows = ROWS.map((row) => ({ ...row, cpu: null }));
    expect(stepTable(rows, 65)).toMatch(/^step +tests +failed +seconds\nlint/);
  });

  test('names the ten slowest tests', () => {
    const tests = Array.from({ length: 12 }, (_, i) => ({ ...passed, test: `t${i}`, ms: 100 * i }));
    const lines = slowest(tests).split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('   1.1 s  t11');
  });
});
