import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Caller } from '../support/caller.ts';
import { dataFolder, startProgram } from '../support/process.ts';

/** The backend as a process of its own, with this environment and no other. */
function start(env: Record<string, string>) {
  return startProgram('main.ts', [], { DATA_DIR: dataFolder(), ...env });
}

async function portOf(process: ChildProcess, said: { out: string }): Promise<string> {
  for (;;) {
    const [, port] = /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(said.out) ?? [];
    if (port !== undefined && said.out.includes('echo agent answers')) return port;
    if (process.stdout) await once(process.stdout, 'data');
  }
}

describe('the process', () => {
  it('names every mistake of its configuration, and exits with 1', async () => {
    const { process, said } = start({ PORT: 'x', HOST: 'x', ELEVENLABS_API_KEY: 'canary' });
    const [code] = await once(process, 'close');
    expect(code).toBe(1);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/PORT .*/);
    expect(said.err).toMatch(/HOST .*/);
    expect(said.err).toMatch(/ELEVENLABS_AGENTS .*/);
    expect(said.err).not.toContain('canary');
  });

  it('exits with 1 when its port is taken', async () => {
    const first = start({ PORT: '0' });
    const port = await portOf(first.process, first.said);
    const second = start({ PORT: port });
    const [code] = await once(second.process, 'close');
    expect(code).toBe(1);
    expect(second.said.out + second.said.err).toContain('EADDRINUSE');
  });

  it('says that the echo agent answers, and ends in order amid a conversation', async () => {
    const { process, said } = start({ PORT: '0' });
    const port = await portOf(process, said);
    const response = await fetch(`http://127.0.0.1:${port}/api/voice-sdk/signed-url/echo`);
    const body: { signed_url: string } = JSON.parse(await response.text());
    const caller = await Caller.talking(body.signed_url);
    process.kill('SIGTERM');
    expect((await caller.closed).code).toBe(1001);
    const [code] = await once(process, 'close');
    expect(code).toBe(0);
  });
});
