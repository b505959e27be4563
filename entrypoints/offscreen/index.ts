import { isLive } from '../../core/conversation.ts';
import { prepareAudio } from '../shared/conversation/audio.ts';
import { hostHere } from '../shared/conversation/host-here.ts';
import { HOST_LINE, Lifeline } from '../shared/lifeline.ts';
import { closeWhenIdle } from './idle.ts';

const idle = closeWhenIdle(() => window.close());
const lifeline = new Lifeline(HOST_LINE, () => window.close());

hostHere({
  // A document that nobody sees cannot ask; the welcome page does.
  whenPrompt: 'refuse',
  changed: (conversation) => {
    // Held to the document's end: letting go means that it is gone.
    lifeline.hold(true);
    idle(conversation);
    if (!isLive(conversation)) prepareAudio();
  },
});
prepareAudio();
