import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Messages } from '../../core/messages.ts';

type Protocol = { [K in keyof Messages]: Messages[K] };

/**
 * Sends a message declared in core/messages.ts: to extension contexts, or with a tab's id to the
 * content script of its page. Rejects when nobody there listens.
 *
 * Scripts in pages use page/messaging.ts. `onMessage` receives without a check;
 * every context uses `receive`.
 */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
