import type { Messages } from '../../../core/messages.ts';

// The messages and envelopes of ../messaging.ts without its library: every byte on a page is counted.

type Data<K extends keyof Messages> = Parameters<Messages[K]>[0];
type Answer<K extends keyof Messages> = ReturnType<Messages[K]>;

/** Says something to the rest of the extension; rejects when nobody there listens, or it is refused. */
export async function sendMessage<K extends keyof Messages>(
  type: K,
  ...[data]: Parameters<Messages[K]>
): Promise<Answer<K>> {
  const envelope = { id: 0, type, data, timestamp: Date.now() };
  const { res, err } = await chrome.runtime.sendMessage(envelope);
  if (err) throw new Error(type);
  return res;
}

/** Hears one kind of message until aborted; only our own extension can send a page any. */
export function onMessage<K extends keyof Messages>(
  type: K,
  heard: (data: Data<K>) => Answer<K> | Promise<Answer<K>>,
  signal: AbortSignal,
): void {
  const hear = (
    envelope: { readonly type: string; readonly data: Data<K> },
    _: unknown,
    answer: (what: object) => void,
  ) => {
    if (envelope.type !== type) return false;
    void (async () => answer({ res: await heard(envelope.data) }))();
    return true;
  };
  chrome.runtime.onMessage.addListener(hear);
  // A script whose extension was reloaded may find none there any more.
  signal.addEventListener('abort', () => chrome.runtime?.onMessage.removeListener(hear));
}
