import { vi } from 'vitest';
import { type Line, hear } from '../witness.ts';
import { Watched } from './watched.ts';

const MINT = '/api/voice-sdk/signed-url/';

/** A socket to an agent. */
interface SeenLine extends Line {
  readonly socket: WebSocket;
}

/** Sees which addresses the extension asks for, which sockets it opens, and what agents say on them. */
export function watchNetwork() {
  let lines: SeenLine[] = [];
  let mints: number[] = [];
  let most = 0;
  const held = new Watched(0);
  const count = () => {
    const { length } = lines.filter(({ socket }) => socket.readyState < WebSocket.CLOSING);
    most = Math.max(most, length);
    held.set(length);
  };

  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        const line: SeenLine = { at: Date.now(), said: [], socket: this };
        lines.push(line);
        count();
        this.addEventListener('message', ({ data }) => hear(line, String(data)));
        this.addEventListener('close', count);
      }

      /** A browser gives each event a task of its own; Node fires those of one packet in the same one. */
      override dispatchEvent(event: Event): boolean {
        setImmediate(() => super.dispatchEvent(event));
        return true;
      }

      override close(...args: Parameters<WebSocket['close']>): void {
        super.close(...args);
        count();
      }
    },
  );
  const ask = fetch;
  vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
    const [what] = args;
    if (typeof what === 'string' && what.includes(MINT)) mints.push(Date.now());
    return ask(...args);
  });

  return {
    /** How many sockets are connecting or open. */
    held,
    /** How many were ever held at once. */
    most: () => most,
    lines: (): readonly Line[] => lines,
    /** When signed URLs were asked for, in milliseconds since the epoch. */
    mints: (): readonly number[] => mints,
    /** Forgets what was seen so far. */
    forget() {
      [lines, mints, most] = [[], [], 0];
    },
  };
}
