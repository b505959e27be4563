import { setImmediate as later } from 'node:timers/promises';
import { vi } from 'vitest';

/** Timers of at least this length are held until the clock is set ahead, in milliseconds; shorter ones are real. */
const HELD_MS = 100;

const held = new Set<Held>();
/** By how much the clock was set ahead so far, and what was added to dates alone, in milliseconds. */
let passed = 0;
let moved = 0;

/** A timer that is held; Node's own code asks it what Node's timers can be asked. */
class Held {
  readonly act: () => void;
  readonly ms: number;
  readonly isRepeated: boolean;
  due = 0;

  constructor(act: () => void, ms: number, isRepeated: boolean) {
    this.act = act;
    this.ms = ms;
    this.isRepeated = isRepeated;
    this.refresh();
  }

  refresh(): this {
    this.due = passed + this.ms;
    held.add(this);
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** The real time, in milliseconds since some moment, for measuring alone. */
export const realNow = performance.now.bind(performance);

type SetTimer = (act: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => unknown;

/**
 * Holds this process's deadlines, so that none goes off before a test says so, however busy the
 * computer is, and none is waited for. Sockets are not affected: Node has timers of its own for them.
 */
export function holdDeadlines(): void {
  vi.stubGlobal('setTimeout', holding(setTimeout, false));
  vi.stubGlobal('setInterval', holding(setInterval, true));
  vi.stubGlobal('clearTimeout', letting(clearTimeout));
  vi.stubGlobal('clearInterval', letting(clearInterval));
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + passed + moved);
  vi.spyOn(performance, 'now').mockImplementation(() => realNow() + passed);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const deadline = new AbortController();
    const late = new DOMException('The operation timed out.', 'TimeoutError');
    setTimeout(() => deadline.abort(late), ms);
    return deadline.signal;
  });
}

function holding(real: SetTimer, isRepeated: boolean): SetTimer {
  return (act, ms = 0, ...given) => {
    if (ms < HELD_MS) return real(act, ms, ...given);
    return new Held(() => act(...given), ms, isRepeated);
  };
}

function letting(real: typeof clearTimeout) {
  return (timer: Held | Parameters<typeof clearTimeout>[0]) => {
    if (timer instanceof Held) held.delete(timer);
    else real(timer);
  };
}

/** Sets the clock ahead by so many milliseconds; what is due by then goes off, in order. */
export async function passes(ms: number): Promise<void> {
  const until = passed + ms;
  for (let next = first(until); next; next = first(until)) {
    passed = next.due;
    if (next.isRepeated) next.refresh();
    else held.delete(next);
    next.act();
    await later();
  }
  passed = until;
}

function first(until: number): Held | undefined {
  const [next] = [...held].toSorted((one, other) => one.due - other.due);
  return next && next.due <= until ? next : undefined;
}

/** Sets dates ahead or back, in milliseconds, as a person or a time server does; no timer goes off by it. */
export function moveDate(ahead: number): void {
  moved += ahead;
}
