import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/set-up.js';

/** Runs a few lines of JavaScript in a Node that may reach loopback alone. */
function runOffline(script: string) {
  const args = ['--import', './scripts/loopback-only.js', '--input-type=module', '--eval', script];
  const { NODE_OPTIONS: _, LOOPBACK_ATTEMPTS: __, ...env } = process.env;
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env });
}

describe('a process that may reach loopback alone', () => {
  test('reaches loopback, by address and by name', () => {
    const { status, stdout } = runOffline(`
      import { once } from 'node:events';
      import { createServer } from 'node:http';
      const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address();
      for (const host of ['127.0.0.1', 'localhost']) {
        process.stdout.write(await (await fetch('http://' + host + ':' + port)).text());
      }
      server.close();
      server.closeAllConnections();
    `);
    expect(stdout).toBe('herehere');
    expect(status).toBe(0);
  });

  test.each([
    ['an address', `await fetch('http://192.0.2.1').catch(() => 0)`, '192.0.2.1'],
    ['a name', `await fetch('https://example.com').catch(() => 0)`, 'example.com'],
    [
      'a look-up',
      `await (await import('node:dns/promises')).lookup('a.example').catch(() => 0)`,
      'a.example',
    ],
  ])('fails for %s, even when its own code forgives the error', (_what, script, host) => {
    const { status, stderr } = runOffline(script);
    expect(stderr).toContain(`tried to reach ${host}`);
    expect(status).toBe(1);
  });
});
