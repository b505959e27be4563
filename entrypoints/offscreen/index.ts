import { receive } from '../shared/receive.ts';
import { sendMessage } from '../shared/messaging.ts';
import { Host } from '../shared/conversation/host.ts';
import { closeWhenIdle } from './idle.ts';

const idle = closeWhenIdle(() => window.close());

const host = new Host({
  mint: (order) => sendMessage('mint', order),
  changed: (conversation) => {
    idle(conversation);
    void sendMessage('changed', conversation);
  },
  // A document that nobody sees cannot ask; the welcome page does.
  whenPrompt: 'refuse',
  now: () => Date.now(),
});

receive('start', (order) => host.start(order));
receive('end', () => host.end());
receive('look', () => host.look());
