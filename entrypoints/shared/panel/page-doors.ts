import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Conversation } from '../../../core/conversation.ts';
import { type Enabled, isEnabledAt } from '../../../core/enabled.ts';
import { fetchAgents } from '../backend.ts';
import { sendMessage } from '../messaging.ts';
import { openQuestion } from '../question-store.ts';
import { saveFile } from '../save-file.ts';
import { changeSettings } from '../settings-store.ts';
import {
  forgetAll,
  forgetTranscript,
  loadTranscripts,
  watchTranscripts,
} from '../transcript-store.ts';
import { live, liveSettings } from '../ui/live.ts';
import { microphonePermission } from '../ui/microphone-permission.ts';
import type { Beside, PanelDoors, View } from './doors.ts';

/** What differs between a page that holds the conversation and one that only shows it. */
export type HostDoors = Pick<PanelDoors, 'command' | 'end'>;

/** The doors of a page of the extension. */
export async function pageDoors(view: View, host: HostDoors): Promise<PanelDoors> {
  const [settings, microphone, question, kept] = await Promise.all([
    liveSettings(),
    microphonePermission(),
    live(
      () => openQuestion.getValue(),
      (changed) => openQuestion.watch(changed),
    ),
    liveTranscripts(),
  ]);
  return {
    view,
    ...host,
    settings,
    changeSettings,
    microphone,
    question,
    ...kept,
    start: (wish) => sendMessage('startHere', wish),
    callAgain: (mode) => sendMessage('callAgain', { mode }),
    answer: (id, answer) => sendMessage('answer', { id, answer }),
    fetchAgents,
    findBeside: () => findBeside(settings.peek()),
    devices: () => navigator.mediaDevices.enumerateDevices(),
    forget: (id) => (id === undefined ? forgetAll() : forgetTranscript(id)),
    copy: (text) => navigator.clipboard.writeText(text),
    save: (name, text) => saveFile(name, text, 'text/markdown'),
    now: () => Date.now(),
  };
}

async function liveTranscripts() {
  const kept = signal<readonly Conversation[]>([]);
  const refreshKept = async () => {
    kept.value = await loadTranscripts();
  };
  watchTranscripts(() => void refreshKept());
  await refreshKept();
  return { kept, refreshKept };
}

/** The page in the window that a person used last; our own windows are none of those. */
async function findBeside(enabled: Enabled): Promise<Beside | null> {
  const { tabs = [] } = await browser.windows.getLastFocused({
    windowTypes: ['normal'],
    populate: true,
  });
  const tab = tabs.find(({ active }) => active);
  if (tab?.id === undefined) return null;
  // Where voice is off nobody listens; asking in vain would fill the browser's list of errors.
  const isOn = isEnabledAt(enabled, URL.parse(tab.url ?? ''));
  const { id: tabId } = tab;
  const asked = isOn && sendMessage('cards', undefined, { tabId, frameId: 0 }).catch(() => []);
  return { tabId, cards: (await asked) || [] };
}
