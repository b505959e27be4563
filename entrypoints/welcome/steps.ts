import { computed } from '@preact/signals';
import { browser } from 'wxt/browser';
import { fetchAgents } from '../shared/backend.ts';
import { lastConversation } from '../shared/last-conversation.ts';
import { sendMessage } from '../shared/messaging.ts';
import { changeSettings } from '../shared/settings-store.ts';
import { liveDevices } from '../shared/ui/devices.ts';
import { goMend } from '../shared/ui/go-mend.ts';
import { liveSettings } from '../shared/ui/live.ts';
import { createBackendStep } from './backend-step.ts';
import { listen } from './level.ts';
import { onScreen } from './on-screen.ts';
import { createSoundCheck } from './sound-check.ts';
import { createTestCall } from './test-call.ts';
import type { WelcomeProps } from './welcome.tsx';
import type { WelcomeModel } from './welcome-model.ts';
import { testCallWorked } from './worked.ts';

/** How often a backend that was not there is looked for, in milliseconds. */
const LOOK_MS = 4_000;

/** Everything behind the welcome page's steps. */
export async function createSteps(microphone: WelcomeModel): Promise<WelcomeProps> {
  const [settings, tab, { hasWorked, remember }] = await Promise.all([
    liveSettings(),
    browser.tabs.getCurrent(),
    testCallWorked(),
  ]);
  const isSeen = onScreen();
  const backend = createBackendStep(
    computed(() => settings.value.backendUrl),
    { fetchAgents },
  );
  setInterval(() => isSeen.value && void backend.notice(), LOOK_MS);
  const tabId = tab?.id ?? browser.tabs.TAB_ID_NONE;
  const call = createTestCall(tabId, hasWorked, {
    start: (agentId) => sendMessage('startHere', { agentId, tabId, mode: 'voice' }),
    end: () => sendMessage('endConversation'),
    remember,
  });
  lastConversation.watch((now) => call.news(now));
  call.news(await lastConversation.getValue());
  const check = createSoundCheck(
    {
      isWanted: computed(() => microphone.state.value === 'granted' && isSeen.value),
      deviceId: computed(() => settings.value.inputDeviceId),
    },
    { listen },
  );
  return {
    settings,
    backend,
    microphone,
    check,
    call,
    devices: liveDevices(),
    onChoose: (inputDeviceId) => void changeSettings({ inputDeviceId }),
    onMend: (where) => void goMend(where),
  };
}
