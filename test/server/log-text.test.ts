import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { textTo } from '../../server/log-text.ts';
import { backend, configured } from '../support/backend.ts';
import { company } from '../support/company.ts';

/** Notes what a person reads, without colours and the time of day. */
function reader() {
  const read: string[] = [];
  const log = textTo({
    write(line) {
      const text = stripVTControlCharacters(line);
      expect(text).toMatch(/^\d\d:\d\d:\d\d [^\n]+\n$/);
      read.push(text.slice(9, -1));
    },
  });
  return { read, log };
}

describe('the log as text', () => {
  it('has each request in one line, without its query', async () => {
    const { read, log } = reader();
    const app = backend(configured({ LOG_LEVEL: 'info' }), { log });
    await app.inject({ url: '/healthz?token=canary', headers: { host: '127.0.0.1:8787' } });
    expect(read).toEqual(['request completed GET /healthz 200']);
  });

  it('has a problem in one line, with what caused it', async () => {
    const { read, log } = reader();
    const answer = (response: { writeHead(code: number): { end(): void } }) =>
      response.writeHead(401).end();
    const { mint } = await company({ answer, env: { LOG_LEVEL: 'warn' }, deps: { log } });
    await mint();
    expect(read).toEqual([
      'warning: ElevenLabs gave no conversation {"agentId":"a","failure":{"kind":"status","status":401}}',
    ]);
  });

  it('has the message of an error, and not its stack', () => {
    const { read, log } = reader();
    const app = backend(configured({ LOG_LEVEL: 'warn' }), { log });
    app.log.error({ err: new Error('it is gone') }, 'the store cannot be reached');
    expect(read).toEqual(['error: the store cannot be reached: it is gone']);
  });

  it('cannot steer the terminal', () => {
    const read: string[] = [];
    const entry = { level: 30, time: 0, msg: '\u001b[2Jgone\r\nall', site: '\u009b2J' };
    textTo({ write: (line) => void read.push(line) }).write(JSON.stringify(entry));
    expect(read.join('')).not.toMatch(/[^\P{Cc}\n]/u);
    expect(read.join('').trim().split('\n')).toHaveLength(1);
  });
});
