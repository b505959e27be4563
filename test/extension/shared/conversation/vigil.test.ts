import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Happening } from '../../../../core/conversation.ts';
import { failure } from '../../../../core/failure.ts';
import { Vigil } from '../../../../entrypoints/shared/conversation/vigil.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // A page hears from it whether it is offline.
  vi.stubGlobal('addEventListener', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const HOUR = 3_600_000;

/** A watch over a conversation whose line is alive, with hours to go. */
function vigil() {
  const told: Happening[] = [];
  const line = new AbortController();
  const limits = { maxLength: 4 * HOUR, silence: HOUR };
  const watch = new Vigil(limits, (happening) => void told.push(happening), line.signal);
  const passes = (seconds: number) => {
    for (let i = 0; i < seconds; i++) {
      watch.lineAlive();
      vi.advanceTimersByTime(1000);
    }
  };
  return { watch, told, passes, line };
}

describe('a budget of minutes', () => {
  const NEAR = { type: 'limit near', limit: 'budget' };
  const OVER = { type: 'failed', failure: failure('budget') };

  it('is announced 15 seconds before it ends the conversation', () => {
    const { watch, told, passes } = vigil();
    watch.budgetLeft(60_000);
    passes(44);
    expect(told).toEqual([]);
    passes(2);
    expect(told).toEqual([NEAR]);
    passes(15);
    expect(told).toEqual([NEAR, OVER]);
  });

  it('is what was heard last', () => {
    const { watch, told, passes } = vigil();
    watch.budgetLeft(20_000);
    watch.budgetLeft(120_000);
    passes(60);
    watch.budgetLeft(86_400_000);
    passes(120);
    expect(told).toEqual([]);
  });

  it('that is used up ends it now', () => {
    const { watch, told } = vigil();
    watch.budgetLeft(0);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([NEAR, OVER]);
  });

  it('is forgotten with the line', () => {
    const { watch, told, line } = vigil();
    watch.budgetLeft(20_000);
    line.abort();
    vi.advanceTimersByTime(30_000);
    expect(told).toEqual([]);
  });
});
