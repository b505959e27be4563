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

/** @typedef {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} Firefox */

/** The address that Firefox gives the extension here; elsewhere it makes one up for every installation. */
const UUID = '11111111-2222-4333-8444-555555555555';

/** Where the extension's pages are, and what the backend must let in. */
export const FIREFOX_ORIGIN = `moz-extension://${UUID}`;

/** How a process is asked to end. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Seconds after which a Firefox that does not listen hangs. */
const START = 180;

/**
 * Starts Firefox with the extension in a fresh profile; anything but loopback is refused and makes close() fail.
 * @param {{ extensionDir: string, env?: Record<string, string>, headless?: boolean }} options
 *   env: the sound server, and the screen, of our own that it is to use; without it, this computer's
 */
export async function launchFirefox({ extensionDir, env, headless = true }) {
  const extensionId = await readExtensionId(extensionDir);
  const profile = await mkdtemp(join(tmpdir(), 'voice-cards-firefox-'));
  const tripwire = await startTripwire();
  await writeFile(join(profile, 'user.js'), preferences(extensionId, tripwire.port, Boolean(env)));
  const firefox = inTime(start(profile, headless, env));
  const ended = once(firefox, 'exit');
  const clear = async () => {
    await ended;
    tripwire.close();
    await rm(profile, { recursive: true, force: true });
  };
  const marionette = await install(firefox, extensionDir).catch(async (error) => {
    firefox.kill();
    await clear();
    throw error;
  });
  return {
    marionette,
    extensionId,
    /** Resolves when Firefox is gone, whoever closed it. */
    ended,
    async close() {
      // It may be gone already, or no longer listen.
      const quit = marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
      await quit.catch(() => firefox.kill());
      await clear();
      marionette.close();
      expectNoAttempt(tripwire.attempts);
    },
  };
}

/**
 * @param {string} profile
 * @param {boolean} headless
 * @param {Record<string, string> | undefined} ours the sound server, and the screen, that it is to use
 */
function start(profile, headless, ours) {
  const flags = ['-profile', profile, '-no-remote', '-marionette', '-remote-allow-system-access'];
  // A home of its own keeps this computer's settings out. Not so where a person sees and hears it: the keys to
  // their screen and their sound server are in their own.
  const home = ours && { HOME: profile };
  const firefox = spawn(program(), headless ? [...flags, '-headless'] : flags, {
    env: { ...process.env, ...ours, ...LOCAL, ...home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever ends this process ends Firefox, and what waits for Firefox comes to its own end.
  const end = () => firefox.kill();
  for (const signal of SIGNALS) process.once(signal, end);
  firefox.on('exit', () => SIGNALS.forEach((signal) => process.off(signal, end)));
  return firefox;
}

/**
 * @param {Firefox} firefox
 * @param {string} extensionDir
 */
async function install(firefox, extensionDir) {
  const marionette = await Marionette.connect(await portOf(firefox));
  await marionette.send('Addon:Install', { path: extensionDir, temporary: true });
  return marionette;
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
 * @param {boolean} isUnseen whether it has a sound server of our own, and nobody before it
 */
function preferences(extensionId, proxyPort, isUnseen) {
  const chosen = {
    'marionette.port': 0,
    'remote.prefs.recommended': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: UUID }),
    // Or it would get another one when it is installed anew.
    'extensions.webextensions.keepUuidOnUninstall': true,
    ...(isUnseen && { ...OUR_SOUND, ...SPARING }),
    'network.dns.localDomains': 'plain.test, elsewhere.test',
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

const OUR_SOUND = {
  // A sound server that has no device is still the one to use.
  'media.cubeb.backend': 'pulse',
  // As much patience as a busy machine needs: with Firefox's 11 ms it drops samples. In samples at 48 kHz.
  'media.cubeb_latency_mtg_frames': 4096,
};

/** What spares a test time, and shows nothing else to a person. */
const SPARING = {
  // Each frame is drawn in software: a conversation's levels that move cost as much as all the rest of it.
  'ui.prefersReducedMotion': 1,
  // How long the process of a page is kept for the next page of its site, in milliseconds.
  'dom.ipc.processReuse.unusedGraceMs': 60_000,
};

/** Firefox's own tripwire: it ends itself when it connects to another machine past the proxy, and tells nobody. */
const LOCAL = { MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1', MOZ_CRASHREPORTER_DISABLE: '1' };

/** What Firefox would ask of its makers though Marionette's recommended preferences stop most of that. */
const QUIET = {
  // Its own first page takes a process, and is seen by nobody.
  'browser.startup.page': 0,
  'browser.startup.homepage': 'about:blank',
  'browser.newtabpage.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'media.gmp-manager.updateEnabled': false,
};

/**
 * @param {Firefox} firefox
 * @returns {Promise<number>} where Marionette listens
 */
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
    const late = () => reject(new Error(`Firefox did not start within ${START} s.`));
    setTimeout(late, 1000 * START).unref();
  });
}
