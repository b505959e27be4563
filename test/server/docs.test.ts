import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../support/ports.ts';
import { startRedis } from '../support/redis.ts';
import { CANARY } from '../support/company.ts';
import { signs, upstream } from '../support/upstream.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/backend.md'), 'utf8');

/** The blocks of a language, by the heading under which they stand. */
function blocks(language: string): readonly { heading: string; text: string }[] {
  return PAGE.split(/^## /m).flatMap((part) =>
    [...part.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => ({
      heading: part.split('\n', 1)[0] ?? '',
      text: text ?? '',
    })),
  );
}

/** The commands under a heading, one a line. */
function commands(heading: string): readonly string[] {
  const own = blocks('sh').filter((block) => block.heading === heading);
  return own.flatMap(({ text }) => text.trim().split('\n'));
}

/** The command under a heading that has these words in it. */
function command(heading: string, words: string): string {
  const found = commands(heading).find((each) => each.includes(words));
  if (found === undefined) throw new Error(`There is no command with ${words} under ${heading}.`);
  return found;
}

/** What `npm start` needs of the project; the `.env` of whoever tests here is none of it. */
const NEEDED = ['assets', 'core', 'node_modules', 'package.json', 'scripts', 'server'];

/** A company's computer, with the page's `.env`, on which its commands are run as they stand, but for ports. */
async function computer(swap: Readonly<Record<string, string>> = {}) {
  const { origin } = await upstream(signs);
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const project = join(folder, 'project');
  mkdirSync(project);
  for (const name of NEEDED) symlinkSync(join(ROOT, name), join(project, name));
  const [ini] = blocks('ini');
  const settings = [
    ini?.text.replace(/^ELEVENLABS_API_KEY=.*$/m, `ELEVENLABS_API_KEY=${CANARY}`),
    `ELEVENLABS_API_BASE=${origin}`,
    `DATA_DIR=${join(folder, 'data')}`,
    `PORT=${swap['8787'] ?? '8787'}`,
  ];
  writeFileSync(join(project, '.env'), settings.join('\n'));
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const env: NodeJS.ProcessEnv = {
    PATH: [join(ROOT, 'node_modules/.bin'), PATH].join(delimiter),
    NODE_COMPILE_CACHE,
    HOME: folder,
  };
  const swapped = (line: string) =>
    Object.entries(swap).reduce((text, [from, to]) => text.replaceAll(from, to), line);
  return { folder, project, env, swapped };
}

type Computer = Awaited<ReturnType<typeof computer>>;

/** Runs a command in a shell; gives what it prints. */
function run({ project, env, swapped }: Computer, line: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', quiet(swapped(line))], {
    cwd: project,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${line}: ${stdout}${stderr}`);
  return stdout.trim();
}

/** Starts what goes on until the test is over; resolves when it listens. */
async function start({ project, env, swapped }: Computer, line: string): Promise<void> {
  // One process, so that ending it ends it.
  const shell = spawn('sh', ['-c', quiet(swapped(line)).replace('npm', 'exec npm')], {
    cwd: project,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    const ended = once(shell, 'close');
    if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGTERM');
    await ended;
  });
  let said = '';
  const note = (text: string) => void (said += text);
  shell.stdout.setEncoding('utf8').on('data', note);
  shell.stderr.setEncoding('utf8').on('data', note);
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Server listening at');
}

function quiet(line: string): string {
  return line.replace('npm run', 'npm run --silent');
}

// Programs are started by the dozen here.
describe('docs/backend.md', { timeout: 180_000 }, () => {
  it('has no command that is not run here, but for those that it says so of', () => {
    const all = ['One computer', 'Tokens', 'Several processes', 'In operation'].flatMap(commands);
    expect(all).toHaveLength(16);
  });

  it('has every command in a block that is run here, or in one that says that it is not', () => {
    expect(blocks('sh').map(({ heading }) => heading)).toEqual([
      'One computer',
      'One computer',
      'Tokens',
      'Several processes',
      'In operation',
    ]);
    expect(blocks('console').map(({ heading }) => heading)).toEqual(['Docker, systemd']);
    expect(blocks('bash')).toEqual([]);
  });

  it('takes an administrator from nothing to a running backend, with tokens, saved and restored', async () => {
    const port = String(await freePort());
    const here = await computer({
      '8787': port,
      'voice-cards-backup.db': join(tmpdir(), `voice-cards-${port}.db`),
    });
    onTestFinished(() => rmSync(join(tmpdir(), `voice-cards-${port}.db`), { force: true }));
    const secret = run(here, command('One computer', 'create'));
    expect(secret).toMatch(/^vc_/);
    await start(here, command('One computer', 'npm start'));
    const health = run(here, command('One computer', 'healthz'));
    expect(JSON.parse(health)).toEqual({ status: 'ok', mode: 'elevenlabs' });
    const ready = run(here, command('One computer', 'readyz'));
    expect(JSON.parse(ready)).toEqual({ status: 'ready' });
    expect(run(here, command('One computer', 'pair'))).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4} /);
    const list = command('Tokens', 'list');
    expect(run(here, list)).toContain('Support laptops | valid');
    const mint = async (token: string) => {
      const url = `http://127.0.0.1:${port}/api/voice-sdk/signed-url/agent_1`;
      return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status;
    };
    expect(await mint(secret)).toBe(200);
    const rotated = run(here, command('Tokens', 'rotate'));
    expect([await mint(secret), await mint(rotated)]).toEqual([401, 200]);
    run(here, command('In operation', 'save'));
    run(here, command('Tokens', 'revoke'));
    expect(await mint(rotated)).toBe(401);
    expect(run(here, command('Tokens', 'help'))).toContain('--minutes-per-month');
    const other = { ...here, env: { ...here.env, DATA_DIR: join(here.folder, 'restored') } };
    run(other, command('In operation', 'restore'));
    expect(run(other, list)).toContain('Support laptops | valid');
  });

  it('has several processes share what Redis holds', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const [first, second] = [String(await freePort()), String(await freePort())];
    const here = await computer({
      'redis://127.0.0.1:6379': redis.url,
      '8787': first,
      '8788': second,
    });
    const [create = '', one = '', other = '', ...looks] = commands('Several processes');
    const secret = run(here, create);
    await start(here, one);
    await start(here, other);
    expect(looks).toHaveLength(2);
    for (const look of looks) expect(JSON.parse(run(here, look))).toEqual({ status: 'ready' });
    for (const port of [first, second]) {
      const url = `http://127.0.0.1:${port}/api/voice-sdk/usage`;
      const usage = await fetch(url, { headers: { authorization: `Bearer ${secret}` } });
      expect(await usage.json()).toMatchObject({ token: 'Support laptops' });
    }
  });
});
