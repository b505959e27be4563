import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../../core/failure.ts';
import type { LeaseReport } from '../../../../core/line.ts';
import { type Result, failed, good } from '../../../../core/result.ts';
import { keepLease } from '../../../../entrypoints/shared/conversation/lease-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A lease of a backend that answers this. */
function lease(answer: Result<number | null> = good(null)) {
  const line = new AbortController();
  const report = vi.fn(async (_report: LeaseReport) => answer);
  const listeners = {
    conversation: vi.fn(() => 'conv_1'),
    budgetLeft: vi.fn<(ms: number | null) => void>(),
    refused: vi.fn(),
  };
  const start = () => keepLease({ id: 'x', everyMs: 20_000 }, report, listeners, line.signal);
  return { line, report, listeners, start };
}

const ON = { leaseId: 'x', conversation: 'conv_1', isOver: false };
const OVER = { ...ON, isOver: true };

describe('a lease', () => {
  it('is renewed once the conversation is connected, and then again and again', async () => {
    const { report, listeners, start } = lease(good(70));
    const connected = start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(report).not.toHaveBeenCalled();
    connected();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(report.mock.calls).toEqual([[ON], [ON], [ON]]);
    expect(listeners.budgetLeft.mock.calls).toEqual([[70_000], [70_000], [70_000]]);
  });

  it('is ended with the line, once, and renewed no more', async () => {
    const { line, report, start } = lease();
    start()();
    await vi.advanceTimersByTimeAsync(0);
    line.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(report.mock.calls).toEqual([[ON], [OVER]]);
  });

  it('is ended where nobody ever connected, or the line was given up before it came', () => {
    const early = lease();
    early.start();
    early.line.abort();
    expect(early.report.mock.calls).toEqual([[OVER]]);
    const late = lease();
    late.line.abort();
    late.start();
    expect(late.report.mock.calls).toEqual([[OVER]]);
  });

  it('whose token is good no more ends the conversation', async () => {
    const { listeners, start } = lease(failed(failure('token_invalid')));
    start()();
    await vi.advanceTimersByTimeAsync(0);
    expect(listeners.refused).toHaveBeenCalledExactlyOnceWith(failure('token_invalid'));
  });

  it('outlives a backend that is away for a while', async () => {
    const { report, listeners, start } = lease(failed(failure('backend_unreachable')));
    report.mockRejectedValueOnce(new Error('the background is asleep'));
    start()();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(report).toHaveBeenCalledTimes(3);
    expect(listeners.refused).not.toHaveBeenCalled();
    expect(listeners.budgetLeft).not.toHaveBeenCalled();
  });
});
