import { storage } from 'wxt/utils/storage';
import type { AimStart } from '../../core/aim.ts';
import type { Site } from '../../core/site.ts';
import type { Wish } from '../../core/wish.ts';

// What outlives the background's naps, for as long as the browser runs; no words of a conversation.

export { lastConversation } from '../shared/last-conversation.ts';
/** What was started last, so that it can be started again. */
export const lastWish = storage.defineItem<Wish>('session:lastWish');
/** What is being started while its host comes to be, and since when, in milliseconds since the epoch. */
export const unfinishedStart = storage.defineItem<UnfinishedStart | null>(
  'session:unfinishedStart',
);
/** What was to be started and found no microphone. */
export const waitingWish = storage.defineItem<Wish>('session:waitingWish');
/** When each site started conversations, in milliseconds since the epoch. */
export const siteStarts = storage.defineItem<Record<Site, number[]>>('session:siteStarts', {
  fallback: {},
});
/** Frames, as tab and frame, in which the person has confirmed a doubtful click since they loaded. */
export const confirmedFrames = storage.defineItem<string[]>('session:confirmedFrames', {
  fallback: [],
});
/** The window that asks a question, where no panel was open. */
export const questionWindow = storage.defineItem<number | null>('session:questionWindow');
/** The window that holds conversations, where a browser has one for it. */
export const hostWindow = storage.defineItem<number | null>('session:hostWindow');
/** Where a person has asked to pick an element, until the picker has opened there. */
export const picking = storage.defineItem<Picking | null>('session:picking');
/** Whether a new version of the extension waits for the conversation's end. */
export const updateWaiting = storage.defineItem<boolean>('session:updateWaiting');

/** A start that the background may be put to sleep in the middle of. */
export interface UnfinishedStart {
  readonly wish: Wish;
  readonly replace: boolean;
  readonly at: number;
}

/** A picking that was asked for. */
export interface Picking {
  readonly tabId: number;
  readonly frameId: number;
  readonly start: AimStart;
  readonly markId: string | null;
  /** Once the page has answered: the picker's secret, and where that is, by what the browser says. */
  readonly began: {
    readonly token: string;
    readonly address: string;
    readonly around: string;
  } | null;
}
