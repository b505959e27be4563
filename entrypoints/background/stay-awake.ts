import { browser } from 'wxt/browser';

/** Browsers stop a background that has asked nothing for half a minute. */
const EVERY_MS = 20_000;

let until = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the background from being stopped for some time, in milliseconds: what it holds in memory alone would be lost. */
export function stayAwake(ms: number): void {
  until = Math.max(until, Date.now() + ms);
  timer ??= setInterval(() => {
    if (Date.now() < until) void browser.runtime.getPlatformInfo();
    else timer = clear(timer);
  }, EVERY_MS);
}

function clear(running: typeof timer): undefined {
  clearInterval(running);
}
