import { failure } from '../../core/failure.ts';
import { allowsAgent } from '../../core/policy.ts';
import type { Sound } from '../../core/messages.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import type { Site } from '../../core/site.ts';
import type { Wish } from '../../core/wish.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadPolicy } from '../shared/policy-store.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { lastWish, unfinishedStart } from './journal.ts';
import { ensureHost } from './this-browser.ts';

/** How long a host may take to come to be, in milliseconds. */
const UNFINISHED_MS = 30_000;

/** Starts that have not reached the host yet, by tab, so that they can still be given up. */
const starting = new Map<number, AbortController>();

/** Starts a conversation of which the person has made sure that it may start. */
export async function startWish(wish: Wish, replace: boolean): Promise<Result> {
  const givenUp = new AbortController();
  starting.set(wish.tabId, givenUp);
  const [settings, policy] = await Promise.all([loadSettings(), loadPolicy()]);
  if (!allowsAgent(policy, wish.agentId)) return failed(failure('agent_forbidden'));
  await Promise.all([unfinishedStart.setValue({ wish, replace, at: Date.now() }), ensureHost()]);
  const isGivenUp = givenUp.signal.aborted;
  await Promise.all([unfinishedStart.removeValue(), !isGivenUp && lastWish.setValue(wish)]);
  if (isGivenUp) return good(null);
  const answer = sendMessage('start', {
    ...wish,
    id: crypto.randomUUID(),
    replace,
    limits: {
      maxLength: 1000 * settings.maxLengthSeconds,
      silence: 1000 * settings.silenceSeconds,
    },
    sound: soundFor(wish.site, settings),
  });
  // A window may be closed before it could answer.
  return answer.catch(() => failed(failure('host_lost')));
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
