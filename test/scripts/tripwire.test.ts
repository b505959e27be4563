import { request } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { expectNoAttempt, startTripwire } from '../../scripts/tripwire.js';

test('refuses what a browser asks of it, and remembers whom it asked for', async () => {
  const tripwire = await startTripwire();
  const tunnel = request({
    host: '127.0.0.1',
    port: tripwire.port,
    method: 'CONNECT',
    path: 'far.example:443',
  });
  const connected = once(tunnel.end(), 'connect');
  const [answer] = await connected;
  const plain = await fetch(`http://127.0.0.1:${tripwire.port}/plain`);
  tripwire.close();
  expect([answer.statusCode, plain.status]).toEqual([403, 403]);
  expect(tripwire.attempts).toEqual(['far.example:443', '/plain']);
  expect(() => expectNoAttempt(tripwire.attempts)).toThrow('far.example:443, /plain');
});

test('says nothing when nobody asked', () => {
  expect(() => expectNoAttempt([])).not.toThrow();
});
