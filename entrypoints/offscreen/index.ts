import { hostHere } from '../shared/conversation/host-here.ts';
import { closeWhenIdle } from './idle.ts';

// A document that nobody sees cannot ask; the welcome page does.
hostHere({ whenPrompt: 'refuse', changed: closeWhenIdle(() => window.close()) });
