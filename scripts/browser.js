import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { connectDevTools } from './devtools.js';
import { extensionIdOf } from './extension-id.js';
import { copyInOneLanguage } from './one-language.js';
import { createProfile } from './profile.js';
import { PSEUDO_LOCALE } from './pseudo-locale.js';
import { installSpeakerTap } from './speaker-tap.js';
import { findChromium } from './set-up.js';
import { expectNoAttempt, startTripwire } from './tripwire.js';

/**
 * @typedef {object} BrowserOptions
 * @property {string} extensionDir the built, unpacked extension
 * @property {string[]} [others] further extensions, unpacked, that are installed beside it
 * @property {boolean} [headless] default true
 * @property {string} [wav] the WAV that is the microphone, see microphoneWav(); none: Chromium's beeps
 * @property {boolean} [realMicrophone] the machine's own microphone instead
 * @property {string[]} [hostPermissions] match patterns the person has granted; default: every site
 * @property {import('./profile.js').MicrophoneGrant} [microphone] default 'granted'
 * @property {(() => void)[]} [probes] run in the offscreen document before its own scripts
 * @property {string} [language] the one that the extension speaks, of its own or the pseudo-locale; default: the browser's
 * @property {number} [scale] pixels of the screen to a pixel of a page; default 1
 * @property {string} [display] the X display that shows the window; default: this process's own
 * @property {boolean} [isStill] whether pages are told that less motion is wanted, which is cheaper to draw; default false
 * @property {string[]} [args] further Chromium switches
 * @property {boolean} [backForwardCache] whether pages that were left are kept, as for a person; else Playwright forbids it
 */

/** Of several such switches Chromium heeds the last, so this names what Playwright turns off, too. */
const TURNED_OFF = [
  // Pages of the browser's own behind its address bar, which nobody sees here: each start would load them.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const EVERY_SITE = ['http://*/*', 'https://*/*'];

/**
 * Starts Chromium with the extension in a fresh profile, and watches it; anything but loopback is refused and
 * makes close() fail.
 * @param {BrowserOptions} options
 */
export async function launchBrowser(options) {
  const started = await startChromium(options);
  const watch = await started.watch({ probes: options.probes ?? [], listens: true });
  return {
    ...started,
    ...watch,
    async close() {
      watch.devTools.close();
      await started.close();
    },
  };
}

/**
 * The same without a connection to DevTools, so that each of several tests can have one of its own.
 * @param {Omit<BrowserOptions, 'probes'>} options
 */
export async function startChromium(options) {
  const { language, hostPermissions = EVERY_SITE, microphone = 'granted' } = options;
  const copy = language && (await copyInOneLanguage(options.extensionDir, language));
  const extensionDir = copy || options.extensionDir;
  const extensionId = await readExtensionId(extensionDir);
  const [profile, tripwire] = await Promise.all([
    createProfile({ extensionId, hostPermissions, microphone }),
    startTripwire(),
  ]);
  const context = await launchContext(profile, tripwire.port, { ...options, extensionDir });
  return {
    context,
    extensionId,
    /** The extension's service worker, as soon as it runs. */
    worker: () => serviceWorker(context, extensionId),
    /** Addresses off this machine that were asked for so far. */
    attempts: tripwire.attempts,
    /**
     * Connects to DevTools.
     * @param {import('./speaker-tap.js').Watching} watching
     */
    async watch(watching) {
      const devTools = await connectDevTools(profile);
      return { devTools, speaker: await installSpeakerTap(devTools, watching) };
    },
    async close() {
      await context.close();
      tripwire.close();
      await rm(profile, { recursive: true, force: true });
      if (copy) await rm(copy, { recursive: true, force: true });
      expectNoAttempt(tripwire.attempts);
    },
  };
}

/**
 * @param {string} profile
 * @param {number} proxyPort
 * @param {BrowserOptions} options
 */
async function launchContext(profile, proxyPort, options) {
  const { headless = true, scale, isStill = false, args = [] } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: (await findChromium()) ?? chromium.executablePath(),
    headless,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreHTTPSErrors: true,
    env: environment(options),
    // A window that a person may resize; without one, a size that suits a screenshot.
    viewport: headless ? { width: 1280, height: 860 } : null,
    ...(scale && { deviceScaleFactor: scale }),
    ...(isStill && { reducedMotion: 'reduce' }),
    ...(options.backForwardCache && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    args: [...switches(options, proxyPort), `--disable-features=${TURNED_OFF.join()}`, ...args],
  });
}

/**
 * What Chromium is to be started with, however that is done.
 * @param {BrowserOptions} options
 * @param {number} proxyPort where everything off this machine is led
 */
export function switches(options, proxyPort) {
  const extensions = [options.extensionDir, ...(options.others ?? [])].join();
  return [
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
    ...microphoneSwitches(options),
    ...networkSwitches(proxyPort),
    ...languageSwitches(options),
  ];
}

/** @param {string} extensionDir */
export async function readExtensionId(extensionDir) {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  return extensionIdOf(manifest.key);
}

/** @param {BrowserOptions} options */
function microphoneSwitches({ wav, realMicrophone = false }) {
  if (realMicrophone) return [];
  const device = '--use-fake-device-for-media-stream';
  return wav ? [device, `--use-file-for-fake-audio-capture=${wav}%noloop`] : [device];
}

/** @param {BrowserOptions} options */
function languageSwitches({ language }) {
  return language === PSEUDO_LOCALE ? ['--force-ui-direction=rtl'] : [];
}

/**
 * A browser that no person looks at speaks English, whatever this computer speaks.
 * @param {BrowserOptions} options
 */
function environment({ headless = true, display }) {
  const { env } = process;
  if (display) return { ...env, LANGUAGE: 'en', DISPLAY: display };
  return headless ? { ...env, LANGUAGE: 'en' } : env;
}

/** @param {number} proxyPort */
function networkSwitches(proxyPort) {
  return [
    `--proxy-server=http://127.0.0.1:${proxyPort}`,
    // <-loopback> takes back Chromium's own exceptions, among them link-local addresses.
    '--proxy-bypass-list=<-loopback>;127.0.0.1;localhost;[::1];*.test',
    '--host-resolver-rules=MAP *.test 127.0.0.1, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE ::1, MAP * ~NOTFOUND',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    // No switch stops Chromium's component updater, sign-in check and page hints: they get a port nobody may open.
    '--component-updater=url-source=http://127.0.0.1:9/',
    '--gaia-url=http://127.0.0.1:9',
    '--google-apis-url=http://127.0.0.1:9',
    // Chromium ends itself when these two are not https.
    '--optimization-guide-service-get-hints-url=https://127.0.0.1:9/',
    '--optimization-guide-service-get-models-url=https://127.0.0.1:9/',
    '--disable-domain-reliability',
    '--disable-quic',
    // The speaker tap's way in.
    '--remote-debugging-port=0',
  ];
}

/**
 * @param {import('playwright').BrowserContext} context
 * @param {string} extensionId
 */
async function serviceWorker(context, extensionId) {
  /** @param {import('playwright').Worker} worker */
  const isOurs = (worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  return context.serviceWorkers().find(isOurs) ?? context.waitForEvent('serviceworker', isOurs);
}
