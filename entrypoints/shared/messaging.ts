import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Messages } from '../../core/messages.ts';

type Protocol = { [K in keyof Messages]: Messages[K] };

/**
 * Sends a message declared in core/messages.ts: to extension contexts, or with a tab's id to the
 * content script of its page. Rejects when nobody there listens.
 *
 * `onMessage` receives without a check and is for content scripts, which only their own extension
 * can reach; every other context uses `receive`.
 */
export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<Protocol>();
