import { isLive } from '../../../core/conversation.ts';
import { LEVEL_LINE, VIEW_LINE } from '../../../core/feed.ts';
import { kindOf } from '../receive.ts';
import type { Host } from './host.ts';

type Port = chrome.runtime.Port;

/** How often a panel is told of the sound, and a card of its level, in milliseconds. */
const VITALS_MS = 50;
const LEVEL_MS = 125;

/** Lets the extension's pages watch the whole conversation, and a card the level of its own. */
export function serveFeed(host: Host): void {
  chrome.runtime.onConnect.addListener((port) => {
    const kind = port.sender && kindOf(port.sender);
    const end = new AbortController();
    port.onDisconnect.addListener(() => end.abort());
    if (port.name === VIEW_LINE && kind === 'page') view(host, port, end.signal);
    else if (port.name === LEVEL_LINE && kind === 'content') level(host, port, end.signal);
    // Lines to the background pass by here too: it alone is to notice when they break.
    else port.disconnect();
  });
}

function view(host: Host, port: Port, signal: AbortSignal): void {
  let wanted = false;
  port.onMessage.addListener((message: unknown) => {
    wanted =
      typeof message === 'object' && message !== null && Reflect.get(message, 'vitals') === true;
  });
  host.watch((change) => port.postMessage(change), signal);
  every(VITALS_MS, signal, () => {
    const vitals = wanted ? host.vitals() : null;
    if (vitals) port.postMessage(vitals);
  });
}

/** One number for whoever speaks, from 0 to 1; only for the place where the conversation was started. */
function level(host: Host, port: Port, signal: AbortSignal): void {
  const { tab, frameId } = port.sender ?? {};
  every(LEVEL_MS, signal, () => {
    const state = host.look();
    const isIts = isLive(state) && state.tabId === tab?.id && state.frameId === frameId;
    const vitals = isIts ? host.vitals() : null;
    if (vitals) port.postMessage(Math.max(...vitals.input, ...vitals.output) / 255);
  });
}

function every(ms: number, signal: AbortSignal, act: () => void): void {
  const timer = setInterval(act, ms);
  signal.addEventListener('abort', () => clearInterval(timer));
}
