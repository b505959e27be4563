import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Rounds } from '../../../../entrypoints/shared/page/rounds.ts';

/** Rounds of work that takes so long each, and how many there were. */
function rounds(took: number) {
  const stop = new AbortController();
  const round = vi.fn(() => new Promise<number>((done) => setTimeout(() => done(took), took)));
  const all = new Rounds({ round, rest: 10, least: 50, signal: stop.signal });
  return { all, round, stop };
}

describe('work that is wanted again and again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('begins at once, and rests ten times as long as it took', async () => {
    const { all, round } = rounds(20);
    all.want();
    expect(round).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 5; i++) all.want();
    await vi.advanceTimersByTimeAsync(20 + 199);
    expect(round).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(round).toHaveBeenCalledTimes(2);
  });

  it('rests for a while however short it was, and is not done unless it is wanted', async () => {
    const { all, round } = rounds(0);
    all.want();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(round).toHaveBeenCalledTimes(1);
    all.want();
    all.want();
    await vi.advanceTimersByTimeAsync(49);
    expect(round).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(round).toHaveBeenCalledTimes(3);
  });

  it('is never done twice at once, and needs no rest where it is wanted now', async () => {
    const { all, round } = rounds(20);
    all.want();
    all.wantNow();
    expect(round).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(20);
    all.wantNow();
    expect(round).toHaveBeenCalledTimes(2);
  });

  it('ends with its signal', async () => {
    const { all, round, stop } = rounds(20);
    all.want();
    all.want();
    stop.abort();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(round).toHaveBeenCalledTimes(1);
  });
});
