import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Resolves once this was said. */
async function reading(process: ChildProcess, said: { out: string }, text: string): Promise<void> {
  while (!said.out.includes(text) && process.stdout) await once(process.stdout, 'data');
}

/** Has a process believe that a person looks. */
const TERMINAL = '--import=data:text/javascript,process.stdout.isTTY=true';

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

  it('says in one sentence that its port is in use, and exits with 1', async () => {
    const first = start({ PORT: '0' });
    const port = await portOf(first.process, first.said);
    const { process, said } = start({ PORT: port });
    const [code] = await once(process, 'close');
    expect([code, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(/^Port \d+ of 127\.0\.0\.1 is in use, .* npm start`\.\n$/);
  });

  it('says in one sentence that its data cannot be kept, and exits with 1', async () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    for (const program of ['main.ts', 'token.ts']) {
      const { process, said } = startProgram(program, ['list'], { DATA_DIR: file });
      const [code] = await once(process, 'close');
      expect([code, said.out]).toEqual([1, '']);
      expect(said.err).toMatch(/^The folder .*file \(DATA_DIR\) cannot be used: .*\n$/);
    }
  });

  it('shows four lines to a person at a terminal, and no JSON', async () => {
    const { process, said } = start({ PORT: '0', NODE_OPTIONS: TERMINAL });
    await reading(process, said, 'Log ');
    expect(said.out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^Running {2}http:\/\/127\.0\.0\.1:\d+, /),
      expect.stringMatching(/^Agents {3}The built-in echo agent, /),
      expect.stringMatching(/^Next {5}/),
      expect.stringMatching(/^Log {6}/),
    ]);
    expect(said.err).toBe('');
  });

  it('logs JSON for a person who wants that', async () => {
    const { process, said } = start({ PORT: '0', NODE_OPTIONS: TERMINAL, LOG_FORMAT: 'json' });
    await portOf(process, said);
    expect(said.out).not.toContain('Running');
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

describe('a program of the backend', () => {
  /** Runs one as npm scripts do, with this settings file. */
  async function withFile(program: string, text: string, env: Record<string, string> = {}) {
    const folder = dataFolder();
    const file = join(folder, '.env');
    writeFileSync(file, text);
    const words = [`--settings=${file}`, ...(program === 'token.ts' ? ['list'] : [])];
    const { process, said } = startProgram(program, words, { DATA_DIR: folder, ...env });
    const [code] = await once(process, 'close');
    return { code, said };
  }

  it.each(['main.ts', 'token.ts', 'backup.ts'])(
    'refuses a settings file alike: %s',
    async (name) => {
      const { code, said } = await withFile(name, 'ELEVENLABS_KEY=canary\nPORT: 8797');
      expect([code, said.out]).toEqual([1, '']);
      expect(said.err).toContain(
        '.env, line 1: ELEVENLABS_KEY is not a setting. Did you mean ELEVENLABS_API_KEY?\n',
      );
      expect(said.err).toContain('.env, line 2: there is a ":" where "=" belongs.');
      expect(said.err).not.toContain('canary');
    },
  );

  it('takes its settings from the file, but for what the environment says', async () => {
    const { said } = await withFile('main.ts', 'PORT=x\nHOST=y', { PORT: '0' });
    expect(said.err).not.toContain('PORT');
    expect(said.err).toContain('.env, line 2: HOST must be localhost or an IP address');
  });

  it('reads no file that it is not told of', async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, '.env'), 'nonsense');
    const { process, said } = startProgram('token.ts', ['list'], { DATA_DIR: folder }, folder);
    const [code] = await once(process, 'close');
    expect([code, said.out]).toEqual([0, 'There are no tokens yet.\n']);
  });
});
