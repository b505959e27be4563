import { browser } from 'wxt/browser';
import type { Command } from '../../core/command.ts';
import { type Summary, isLive } from '../../core/conversation.ts';
import { sendMessage } from '../shared/messaging.ts';
import { end, publishGone } from './broker.ts';
import { dropQuestion } from './consent.ts';
import { record } from './events.ts';
import { lastConversation } from './journal.ts';
import { knownSettings } from './known-settings.ts';
import { giveUpStart } from './start.ts';
import { startPicking } from './picking.ts';
import { closeHost } from './this-browser.ts';
import { tellInPopup } from './tell-in-popup.ts';

interface Tab {
  readonly id?: number | undefined;
}

/** What each shortcut of the manifest does, given the tab in front. */
const SHORTCUTS: Readonly<Record<string, (tab: Tab) => Promise<unknown>>> = {
  'toggle-conversation': toggle,
  mute: toggleMute,
  // A shortcut is told of a key going down, and never of its coming up.
  'push-to-talk': toggleMute,
  'stop-speaking': () => command(() => ({ do: 'stop speaking' })),
  panic,
  mark,
};

/**
 * Listens to the keyboard shortcuts, wherever in the browser they are pressed.
 * @param openPanel opens the panel beside a tab; called in the very task of the key press, as browsers ask for
 */
export function listenToShortcuts(openPanel: (tabId: number) => void): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const isStart = name === 'toggle-conversation';
    if (isStart && knownSettings()?.opensPanel && tab?.id !== undefined) openPanel(tab.id);
    record('shortcut');
    void obey(name, tab);
  });
}

async function obey(name: string, given: Tab | undefined): Promise<void> {
  const [front] = given ? [given] : await browser.tabs.query({ active: true, currentWindow: true });
  // Nobody may be there any more to hear it: then it is over anyway.
  await SHORTCUTS[name]?.(front ?? {}).catch(() => {});
}

/** Presses the card in view; where there is no page that could, ends what runs, or shows why nothing starts. */
async function toggle({ id }: Tab): Promise<void> {
  const pressed =
    id === undefined ? null : sendMessage('pressCard', undefined, { tabId: id, frameId: 0 });
  try {
    if (pressed === null) throw new Error('no tab');
    await pressed;
  } catch {
    if (isLive(await lastConversation.getValue())) await end();
    else await browser.action.openPopup();
  }
}

async function mark({ id: tabId }: Tab): Promise<void> {
  if (tabId !== undefined) await tellInPopup(startPicking({ tabId }));
}

function toggleMute(): Promise<void> {
  return command(({ muted }) => ({ do: 'mute', muted: !muted }));
}

async function command(what: (now: Summary) => Command): Promise<void> {
  const conversation = await lastConversation.getValue();
  if (isLive(conversation)) await sendMessage('command', what(conversation));
}

/** Lets go of everything at once: no goodbye to wait for, and no page left that could hold a microphone. */
async function panic({ id }: Tab): Promise<void> {
  record('panic');
  if (id !== undefined) await giveUpStart(id);
  await publishGone({ by: 'user' });
  await closeHost();
  await dropQuestion();
}
