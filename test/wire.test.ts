import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { portOf } from './support/ports.ts';
import { wireTo } from './support/wire.ts';

/** A client at one end of a wire, at the other end of which an echo is. */
async function wired() {
  const echo = createServer((socket) => socket.on('error', () => {}).pipe(socket));
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const wire = await wireTo(`http://127.0.0.1:${portOf(echo.address())}`);
  const client = connect(Number(new URL(wire.url).port), '127.0.0.1');
  await once(client, 'connect');
  // A wire is cut at the end of each test.
  client.on('error', () => {});
  onTestFinished(() => {
    wire.close();
    echo.close();
  });
  return { wire, client };
}

async function said(client: Socket, text: string): Promise<string> {
  client.write(text);
  const [bytes]: Buffer[] = await once(client, 'data');
  return String(bytes);
}

test('a wire carries both ways', async () => {
  const { client } = await wired();
  expect(await said(client, 'one')).toBe('one');
  expect(await said(client, 'two')).toBe('two');
});

test('it takes its time each way, and keeps the order', async () => {
  const { wire, client } = await wired();
  expect(await said(client, 'quick')).toBe('quick');
  wire.delay(60);
  const start = performance.now();
  client.write('slow ');
  wire.delay(0);
  client.write('quick');
  let text = '';
  client.on('data', (bytes) => (text += String(bytes)));
  await expect.poll(() => text).toBe('slow quick');
  expect(performance.now() - start).toBeGreaterThan(50);
});

test('frozen, it holds everything back until it is thawed', async () => {
  const { wire, client } = await wired();
  expect(await said(client, 'one')).toBe('one');
  wire.does('freezes');
  let text = '';
  client.on('data', (bytes) => (text += String(bytes)));
  client.write('two');
  // Time enough for an echo that nobody holds back.
  await wait(50);
  expect(text).toBe('');
  wire.does('carries');
  await expect.poll(() => text).toBe('two');
});

test('what it drops never comes, and the line stays', async () => {
  const { wire, client } = await wired();
  expect(await said(client, 'one')).toBe('one');
  wire.does('drops');
  client.write('lost');
  await expect.poll(() => wire.lost()).toBe(4);
  wire.does('carries');
  expect(await said(client, 'two')).toBe('two');
});

test('what it corrupts comes out as something else', async () => {
  const { wire, client } = await wired();
  wire.does('corrupts');
  expect(await said(client, 'one')).not.toBe('one');
  wire.does('carries');
  expect(await said(client, 'one')).toBe('one');
});

test('it floods its clients with what means nothing', async () => {
  const { wire, client } = await wired();
  expect(await said(client, 'one')).toBe('one');
  const pouring = once(client, 'data');
  wire.flood(1_000);
  const [bytes]: Buffer[] = await pouring;
  expect(bytes?.at(0)).toBe(0xff);
});

test('cut, both ends learn of it without a goodbye', async () => {
  const { wire, client } = await wired();
  expect(await said(client, 'one')).toBe('one');
  const gone = once(client, 'error');
  wire.cut();
  const [error]: { code?: string }[] = await gone;
  expect(error?.code).toBe('ECONNRESET');
});
