import * as v from 'valibot';
import type { Messages } from '../../core/messages.ts';
import type { SenderFacts } from '../../core/sender.ts';
import { UNTRUSTED } from '../../core/untrusted.ts';
import { receive } from './receive.ts';

type Untrusted = keyof typeof UNTRUSTED;
type Data<K extends Untrusted> = v.InferOutput<(typeof UNTRUSTED)[K]>;
type Answer<K extends Untrusted> = ReturnType<Messages[K]>;

/** Receives a message of a page's content script, once it looks as it should; else it is refused. */
export function receiveUntrusted<K extends Untrusted>(
  name: K,
  handler: (data: Data<K>, sender: SenderFacts) => Answer<K> | Promise<Answer<K>>,
): void {
  receive(name, (data, sender) => handler(v.parse(UNTRUSTED[name], data), sender));
}
