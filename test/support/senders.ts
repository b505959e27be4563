import { expect, test } from 'playwright/test';
import {
  type Messages,
  SENDERS,
  type Sender,
  TO_BACKGROUND,
  TO_HOST,
} from '../../core/messages.ts';
import { HARMLESS, type Speech, type Verdict } from './say.ts';
import { SENDER, type SenderRow } from './sender-row.ts';

type Message = keyof Messages;

/** A context that can send something. */
export interface Speaker {
  /** Who that is, in a few words, as the table of senders has it. */
  readonly who: string;
  /** What it is for us; null is nobody, and another extension is not even refused. */
  readonly is: Sender | 'outside' | null;
  /** Sends messages, and tells what became of each. */
  readonly says: (speech: Speech) => Promise<readonly Verdict[]>;
  /** A tab whose page it can speak to, where it can speak to one. */
  readonly tabId?: number;
}

/** What nobody hears in a browser, whoever says it. */
type Unheard = readonly Message[];

/** There is no window that would say it. */
export const IN_CHROME: Unheard = ['ready'];
export const IN_FIREFOX: Unheard = [];

const MESSAGES = Object.keys(SENDERS).filter(isMessage);

/**
 * Has a context send every message there is, expects each to be heard exactly where that is declared,
 * and adds a row to the table of senders (print-senders.ts).
 */
export async function expectHeardAsDeclared(speaker: Speaker, unheard: Unheard): Promise<void> {
  const { who, is, says, tabId } = speaker;
  const toPages = tabId === undefined ? [] : MESSAGES.filter(isToPages);
  const others = MESSAGES.filter((message) => !toPages.includes(message));
  const cells = zip(others, await says({ messages: others.map(speech) }));
  if (tabId !== undefined) {
    cells.push(...zip(toPages, await says({ messages: toPages.map(speech), tabId })));
  }
  // A page takes what any page of ours may say to it: the browser lets nobody else.
  const judged = cells.filter(([message]) => !toPages.includes(message) || isFrom(message, is));
  const expected = judged.map(([message]): Cell => [
    message,
    unheard.includes(message) ? 'unheard' : expectedOf(message, is),
  ]);
  expect(Object.fromEntries(judged), who).toEqual(Object.fromEntries(expected));
  const count = (verdict: Verdict) => judged.filter(([, saw]) => saw === verdict).length;
  const row: SenderRow = {
    who,
    heard: count('heard'),
    refused: count('refused'),
    unheard: count('unheard'),
  };
  test.info().annotations.push({ type: SENDER, description: JSON.stringify(row) });
}

/**
 * Expects a page where voice is off to be told nothing, and to start nothing, whatever its script says.
 * @param inIt what a function comes to in the extension's script there
 * @param tabs the addresses of all tabs
 */
export async function expectNothingFrom(
  inIt: (func: string) => Promise<unknown>,
  tabs: () => Promise<unknown>,
): Promise<void> {
  const answers = (type: keyof typeof HARMLESS) => {
    const envelope = { id: 1, timestamp: Date.now(), type, data: HARMLESS[type] };
    return inIt(`() => chrome.runtime.sendMessage(${JSON.stringify(envelope)})`);
  };
  const refusal = { err: expect.objectContaining({ message: 'voice is not enabled here' }) };
  expect(await answers('hello')).toEqual(refusal);
  expect(await answers('marks')).toEqual({ res: [] });
  expect(await answers('siteCards')).toEqual({ res: [] });
  const disabled = { ok: false, failure: { code: 'site_disabled' } };
  expect(await answers('startCard')).toEqual({ res: disabled });
  expect(await answers('aim')).toEqual({
    err: expect.objectContaining({ message: 'nobody is picking' }),
  });
  const before = await tabs();
  await answers('mend');
  expect(await tabs()).toEqual(before);
}

type Cell = readonly [message: Message, verdict: Verdict];

function expectedOf(message: Message, is: Speaker['is']): Verdict {
  if (isFrom(message, is)) return 'heard';
  const hearer = Object.hasOwn(TO_HOST, message) ? 'host' : 'background';
  // Nobody hears what they say themselves; and pages are spoken to by their tab alone.
  const isThere = is !== 'outside' && is !== hearer && !isToPages(message);
  return isThere ? 'refused' : 'unheard';
}

function isFrom(message: Message, is: Speaker['is']): boolean {
  return SENDERS[message].some((sender) => sender === is);
}

function isToPages(message: Message): boolean {
  return !Object.hasOwn(TO_HOST, message) && !Object.hasOwn(TO_BACKGROUND, message);
}

function speech(type: Message): Speech['messages'][number] {
  return { type, data: HARMLESS[type] };
}

function zip(messages: readonly Message[], verdicts: readonly Verdict[]): Cell[] {
  expect(verdicts).toHaveLength(messages.length);
  return messages.map((message, i) => [message, verdicts[i] ?? 'unheard']);
}

function isMessage(name: string): name is Message {
  return Object.hasOwn(SENDERS, name);
}
