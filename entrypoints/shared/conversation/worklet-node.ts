/**
 * A node whose worklet is told when the signal aborts, and returns false from then on: the browser never lets go
 * of one that would go on, nor of its context, though that is closed.
 */
export function workletNode(
  context: AudioContext,
  name: string,
  options: AudioWorkletNodeOptions,
  signal: AbortSignal,
): AudioWorkletNode {
  const node = new AudioWorkletNode(context, name, options);
  signal.addEventListener('abort', () => node.port.postMessage(null));
  return node;
}
