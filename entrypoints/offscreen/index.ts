import { Host } from '../shared/conversation/host.ts';
import { HOST_LINE, Lifeline } from '../shared/lifeline.ts';
import { sendMessage } from '../shared/messaging.ts';
import { receive } from '../shared/receive.ts';
import { closeWhenIdle } from './idle.ts';

const idle = closeWhenIdle(() => window.close());
const lifeline = new Lifeline(HOST_LINE, () => window.close());

const host = new Host({
  mint: (order) => sendMessage('mint', order),
  changed: (conversation) => {
    idle(conversation);
    void sendMessage('changed', conversation);
  },
  now: () => Date.now(),
});

receive('start', (order) => {
  // Held to the document's end: letting go means that it is gone.
  lifeline.hold(true);
  return host.start(order);
});
receive('end', (which) => host.end(which));
receive('look', () => host.look());
