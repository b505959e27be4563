import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLease } from '../../../../entrypoints/shared/conversation/lease-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A lease, with the line that it is for and what was reported: whether it is over. */
function lease() {
  const line = new AbortController();
  const reported: boolean[] = [];
  const start = () =>
    keepLease({ id: 'x', everyMs: 20_000 }, (isOver) => reported.push(isOver), line.signal);
  return { line, reported, start };
}

describe('a lease', () => {
  it('is renewed once the conversation is connected, and then again and again', () => {
    const { reported, start } = lease();
    const connected = start();
    vi.advanceTimersByTime(60_000);
    expect(reported).toEqual([]);
    connected();
    vi.advanceTimersByTime(40_000);
    expect(reported).toEqual([false, false, false]);
  });

  it('is ended with the line, once, and renewed no more', () => {
    const { line, reported, start } = lease();
    start()();
    line.abort();
    vi.advanceTimersByTime(60_000);
    expect(reported).toEqual([false, true]);
  });

  it('is ended where nobody ever connected, or the line was given up before it came', () => {
    const early = lease();
    early.start();
    early.line.abort();
    expect(early.reported).toEqual([true]);
    const late = lease();
    late.line.abort();
    const connected = late.start();
    // The line may be given up in the moment in which it connects.
    connected();
    vi.advanceTimersByTime(60_000);
    expect(late.reported).toEqual([true]);
  });
});
