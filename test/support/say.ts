import type { Messages } from '../../core/messages.ts';
import { summary } from '../../core/conversation.ts';
import { over } from './conversation.ts';

/** What became of a message: one of ours took it, or would not from this sender, or nobody was there. */
export type Verdict = 'heard' | 'refused' | 'unheard';

/** What to send, and where to. */
export interface Speech {
  readonly messages: readonly { readonly type: string; readonly data: unknown }[];
  /** The tab of a page, for what pages hear. */
  readonly tabId?: number;
  /** Another extension than the sender's own. */
  readonly extensionId?: string;
}

/** Data with which a message does no harm: a new message has to have some. */
export const HARMLESS: { readonly [K in keyof Messages]: Parameters<Messages[K]>[0] } = {
  hello: false,
  marks: undefined,
  siteCards: undefined,
  prepare: 'stranger',
  startCard: {
    agentId: 'stranger',
    replace: false,
    isDoubtful: false,
    panel: false,
    attributes: {},
  },
  endCard: undefined,
  muteCard: true,
  openPanel: undefined,
  wantFace: undefined,
  mend: 'options',
  aim: undefined,
  show: null,
  askAgain: undefined,
  cards: undefined,
  markStates: undefined,
  anchorAt: { id: 'none', place: 0 },
  pressCard: undefined,
  start: {
    id: 'a',
    agentId: 'stranger',
    tabId: -1,
    frameId: 0,
    site: null,
    mode: 'text',
    attributes: {},
    limits: { maxLength: 60_000, silence: 60_000 },
    sound: { inputDeviceId: '', outputDeviceId: '', volume: 1 },
    replace: false,
  },
  end: { tabId: -1 },
  look: undefined,
  command: { do: 'typing' },
  ready: undefined,
  changed: summary(over({ id: 'none' }), 1),
  pageGone: { tabId: -1 },
  keep: over({ id: 'none' }),
  mint: { id: 'none', agentId: 'stranger' },
  reportLease: { leaseId: 'none', conversation: null, isOver: true },
  enableSite: 'http://127.0.0.1',
  disableSite: 'http://nowhere.test',
  switchOff: 'http://nowhere.test/',
  answer: { id: 'none', answer: 'no' },
  startHere: { agentId: 'stranger', tabId: -1, mode: 'text' },
  callAgain: { mode: 'text' },
  endConversation: undefined,
  microphoneGranted: undefined,
  enableGranted: [],
  startPicking: { tabId: -1 },
  beginPicking: 'none',
};

/** Runs in whatever context is to speak: sends one message after the other, as our own code would. */
async function say({ messages, tabId, extensionId }: Speech): Promise<Verdict[]> {
  const send = (envelope: object): Promise<unknown> => {
    if (tabId !== undefined) return chrome.tabs.sendMessage(tabId, envelope);
    if (extensionId !== undefined) return chrome.runtime.sendMessage(extensionId, envelope);
    return chrome.runtime.sendMessage(envelope);
  };
  const verdicts: Verdict[] = [];
  for (const message of messages) {
    const envelope = { id: verdicts.length, timestamp: Date.now(), ...message };
    // Where nobody listens, that is an error in some cases and no answer in others.
    const answer = await send(envelope).catch(() => undefined);
    const said = JSON.stringify(answer ?? null);
    if (said === 'null') verdicts.push('unheard');
    else verdicts.push(said.includes('not yours to send') ? 'refused' : 'heard');
  }
  return verdicts;
}

/** Where the extension's script speaks: in a page, or in a frame of it. */
export interface Target {
  readonly tabId: number;
  readonly frameIds?: readonly number[];
}

/** What brings something into a page and gives what became of it in each frame, as an expression. */
export function executing(what: object, func = 'undefined'): string {
  return `chrome.scripting.executeScript({ ...${JSON.stringify(what)}, func: ${func} })`;
}

/** What a function comes to in a page, in the extension's world; as an expression. */
export function inWorldOf(target: Target, func: string): string {
  return `${executing({ target }, func)}.then(([{ result }]) => result)`;
}

/** The addresses of all tabs, as an expression. */
export const TABS = 'chrome.tabs.query({}).then((tabs) => tabs.map(({ url }) => url))';

/** The number of the tab of an address, as an expression. */
export function tabAt(url: string): string {
  const address = JSON.stringify(url);
  return `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === ${address})?.id)`;
}

/** What the extension's script in a page says, as an expression. */
export function sayingIn(target: Target, speech: Speech): string {
  return inWorldOf(target, `() => ${saying(speech)}`);
}

/** The same as an expression, for contexts that take nothing else. */
export function saying(speech: Speech): string {
  return `(${String(say)})(${JSON.stringify(speech)})`;
}
