import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inTime } from './in-time.js';
import { Marionette } from './marionette.js';
import { findFirefox } from './set-up.js';
import { expectNoAttempt, startTripwire } from './tripwire.js';

/** The address that Firefox gives the extension here; elsewhere it makes one up for every installation. */
const UUID = '11111111-2222-4333-8444-555555555555';

/** Where the extension's pages are, and what the backend must let in. */
export const FIREFOX_ORIGIN = `moz-extension://${UUID}`;

/**
 * Starts Firefox with the extension in a fresh profile; anything but loopback is refused and makes close() fail.
 * @param {{ extensionDir: string, env?: Record<string, string>, headless?: boolean }} options env: where sound goes
 */
export async function launchFirefox({ extensionDir, env = {}, headless = true }) {
  const extensionId = await readExtensionId(extensionDir);
  const profile = await mkdtemp(join(tmpdir(), 'voice-cards-firefox-'));
  const tripwire = await startTripwire();
  await writeFile(join(profile, 'user.js'), preferences(extensionId, tripwire.port));
  const flags = ['-profile', profile, '-no-remote', '-marionette', '-remote-allow-system-access'];
  const firefox = spawn(program(), headless ? [...flags, '-headless'] : flags, {
    // Its own home: a running Firefox and this computer's settings stay out of it.
    env: { ...process.env, ...env, ...LOCAL, HOME: profile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  inTime(firefox);
  const ended = once(firefox, 'exit');
  const marionette = await Marionette.connect(await portOf(firefox));
  await marionette.send('Addon:Install', { path: extensionDir, temporary: true });
  return {
    marionette,
    extensionId,
    async close() {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
      await ended;
      marionette.close();
      tripwire.close();
      await rm(profile, { recursive: true, force: true });
      expectNoAttempt(tripwire.attempts);
    },
  };
}

function program() {
  const found = findFirefox();
  if (!found) throw new Error('Firefox is not installed.');
  return found;
}

/** @param {string} extensionDir */
async function readExtensionId(extensionDir) {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/**
 * @param {string} extensionId
 * @param {number} proxyPort
 */
function preferences(extensionId, proxyPort) {
  const chosen = {
    'marionette.port': 0,
    'remote.prefs.recommended': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
    // Or it would get another one when it is installed anew.
    'extensions.webextensions.keepUuidOnUninstall': true,
    // A sound server that has no device is still the one to use.
    'media.cubeb.backend': 'pulse',
    // As much patience as a busy machine needs: with Firefox's 11 ms it drops samples. In samples at 48 kHz.
    'media.cubeb_latency_mtg_frames': 4096,
    'network.dns.localDomains': 'plain.test',
    'dom.security.https_first': false,
    ...proxied(proxyPort),
    ...QUIET,
  };
  return Object.entries(chosen)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** @param {number} port */
function proxied(port) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1, [::1], .test',
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'media.peerconnection.enabled': false,
  };
}

/** Firefox's own tripwire: it ends itself when it connects to another machine past the proxy. */
const LOCAL = { MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' };

/** What Firefox would ask of its makers though Marionette's recommended preferences stop most of that. */
const QUIET = {
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'media.gmp-manager.updateEnabled': false,
};

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} firefox */
async function portOf(firefox) {
  for (const output of [firefox.stdout, firefox.stderr]) output.setEncoding('utf8');
  const lines = [firefox.stdout, firefox.stderr].map((input) => createInterface({ input }));
  let said = '';
  return new Promise((resolve, reject) => {
    for (const reader of lines) {
      reader.on('line', (line) => {
        said += `${line}\n`;
        const [, port] = /Listening on port (\d+)/.exec(line) ?? [];
        if (port) resolve(Number(port));
      });
    }
    firefox.on('exit', () => reject(new Error(`Firefox ended at once: ${said.trim()}`)));
  });
}
