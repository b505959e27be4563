import { TO_BACKGROUND } from '../../core/messages.ts';
import { receiver } from '../shared/receive.ts';

/** Receives one kind of message in the background, from those who may send it. */
export const receive = receiver(TO_BACKGROUND);
