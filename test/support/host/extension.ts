import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CLICK_GAP_MS, type CardView, clickMeans } from '../../../core/card.ts';
import type { State } from '../../../core/conversation.ts';
import { VIEW_LINE, applied } from '../../../core/feed.ts';
import type { Failure } from '../../../core/failure.ts';
import { endInTab, startFromPage } from '../../../entrypoints/background/broker.ts';
import { hearHost } from '../../../entrypoints/background/from-host.ts';
import { siteStarts } from '../../../entrypoints/background/journal.ts';
import { failureText, t } from '../../../entrypoints/shared/text.ts';
import { passes, holdDeadlines } from './clock.ts';
import { SAYS, TAB_ID, carryMessages, connectPage } from './messages.ts';
import { watchNetwork } from './sockets.ts';
import { installSound } from './sound.ts';
import { Watched } from './watched.ts';

/** The extension, as it runs in this process. */
export type Extension = Awaited<ReturnType<typeof startExtension>>;

/**
 * Runs the extension in this process: its background's part in conversations and its conversation
 * host, as they are. Replaced are the browser's API, Web Audio, microphones, and the clock.
 */
export async function startExtension() {
  holdDeadlines();
  const { devices, worklets, ...sound } = installSound();
  const network = watchNetwork();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const card = new Watched<CardView | null>(null);
  carryMessages((view) => card.set(view));
  await speakEnglish();
  const { panel, hosts } = letHostCome();
  hearHost();

  /** Shows on the card why nothing was started. */
  const refuse = (agentId: string, { code, retryAfter }: Failure) =>
    card.set({
      agentId,
      state: 'error',
      failure: code,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  return {
    devices,
    worklets,
    network,
    card,
    /** The conversation as a panel shows it. */
    panel,
    /** Waits until the microphone is on, so that a fault finds something to let go of. */
    untilHeard: () => devices.live.until((tracks) => tracks === 1),
    /** How many hosts there are. */
    hosts,
    /** What is alive of contexts and processors. */
    sound,
    /** Clicks the page's card, no sooner after the last click than a person would; resolves when it is taken. */
    async click(agentId = 'echo'): Promise<void> {
      await passes(CLICK_GAP_MS);
      if (clickMeans(card.now?.state ?? 'idle') === 'end') return endInTab(TAB_ID);
      // As if the site had not started any for a while.
      await siteStarts.removeValue();
      card.set({ agentId, state: 'connecting' });
      const how = { replace: false, isDoubtful: false, panel: false, attributes: {} };
      const answer = await startFromPage({ agentId, ...how }, SAYS.content);
      if (!answer.ok) refuse(agentId, answer.failure);
    },
    /** The sentence beside the card; null where there is none. */
    says(): string | null {
      const { failure, retryAfter, warning } = card.now ?? {};
      if (failure) return failureText(failure, retryAfter);
      return warning ? t(`warning_${warning}`) : null;
    },
    /** The browser says that it is offline. */
    goOffline: () => void page.dispatchEvent(new Event('offline')),
  };
}

/** Has the browser's API find every text where the build puts it. */
async function speakEnglish(): Promise<void> {
  const texts = generateChromeMessages(await parseMessagesFile('locales/en.yml'));
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key, substitutions) => {
    const all = [substitutions ?? []].flat();
    const text = texts[key]?.message ?? '';
    return text.replaceAll(/\$(\d)/g, (_, n) => String(all[Number(n) - 1] ?? ''));
  });
}

/** Makes the document that holds conversations when the background asks for it, and opens a panel's line to it. */
function letHostCome() {
  const panel = new Watched<State>(null);
  let hosts = 0;
  vi.stubGlobal('window', { close: () => {} });
  Object.assign(fakeBrowser.runtime, { getContexts: async () => Array.from({ length: hosts }) });
  Object.assign(fakeBrowser, {
    offscreen: {
      async createDocument() {
        hosts += 1;
        await import('../../../entrypoints/offscreen/index.ts');
        connectPage(VIEW_LINE, (change) => {
          if (change.type === 'change') panel.set(applied(panel.now, change));
        });
      },
    },
  });
  return { panel, hosts: () => hosts };
}
