import { setImmediate as later } from 'node:timers/promises';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CardView } from '../../../core/card.ts';
import type { Glimpse } from '../../../core/feed.ts';
import { type Messages, SENDERS, type Sender } from '../../../core/messages.ts';
import type { SenderFacts } from '../../../core/sender.ts';

/** Where the one page is that has a card. */
export const SITE = 'http://127.0.0.1';
export const TAB_ID = 7;

const { id } = fakeBrowser.runtime;
const own = (name: string) => ({ id, url: fakeBrowser.runtime.getURL(`/${name}`) });

/** What the browser says of each of our contexts. */
export const SAYS: Readonly<Record<Sender, SenderFacts>> = {
  background: { id },
  host: own('offscreen.html'),
  page: own('panel.html'),
  content: {
    id,
    url: `${SITE}/`,
    origin: SITE,
    frameId: 0,
    tab: { id: TAB_ID, url: `${SITE}/`, windowId: 1 },
  },
};

type Answer = (response: unknown) => void;
type Listener = (message: unknown, sender: SenderFacts, answer: Answer) => boolean;
type Connected = (port: object) => void;

const NO_EVENT = { addListener: () => {} };
/** What listens for lines that are opened to the host. */
const connected: Connected[] = [];

/**
 * Carries messages between our contexts, which are all in this process: as JSON, one task later, and
 * from a context that may send them.
 * @param shown takes what a card is told to show
 */
export function carryMessages(shown: (view: CardView | null) => void): void {
  const listeners: Listener[] = [];
  Object.assign(fakeBrowser.runtime, {
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
    async sendMessage(message: { type: keyof Messages }, answer: Answer) {
      const [sender = 'background'] = SENDERS[message.type];
      await later();
      const told = (response: unknown) => void later(response).then(answer);
      for (const listener of listeners) listener(copied(message), SAYS[sender], told);
    },
    onConnect: { addListener: (listener: Connected) => void connected.push(listener) },
    connect: () => ({ disconnect: () => {}, onDisconnect: NO_EVENT }),
  });
  Object.assign(fakeBrowser.tabs, {
    async sendMessage(
      tab: number,
      { type, data = null }: { type: string; data?: CardView | null },
      _options: object,
      answer: Answer,
    ) {
      await later();
      if (type === 'show' && tab === TAB_ID) shown(data);
      answer({});
    },
  });
}

/** Opens a line to the host, as one of our pages does; hands on what comes over it. */
export function connectPage(name: string, heard: (message: Glimpse) => void): void {
  const postMessage = (message: Glimpse) => heard(copied(message));
  const port = {
    name,
    sender: SAYS.page,
    postMessage,
    onMessage: NO_EVENT,
    onDisconnect: NO_EVENT,
  };
  for (const listener of connected) listener(port);
}

function copied<T>(message: T): T {
  return JSON.parse(JSON.stringify(message));
}
