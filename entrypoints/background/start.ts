import { type Summary, isLive } from '../../core/conversation.ts';
import { failure } from '../../core/failure.ts';
import type { Line } from '../../core/line.ts';
import { allowsAgent } from '../../core/policy.ts';
import type { Sound } from '../../core/messages.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import type { Site } from '../../core/site.ts';
import type { Wish } from '../../core/wish.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadPolicy } from '../shared/policy-store.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { isMicrophoneGranted } from './granted.ts';
import { lastConversation, lastWish, unfinishedStart } from './journal.ts';
import { fetchAtClick, forgetKept, isKept } from './kept-line.ts';
import { reportLease } from './lease.ts';
import { mintFor } from './mint.ts';
import { ensureHost } from './this-browser.ts';

/** How long a host may take to come to be, in milliseconds. */
const UNFINISHED_MS = 30_000;

/** Starts that have not reached the host yet, by tab, so that they can still be given up. */
const starting = new Map<number, AbortController>();

/** How many starts are under way: of several at once, one will have its address. */
let underWay = 0;

/** The start that the host took last. Until it is written down, that is no later than a message, it is live all the same. */
let taken: string | null = null;

/** Starts a conversation of which the person has made sure that it may start. */
export async function startWish(wish: Wish, replace: boolean): Promise<Result> {
  // What is to be replaced still occupies its place at the backend.
  const isAlone = underWay === 0 && !replace;
  underWay++;
  return begin(wish, replace, isAlone).finally(() => underWay--);
}

async function begin(wish: Wish, replace: boolean, isAlone: boolean): Promise<Result> {
  const givenUp = new AbortController();
  starting.set(wish.tabId, givenUp);
  const [settings, policy, conversation] = await Promise.all([
    loadSettings(),
    loadPolicy(),
    lastConversation.getValue(),
  ]);
  if (!allowsAgent(policy, wish.agentId)) return failed(failure('agent_forbidden'));
  const isFree = isAlone && isOver(conversation);
  const [line] = await Promise.all([
    isFree ? lineFor(wish, settings) : null,
    unfinishedStart.setValue({ wish, replace, at: Date.now() }),
    ensureHost(),
  ]);
  const isGivenUp = givenUp.signal.aborted;
  // The host asks for these later than they are written.
  const noted = Promise.all([unfinishedStart.removeValue(), !isGivenUp && lastWish.setValue(wish)]);
  const result = isGivenUp ? good(null) : await order(wish, replace, line, settings);
  await noted;
  if (isFree && (isGivenUp || !result.ok)) void giveBack(line);
  return result;
}

/** Whether the conversation that was written down last is over, and the host has taken no other since. */
function isOver(last: Summary | null): boolean {
  return (taken === null || taken === last?.id) && !isLive(last);
}

async function giveBack(line: Line | null): Promise<void> {
  await forgetKept();
  const { lease } = line ?? {};
  if (lease) await reportLease({ leaseId: lease.id, conversation: null, isOver: true });
}

/** Where to, if that is known; else has it be asked while the host comes to be. Only where the microphone is sure to open. */
async function lineFor({ agentId, site, mode }: Wish, settings: Settings): Promise<Line | null> {
  const isHeard = mode === 'text' || (await isMicrophoneGranted());
  if (!isHeard) return null;
  const wanted = { backendUrl: settings.backendUrl, agentId, site };
  if (!isKept(wanted)) {
    fetchAtClick(wanted);
    return null;
  }
  const line = await mintFor(agentId, site, settings);
  return line.ok ? line.value : null;
}

async function order(
  wish: Wish,
  replace: boolean,
  line: Line | null,
  settings: Settings,
): Promise<Result> {
  const id = crypto.randomUUID();
  const answer = sendMessage('start', {
    ...wish,
    id,
    replace,
    ...(line && { line }),
    limits: {
      maxLength: 1000 * settings.maxLengthSeconds,
      silence: 1000 * settings.silenceSeconds,
    },
    sound: soundFor(wish.site, settings),
  });
  // A window may be closed before it could answer.
  const result = await answer.catch(() => failed(failure('host_lost')));
  if (result.ok) taken = id;
  return result;
}

/** Starts the last conversation anew, by voice or in writing. */
export async function startAgain(mode: Wish['mode']): Promise<Result> {
  const wish = await lastWish.getValue();
  if (wish === null) return failed(failure('not_running'));
  const { text: _said, ...rest } = wish;
  return startWish({ ...rest, mode }, false);
}

/** Takes up a start in the middle of which the background was put to sleep, now that its host is there. */
export async function takeUpStart(): Promise<void> {
  const unfinished = await unfinishedStart.getValue();
  await unfinishedStart.removeValue();
  if (unfinished === null || Date.now() - unfinished.at > UNFINISHED_MS) return;
  await startWish(unfinished.wish, unfinished.replace);
}

/** Gives up a start that has not reached the host. */
export async function giveUpStart(tabId: number): Promise<void> {
  starting.get(tabId)?.abort();
  const unfinished = await unfinishedStart.getValue();
  if (unfinished?.wish.tabId === tabId) await unfinishedStart.removeValue();
}

/** What was chosen on this site, else what was chosen for all. */
function soundFor(site: Site | null, settings: Settings): Sound {
  const { volume, inputDeviceId, outputDeviceId, siteDevices } = settings;
  const own = site === null ? undefined : siteDevices[site];
  return {
    volume,
    inputDeviceId: own?.inputDeviceId ?? inputDeviceId,
    outputDeviceId: own?.outputDeviceId ?? outputDeviceId,
  };
}
