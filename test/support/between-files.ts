import { afterAll, vi } from 'vitest';

// Loaded before each file of tests. Many files share a process, so that it need not be started for each one: here each
// gets modules of its own, its timers end with it, and a file that leaves anything behind for the next one fails.

vi.resetModules();

// What a background repeats for as long as it lives would else go on in the background of the next file.
const repeated = new Set<ReturnType<typeof setInterval>>();
const { setInterval: begin } = globalThis;
globalThis.setInterval = new Proxy(begin, {
  apply(target, self, args) {
    const timer = Reflect.apply(target, self, args);
    repeated.add(timer);
    return timer;
  },
});

const before = stateOfProcess();

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const timer of repeated) clearInterval(timer);
  const after = stateOfProcess();
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter((name) => !Object.is(before.get(name), after.get(name)));
  globalThis.setInterval = begin;
  if (changed.length > 0) throw new Error(`This file left behind: ${changed.join(', ')}.`);
});

/** What every file of a process shares: globals, environment variables, listeners of the process, the working directory. */
function stateOfProcess(): ReadonlyMap<string, unknown> {
  const globals = Object.entries(Object.getOwnPropertyDescriptors(globalThis))
    // Node replaces some getters by their value when they are first read.
    .map(([name, { value, get }]) => [`globalThis.${name}`, get ? 'lazy' : value] as const)
    .filter(([name]) => !name.startsWith('globalThis.__vitest'));
  const variables = Object.entries(process.env).map(
    ([name, value]) => [`process.env.${name}`, value] as const,
  );
  // Loggers listen for the exit, for as long as the process lives.
  const events = process.eventNames().filter((name) => name !== 'exit');
  const listeners = events.map(
    (name) => [`process.on(${String(name)})`, process.listenerCount(name)] as const,
  );
  return new Map<string, unknown>([
    ...globals,
    ...variables,
    ...listeners,
    ['process.cwd()', process.cwd()],
  ]);
}
