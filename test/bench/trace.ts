/** Whoever can ask the browser for a part of a trace. */
interface Reader {
  send(method: 'IO.read', which: { handle: string }): Promise<{ data: string; eof: boolean }>;
}

/** An event of Chromium's trace; times in microseconds, `tdur` those in which the thread really ran. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** What a script does shows under these names, one within another. */
const SCRIPT =
  /^(EvaluateScript|v8\.compile|v8\.compileModule|v8\.evaluateModule|FunctionCall|RunMicrotasks|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch)$/;

/** Reads a trace that the browser holds ready. */
export async function readTrace(session: Reader, handle: string): Promise<TraceEvent[]> {
  let text = '';
  for (;;) {
    const { data, eof } = await session.send('IO.read', { handle });
    text += data;
    if (eof) break;
  }
  return JSON.parse(text).traceEvents;
}

/** How long scripts ran on the page's main thread before a mark of its own, in milliseconds. */
export function scriptBefore(events: readonly TraceEvent[], mark: string): number {
  const end = find(events, mark);
  const scripts = onThreadOf(events, end).filter(
    ({ name, ph, ts }) => ph === 'X' && SCRIPT.test(name) && ts < end.ts,
  );
  return sum(outermost(scripts).map((event) => clipped(event, end.ts)));
}

/** How long scripts from certain addresses ran on the page's main thread between two marks of its own, in milliseconds. */
export function scriptFrom(
  events: readonly TraceEvent[],
  isFrom: (url: string) => boolean,
  [from, to]: readonly [string, string],
): { readonly total: number; readonly longest: number } {
  const [start, end] = [find(events, from), find(events, to)];
  const calls = onThreadOf(events, start).filter(
    ({ name, ph, ts, args }) =>
      ['FunctionCall', 'EvaluateScript'].includes(name) &&
      ph === 'X' &&
      ts > start.ts &&
      ts < end.ts &&
      isFrom(args?.data?.url ?? ''),
  );
  const times = outermost(calls).map((call) => clipped(call, Infinity));
  return { total: sum(times), longest: Math.max(0, ...times) };
}

/** How long scripts from certain addresses were compiled, on whatever thread, and run for the first time, in milliseconds. */
export function evaluation(
  events: readonly TraceEvent[],
  isFrom: (url: string) => boolean,
): number {
  const own = events.filter(
    ({ name, ph, args }) =>
      /^(EvaluateScript|v8\.compile|v8\.parseOnBackground)$/.test(name) &&
      ph === 'X' &&
      isFrom(args?.data?.url ?? ''),
  );
  const threads = Map.groupBy(own, ({ tid }) => tid);
  const times = [...threads.values()].flatMap(outermost);
  return sum(times.map((event) => clipped(event, Infinity)));
}

/** How long the page's main thread worked within each frame after a mark, in milliseconds. */
export function frameWork(events: readonly TraceEvent[], mark: string): number[] {
  const start = find(events, mark);
  const own = onThreadOf(events, start).filter(({ ts }) => ts > start.ts);
  const begins = own
    .filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b')
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  const tasks = outermost(own.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask')));
  return begins.slice(0, -1).map((from, i) => {
    const to = begins[i + 1] ?? from;
    return sum(
      tasks.filter(({ ts }) => ts >= from && ts < to).map((task) => clipped(task, Infinity)),
    );
  });
}

function find(events: readonly TraceEvent[], mark: string): TraceEvent {
  const found = events.find(({ name, ph }) => name === mark && ['R', 'I'].includes(ph));
  if (!found) throw new Error(`The trace has no mark "${mark}".`);
  return found;
}

function onThreadOf(events: readonly TraceEvent[], { pid, tid }: TraceEvent): TraceEvent[] {
  return events.filter((event) => event.pid === pid && event.tid === tid);
}

/** Without those that lie within another. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = -Infinity;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

/** The time an event ran, in milliseconds: all of it, or as much as lies before an end. */
function clipped({ ts, dur = 0, tdur = dur }: TraceEvent, end: number): number {
  return Math.min(tdur, Math.max(0, end - ts)) / 1_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
