import { browser } from 'wxt/browser';
import type { End } from '../../core/end.ts';
import { failure } from '../../core/failure.ts';
import { HOST_PAGE } from '../shared/host-page.ts';
import { inTurn } from '../shared/in-turn.ts';
import { HOST_LINE } from '../shared/lifeline.ts';
import { kindOf } from '../shared/receive.ts';
import { isMicrophoneGranted } from './granted.ts';
import { questionWindow } from './journal.ts';

/** The one creation under way, so that two clicks at once do not race for it. */
let creating: Promise<void> | null = null;

/** Makes sure that the conversation host, an offscreen document, is there to be spoken to. */
export async function ensureHost(): Promise<void> {
  // One that is on its way is there for the browser before it can hear.
  if (creating) return creating;
  if (await hasHost()) return creating ?? undefined;
  creating ??= browser.offscreen
    .createDocument({
      url: HOST_PAGE,
      reasons: ['USER_MEDIA', 'AUDIO_PLAYBACK'],
      justification: 'Holds the microphone and plays the voice of the agent you are talking to.',
    })
    .finally(() => (creating = null));
  await creating;
}

/** Whether the host is there; asking one that is not would only reject. */
export async function hasHost(): Promise<boolean> {
  const found = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return found.length > 0;
}

/** Has the host come before it is needed. */
export const warmHost = ensureHost;

/** Whether the microphone may be opened; nobody can be asked on the way. */
export const mayHear = isMicrophoneGranted;

/** Tells when the host has crashed: the line breaks that it holds from its first conversation to its end. */
export function watchHost(gone: (because: End) => Promise<void>, _back: () => Promise<void>): void {
  browser.runtime.onConnect.addListener(({ name, sender, onDisconnect }) => {
    if (name !== HOST_LINE || !sender || kindOf(sender) !== 'host') return;
    onDisconnect.addListener(async () => {
      await closeHost();
      await gone({ by: 'failure', failure: failure('host_lost') });
    });
  });
}

/** Closes the host with all that it holds, or what is left of one that crashed. */
export async function closeHost(): Promise<void> {
  // It may be closing by itself, after a minute without a conversation.
  if (await hasHost()) await browser.offscreen.closeDocument().catch(() => {});
}

/**
 * Opens the panel beside a tab; false where the browser refuses. It allows that only in the very task
 * of a click, so this must be called before anything is awaited.
 */
export function openPanel(tabId: number): Promise<boolean> {
  return browser.sidePanel.open({ tabId }).then(
    () => true,
    () => false,
  );
}

/** A page that was taken over may ask again and again: all of it is shown in one window. */
const showing = inTurn();

/** Makes sure that the person sees the question that waits: in the panel, else in a window of its own. */
export function showQuestion(windowId: number | undefined): Promise<void> {
  return showing(() => showIn(windowId));
}

async function showIn(windowId: number | undefined): Promise<void> {
  const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  // A browser without windows gives them no number.
  const isSeen = panels.some((panel) => [windowId, -1].includes(panel.windowId));
  if (isSeen || (await showAgain())) return;
  const url = browser.runtime.getURL('/panel.html?question');
  const opened = await browser.windows.create({ url, type: 'popup', width: 400, height: 560 });
  await questionWindow.setValue(opened?.id ?? null);
}

/** Brings the window that asked before to the front; false where there is none. */
async function showAgain(): Promise<boolean> {
  const id = await questionWindow.getValue();
  if (id === null) return false;
  const shown = browser.windows.update(id, { focused: true });
  return shown.then(
    () => true,
    () => false,
  );
}

/** Tells when the window that asked was closed. */
export function watchQuestion(closed: () => Promise<void>): void {
  browser.windows.onRemoved.addListener(async (id) => {
    if (id !== (await questionWindow.getValue())) return;
    await questionWindow.removeValue();
    await closed();
  });
}

/** Has the browser keep what is stored from content scripts: a page may have taken one over. */
export async function closeStorage(): Promise<void> {
  await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** The tab that shows one of our own pages, if one does. */
export async function findOwnTab(url: string): Promise<number | undefined> {
  const [open] = await browser.runtime.getContexts({ contextTypes: ['TAB'], documentUrls: [url] });
  return open?.tabId;
}
