import type { Summary } from '../../../core/conversation.ts';
import { TO_HOST } from '../../../core/messages.ts';
import { sendMessage } from '../messaging.ts';
import { receiver } from '../receive.ts';
import { Host } from './host.ts';
import { keeper } from './keeper.ts';
import { serveLines } from './lines.ts';
import type { WhenPrompt } from './permission.ts';

/** What differs between the pages that hold the conversation. */
interface Page {
  readonly whenPrompt: WhenPrompt;
  /** Something of the conversation has changed. */
  readonly changed: (conversation: Summary) => void;
}

/** Makes this page the one that holds the conversation: it hears orders and tells the background what happens. */
export function hostHere({ whenPrompt, changed }: Page): Host {
  const keep = keeper((conversation) => sendMessage('keep', conversation));
  const host = new Host({
    mint: (order) => sendMessage('mint', order),
    reportLease: (report) => sendMessage('reportLease', report),
    changed: (conversation) => {
      changed(conversation);
      void sendMessage('changed', conversation);
      keep(host.look());
    },
    whenPrompt,
    now: () => Date.now(),
  });
  const receive = receiver(TO_HOST);
  receive('start', (order) => host.start(order));
  receive('end', (which) => host.end(which));
  receive('look', () => host.look());
  receive('command', (what) => host.command(what));
  serveLines(host, (tabId) => void sendMessage('pageGone', { tabId }));
  return host;
}
