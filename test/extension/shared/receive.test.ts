import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sender, TO_BACKGROUND, TO_HOST } from '../../../core/messages.ts';
import type { SenderFacts } from '../../../core/sender.ts';
import { receiver } from '../../../entrypoints/shared/receive.ts';

/** A browser, with what it says of whoever may send something, and who that is. */
interface Browser {
  readonly name: string;
  readonly id: string;
  readonly root: string;
  readonly host: string;
  readonly senders: readonly (readonly [who: string, says: SenderFacts, is: Sender | null])[];
}

type Hear = (message: object, sender: SenderFacts, answer: (said: Said) => void) => boolean;
type Message = keyof typeof SENDERS;
type Said = { readonly err: { readonly message: string } };

/** What our own contexts hear; to what a page hears, the browser lets nobody but us speak. */
const SENDERS = { ...TO_BACKGROUND, ...TO_HOST };
const MESSAGES = Object.keys(SENDERS).filter(isMessage);
const SITE = 'https://site.example';

const browser = vi.hoisted(() => ({ host: '' }));
vi.mock('../../../entrypoints/shared/host-page.ts', () => ({
  get HOST_PAGE() {
    return browser.host;
  },
}));

let hear: Hear = () => false;
const runtime = { id: '', getURL: (_path: string) => '', onMessage: { addListener } };

beforeAll(() => {
  vi.stubGlobal('chrome', { runtime });
  const receive = receiver(SENDERS);
  for (const message of MESSAGES) {
    receive(message, () => {
      throw new Error('heard');
    });
  }
});

describe.each([chromium(), firefox()])('in $name', ({ id, root, host, senders }) => {
  beforeEach(() => {
    browser.host = host;
    Object.assign(runtime, { id, getURL: (path: string) => root + path.slice(1) });
  });

  test.each(senders)('%s is heard exactly where that is declared', async (_, says, is) => {
    const heard = await Promise.all(MESSAGES.map((message) => whatBecomesOf(message, says)));
    const declared = MESSAGES.map((message) =>
      is !== null && SENDERS[message].includes(is) ? 'heard' : `${message}: not yours to send`,
    );
    expect(heard).toEqual(declared);
  });

  test('every kind of ours is there', () => {
    const kinds = new Set(senders.map(([, , is]) => is));
    expect(kinds).toEqual(new Set([...Object.values(SENDERS).flat(), null]));
  });
});

function chromium(): Browser {
  const [id, other] = ['abcdefgh'.repeat(4), 'ponmlkji'.repeat(4)];
  const origin = `chrome-extension://${id}`;
  const inTab = { frameId: 0, documentId: '4E', documentLifecycle: 'active', tab: { id: 3 } };
  const page = { id, url: `${SITE}/a`, origin: SITE, ...inTab };
  const own = (name: string) => ({ id, origin, url: `${origin}/${name}` });
  return {
    name: 'Chromium',
    id,
    root: `${origin}/`,
    host: 'offscreen.html',
    senders: [
      ['a site', page, 'content'],
      ['a frame in it', { ...page, frameId: 5, origin: 'https://frame.example' }, 'content'],
      ['a sealed frame in it', { ...page, frameId: 6, origin: 'null' }, 'content'],
      ['an empty frame in it', { ...page, frameId: 7, url: 'about:blank' }, 'content'],
      ['a prerendered page', { ...page, documentLifecycle: 'prerender' }, null],
      ['a page that is kept to come back to', { ...page, documentLifecycle: 'cached' }, null],
      ['a page about to be deleted', { ...page, documentLifecycle: 'pending_deletion' }, null],
      ['a page in no tab', { ...page, tab: undefined }, null],
      ['a page that names ours', { ...page, url: `${SITE}/${origin}/popup.html` }, 'content'],
      ['a page that names ours first', { ...page, url: `${origin}.${SITE.slice(8)}/` }, 'content'],
      ['the popup', own('popup.html'), 'page'],
      ['the popup in a tab', { ...own('popup.html?tab=3'), ...inTab }, 'page'],
      ['the options', { ...own('options.html#backend'), ...inTab }, 'page'],
      ['the panel', own('panel.html'), 'page'],
      ['the welcome', { ...own('welcome.html'), ...inTab }, 'page'],
      ['the picker', { ...own('picker.html'), ...inTab, frameId: 9 }, 'page'],
      ['the host', own('offscreen.html'), 'host'],
      ['what only looks like the host', own('offscreen.html?'), 'page'],
      ["the other browser's host", own('window.html'), 'page'],
      ['the background', own('background.js'), 'background'],
      ['the background, unnamed', { id }, 'background'],
      ['another extension', { id: other, origin: `chrome-extension://${other}` }, null],
      ["another extension's worker", { ...own('background.js'), id: other }, null],
      ["another extension's script in a page", { ...page, id: other }, null],
      ['nobody', {}, null],
    ],
  };
}

function firefox(): Browser {
  const id = 'voice-cards@example';
  const root = 'moz-extension://6f1c2e4a-0000-4000-8000-000000000000/';
  const page = { id, url: `${SITE}/a`, frameId: 0, tab: { id: 3 }, envType: 'content_child' };
  const own = (name: string) => ({ id, url: root + name, envType: 'addon_child' });
  const inTab = { frameId: 0, tab: { id: 4 } };
  return {
    name: 'Firefox',
    id,
    root,
    host: 'window.html',
    senders: [
      ['a site', page, 'content'],
      ['a frame in it', { ...page, frameId: 12_884_901_889 }, 'content'],
      ['a page in no tab', { ...page, tab: undefined }, null],
      ['a page without a frame', { ...page, frameId: undefined }, null],
      ['the popup', own('popup.html'), 'page'],
      ['the sidebar', own('panel.html'), 'page'],
      ['the options', { ...own('options.html'), ...inTab }, 'page'],
      ['the picker', { ...own('picker.html'), ...inTab, frameId: 12_884_901_890 }, 'page'],
      ['the window', { ...own('window.html'), ...inTab }, 'host'],
      ["the other browser's host", own('offscreen.html'), 'page'],
      ['the background', own('_generated_background_page.html'), 'background'],
      ['another extension', { ...own('popup.html'), id: 'other@example' }, null],
      ["another extension's script in a page", { ...page, id: 'other@example' }, null],
      ['nobody', {}, null],
    ],
  };
}

function addListener(listener: Hear): void {
  hear = listener;
}

/** What the receiver says to who sent a message: that it was heard, or why not. */
function whatBecomesOf(type: Message, sender: SenderFacts): Promise<string> {
  const message = { id: 1, type, timestamp: 0, data: undefined };
  return new Promise((resolve) => {
    hear(message, sender, ({ err }) => resolve(err.message));
  });
}

function isMessage(name: string): name is Message {
  return Object.hasOwn(SENDERS, name);
}
