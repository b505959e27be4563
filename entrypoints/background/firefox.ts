import { browser } from 'wxt/browser';
import type { End } from '../../core/end.ts';
import { failure } from '../../core/failure.ts';
import { openAt } from '../../core/window-place.ts';
import { HOST_PAGE } from '../shared/host-page.ts';
import { receive } from './receive.ts';
import { lastPlace } from '../shared/window-place.ts';
import { hostWindow } from './journal.ts';

/** The one opening under way, so that two clicks at once do not open two windows. */
let opening: Promise<void> | null = null;
let ready = Promise.withResolvers<void>();

/** Makes sure that the conversation host, a small window, is there to be spoken to, and in front. */
export async function ensureHost(): Promise<void> {
  const open = await hostWindow.getValue();
  if (open !== null && opening === null) {
    await browser.windows.update(open, { focused: true });
    return;
  }
  opening ??= openWindow().finally(() => (opening = null));
  await opening;
}

/** Whether the host is there; asking one that is not would only reject. */
export async function hasHost(): Promise<boolean> {
  return (await hostWindow.getValue()) !== null;
}

/** A window must not open before a person has clicked. */
export async function warmHost(): Promise<void> {}

/** Whether the microphone may be opened, if need be after the window has asked. */
export async function mayHear(): Promise<boolean> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  return state !== 'denied';
}

/**
 * Tells when the host is gone and whatever it held with it: its window was closed, or has loaded anew.
 * @param back called when it is there and nobody of ours waits for it any more: we were put to sleep meanwhile
 */
export function watchHost(gone: (because: End) => Promise<void>, back: () => Promise<void>): void {
  receive('ready', async (_, { tab }) => {
    await hostWindow.setValue(tab?.windowId ?? null);
    await gone({ by: 'user' });
    if (opening === null) await back();
    else ready.resolve();
  });
  browser.windows.onRemoved.addListener(async (id) => {
    if (id !== (await hostWindow.getValue())) return;
    await hostWindow.removeValue();
    await gone({ by: 'failure', failure: failure('window_closed') });
    ready.resolve();
  });
}

/** Closes the host with all that it holds. */
export async function closeHost(): Promise<void> {
  const open = await hostWindow.getValue();
  // It may be closing by itself.
  if (open !== null) await browser.windows.remove(open).catch(() => {});
}

/** The conversation window is the panel: it comes to the front, or comes with what is started. */
export async function openPanel(_tabId: number): Promise<boolean> {
  if (await hasHost()) await ensureHost();
  return true;
}

/** Makes sure that the person sees the question that waits: in the conversation window. */
export async function showQuestion(_windowId: number | undefined): Promise<void> {
  await ensureHost();
}

/** Tells when the window that asked was closed. */
export function watchQuestion(closed: () => Promise<void>): void {
  browser.windows.onRemoved.addListener(async (id) => {
    if (id === (await hostWindow.getValue())) await closed();
  });
}

/** Firefox cannot keep what is stored from content scripts; they never look for it. */
export async function closeStorage(): Promise<void> {}

/** The tab that shows one of our own pages, if one does. */
export async function findOwnTab(url: string): Promise<number | undefined> {
  const [open] = await browser.tabs.query({ url });
  return open?.id;
}

/** Opens the window and waits until it hears orders, or was closed before it could. */
async function openWindow(): Promise<void> {
  ready = Promise.withResolvers();
  const place = openAt(await lastPlace.getValue());
  const opened = await browser.windows.create({ url: HOST_PAGE, type: 'popup', ...place });
  await hostWindow.setValue(opened?.id ?? null);
  await ready.promise;
}
