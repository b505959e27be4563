import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { portOf } from './ports.ts';

/** What becomes of what passes through: it is carried, lost, held back, or comes out wrong at the client's end. */
type Conduct = 'carries' | 'drops' | 'freezes' | 'corrupts';

/** A wire to a server on this computer that misbehaves as it is told. */
export type Wire = Awaited<ReturnType<typeof wireTo>>;

/** Lays a wire to the server at this address. */
export async function wireTo(address: string) {
  const target = Number(new URL(address).port);
  /** Each client with the server's end of its line. */
  const lines = new Map<Socket, Socket>();
  let conduct: Conduct = 'carries';
  let delayMs = 0;
  let thawed = Promise.resolve();
  let thaw = () => {};
  let lost = 0;

  /** Passes on what comes from one end, in order, and its end. */
  function carry(from: Socket, to: Socket, isDown: boolean): void {
    let last = Promise.resolve();
    const inOrder = (act: () => void) => {
      const due = delayMs > 0 ? wait(delayMs) : undefined;
      last = last.then(() => due).then(() => thawed);
      last = last.then(act);
    };
    from.on('data', (bytes) =>
      inOrder(() => {
        if (conduct === 'drops') lost += bytes.length;
        else if (to.writable) to.write(isDown && conduct === 'corrupts' ? wrong(bytes) : bytes);
      }),
    );
    // Nobody learns that an end is gone where nothing is carried.
    from.on('close', () => inOrder(() => void (conduct !== 'drops' && to.destroy())));
    from.on('error', () => {});
  }

  const server = createServer((client) => {
    const end = connect(target, '127.0.0.1');
    lines.set(client, end);
    carry(client, end, false);
    carry(end, client, true);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function does(next: Conduct): void {
    thaw();
    conduct = next;
    // Whoever is gone by now is gone for the other end, too.
    if (next !== 'drops') endHalves();
    if (next !== 'freezes') return;
    const { promise, resolve } = Promise.withResolvers<void>();
    [thawed, thaw] = [promise, resolve];
  }
  function endHalves(): void {
    for (const [client, end] of lines) {
      if (!client.destroyed && !end.destroyed) continue;
      client.destroy();
      end.destroy();
      lines.delete(client);
    }
  }
  function cut(): void {
    for (const socket of [...lines].flat()) socket.resetAndDestroy();
    lines.clear();
  }
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    /** From now on does this to what passes, on every line; what was held back is let through. */
    does,
    /** From now on takes so long, in milliseconds, each way. */
    delay: (ms: number) => void (delayMs = ms),
    /** How many bytes were dropped so far. */
    lost: () => lost,
    /** Cuts every line without a goodbye. */
    cut,
    /** Pours so many bytes that mean nothing over every client. */
    flood(bytes: number): void {
      for (const client of lines.keys()) client.write(Buffer.alloc(bytes, 0xff));
    },
    close() {
      does('carries');
      cut();
      server.close();
    },
  };
}

function wrong(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0x55));
}
