import type { Messages, Sender } from '../../core/messages.ts';
import { type SenderFacts, senderKind } from '../../core/sender.ts';
import { HOST_PAGE } from './host-page.ts';
import { onMessage } from './messaging.ts';

type Data<K extends keyof Messages> = Parameters<Messages[K]>[0];
type Answer<K extends keyof Messages> = ReturnType<Messages[K]>;

/**
 * Makes what receives the messages of this table, one kind at a time, from those who may send it
 * and no one else. A message that is refused rejects at its sender.
 */
export function receiver<M extends keyof Messages>(
  senders: Readonly<Record<M, readonly Sender[]>>,
) {
  return <K extends M>(
    name: K,
    handler: (data: Data<K>, sender: SenderFacts) => Answer<K> | Promise<Answer<K>>,
  ): void => {
    onMessage(name, ({ data, sender }) => {
      const kind = kindOf(sender);
      if (kind === null || !senders[name].includes(kind))
        throw new Error(`${name}: not yours to send`);
      return handler(data, sender);
    });
  };
}

/** Which of our own contexts is speaking; null is none of them. */
export function kindOf(sender: SenderFacts): Sender | null {
  const { id } = chrome.runtime;
  return senderKind(sender, { id, root: chrome.runtime.getURL('/'), hosts: [HOST_PAGE] });
}
