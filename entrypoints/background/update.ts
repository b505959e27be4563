import { browser } from 'wxt/browser';
import { isLive } from '../../core/conversation.ts';
import { lastConversation, updateWaiting } from './journal.ts';

/** A new version has arrived: it is taken at once, or when the conversation is over. */
export async function takeUpdate(): Promise<void> {
  await updateWaiting.setValue(true);
  await reloadIfWaiting();
}

/** Takes the version that waits, if one does and nobody is talking. */
export async function reloadIfWaiting(): Promise<void> {
  const [isWaiting, conversation] = await Promise.all([
    updateWaiting.getValue(),
    lastConversation.getValue(),
  ]);
  if (isWaiting && !isLive(conversation)) browser.runtime.reload();
}
