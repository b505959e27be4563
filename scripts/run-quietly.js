import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How many of the last lines of a failed command are told. */
const TOLD = 10;
/** How often it is shown that a command still runs, in milliseconds. */
const TERMINAL_MS = 1000;
const LOG_MS = 30_000;

/**
 * Runs a command that takes its time, and shows for how long it runs and what it printed last: on a terminal in one
 * line that is written over, elsewhere in a line every 30 seconds.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>} [screen]
 * @returns {Promise<{ ok: boolean, tail: string[] }>} the tail is what it printed last, without npm's own progress
 */
export async function runQuietly(command, args, options, screen = process.stderr) {
  const progress = showProgress([command, ...args].join(' '), screen);
  /** @type {string[]} */
  const lines = [];
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      if (line.trim() === '') return;
      progress.note(line);
      // npm tells of every package, and of every one that wants another Node.js.
      if (!/^npm (http|warn)\b/.test(line)) lines.push(line);
    });
  }
  /** @type {number | null} */
  const code = await new Promise((resolve) => {
    child.on('close', resolve).on('error', ({ message }) => lines.push(message));
  });
  progress.end(code === 0);
  return { ok: code === 0, tail: lines.slice(-TOLD) };
}

/**
 * @param {string} name of the command
 * @param {Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>} screen
 */
function showProgress(name, screen) {
  const start = performance.now();
  let last = '';
  /** @param {string} text */
  const write = (text) => {
    const widest = (screen.columns || 80) - 1;
    screen.write(screen.isTTY ? `\r\u001b[K${text.slice(0, widest)}` : `${text}\n`);
  };
  const seconds = () => `${Math.round((performance.now() - start) / 1000)} s`;
  const show = () => write(`${name}: ${seconds()}  ${last}`.trimEnd());
  show();
  const timer = setInterval(show, screen.isTTY ? TERMINAL_MS : LOG_MS);
  return {
    /** @param {string} line that the command printed */
    note(line) {
      last = line.replace(/^npm http fetch GET /, '');
      if (screen.isTTY) show();
    },
    /** @param {boolean} isDone */
    end(isDone) {
      clearInterval(timer);
      write(`${name}: ${isDone ? 'done' : 'failed'} after ${seconds()}`);
      if (screen.isTTY) screen.write('\n');
    },
  };
}
