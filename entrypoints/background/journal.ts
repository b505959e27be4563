import { storage } from 'wxt/utils/storage';
import type { Site } from '../../core/site.ts';

/** A click that led to the welcome page, to be taken up once the microphone is granted. */
export interface WaitingClick {
  readonly tabId: number;
  readonly frameId: number;
  readonly agentId: string;
}

// What outlives the background's naps, for as long as the browser runs; no words, no addresses.

export { lastConversation } from '../shared/last-conversation.ts';
/** The site whose permission prompt is on the screen, and since when, in milliseconds since the epoch. */
export const wantedSite = storage.defineItem<{ site: Site; at: number }>('session:wantedSite');
/** The click that found no microphone. */
export const waitingClick = storage.defineItem<WaitingClick>('session:waitingClick');
/** The window that holds conversations, where a browser has one for it. */
export const hostWindow = storage.defineItem<number | null>('session:hostWindow');
/** Whether a new version of the extension waits for the conversation's end. */
export const updateWaiting = storage.defineItem<boolean>('session:updateWaiting');
