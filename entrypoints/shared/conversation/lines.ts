import { isLive } from '../../../core/conversation.ts';
import { LEVEL_LINE, VIEW_LINE } from '../../../core/feed.ts';
import { PAGE_LINE } from '../lifeline.ts';
import { kindOf } from '../receive.ts';
import type { Host } from './host.ts';

type Port = chrome.runtime.Port;

/** How often a panel is told of the sound, and a card of its level, in milliseconds. */
const VITALS_MS = 50;
const LEVEL_MS = 125;

/** What a line is for, by its name, and who may hold it. */
const LINES = {
  [VIEW_LINE]: { from: 'page', serve: view },
  [LEVEL_LINE]: { from: 'content', serve: level },
  [PAGE_LINE]: { from: 'content', serve: accompany },
} as const;

/**
 * Serves the lines that lead to the host: the extension's pages watch the whole conversation, a card
 * follows its level, and the page in which it runs is noticed when it goes.
 */
export function serveLines(host: Host, pageGone: (tabId: number) => void): void {
  chrome.runtime.onConnect.addListener((port) => {
    const line = Object.entries(LINES).find(([name]) => name === port.name)?.[1];
    if (!line || !port.sender || kindOf(port.sender) !== line.from) return;
    const end = new AbortController();
    port.onDisconnect.addListener(() => end.abort());
    line.serve(host, port, end.signal, pageGone);
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

/** Waits for the page to go, perhaps by a crash that no other event tells of. */
function accompany(
  _host: Host,
  { sender }: Port,
  signal: AbortSignal,
  pageGone: (tabId: number) => void,
): void {
  const tabId = sender?.tab?.id;
  if (tabId !== undefined) signal.addEventListener('abort', () => pageGone(tabId));
}

function every(ms: number, signal: AbortSignal, act: () => void): void {
  const timer = setInterval(act, ms);
  signal.addEventListener('abort', () => clearInterval(timer));
}
