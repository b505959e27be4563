import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PSEUDO_LOCALE } from '../../scripts/pseudo-locale.js';

const KB = 1000;

/** Every text file of a build, by its path there. */
type Files = ReadonlyMap<string, string>;

const CHROME = readBuild('.output/chrome-mv3');
const FIREFOX = readBuild('.output/firefox-mv3');
const BUILDS: readonly (readonly [browser: string, files: Files])[] = [
  ['Chrome', CHROME],
  ['Firefox', FIREFOX],
];

describe.each(BUILDS)('size in %s, gzipped', (browser, files) => {
  test('what finds cards: 8 kB at most', () => {
    expect(printed(`${browser}'s finder`, files, ['content.js'])).toBeLessThanOrEqual(8 * KB);
  });

  test('with what draws on them: 20 kB at most', () => {
    const both = ['content.js', 'face.js'];
    expect(printed(`${browser}'s finder and face`, files, both)).toBeLessThanOrEqual(20 * KB);
  });
});

describe('size of the page that holds the conversation, its worklets too, gzipped', () => {
  test('in Chrome: 20 kB at most', () => {
    expect(sizeOfHost(CHROME, 'offscreen.html')).toBeLessThanOrEqual(20 * KB);
  });

  test('in Firefox, where it is the panel too: 73 kB at most', () => {
    expect(sizeOfHost(FIREFOX, 'window.html')).toBeLessThanOrEqual(73 * KB);
  });
});

describe('each browser gets its own alone', () => {
  test.each([
    ['offscreen', CHROME, FIREFOX],
    ['window.html', FIREFOX, CHROME],
    ['sidePanel', CHROME, FIREFOX],
  ])('%s', (word, its, other) => {
    expect(its.get('background.js')).toContain(word);
    expect(other.get('background.js')).not.toContain(word);
  });

  test('the page that holds the conversation', () => {
    expect([CHROME.has('offscreen.html'), CHROME.has('window.html')]).toEqual([true, false]);
    expect([FIREFOX.has('offscreen.html'), FIREFOX.has('window.html')]).toEqual([false, true]);
  });
});

describe.each(BUILDS)('nothing remote in %s', (_, files) => {
  test('no address of a content delivery network, nor of any host but those we may talk to', () => {
    const code = [...files].filter(([name]) => !name.startsWith('_locales/'));
    const hosts = code.flatMap(([name, text]) =>
      [...text.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+\.[a-z]{2,})/g)].map(([, host]) => ({
        name,
        host,
      })),
    );
    // A namespace, pages named in a library's error messages, and where conversations are held.
    const known =
      /^(www\.w3\.org|example\.com|github\.com|wxt\.dev|api(\.us|\.(eu|in|sg)\.residency)?\.elevenlabs\.io)$/;
    expect(hosts.filter(({ host }) => !known.test(host ?? ''))).toEqual([]);
  });

  test.each([
    'jsdelivr',
    'unpkg',
    'esm.sh',
    'livekit',
    'blob:',
    'importScripts(',
    'eval(',
    'new Function',
  ])('no %s', (word) => {
    expect([...files].filter(([, text]) => text.includes(word)).map(([name]) => name)).toEqual([]);
  });
});

describe.each(BUILDS)('the manifest of %s', (browser, files) => {
  const manifest = () => JSON.parse(files.get('manifest.json') ?? '{}');

  test('asks for no site at installation, and for nothing it could do without', () => {
    expect(manifest()).not.toHaveProperty('host_permissions');
    expect(manifest()).not.toHaveProperty('content_scripts');
    expect(manifest()).not.toHaveProperty('externally_connectable');
    const own = browser === 'Chrome' ? ['offscreen', 'sidePanel'] : [];
    expect(manifest().permissions.toSorted()).toEqual(
      ['activeTab', 'contextMenus', ...own, 'scripting', 'storage'].toSorted(),
    );
    expect(manifest().optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest().incognito).toBe('not_allowed');
  });

  test('lets pages frame the picker alone, and in Chrome at an address that does not last', () => {
    const hidden = browser === 'Chrome' ? { use_dynamic_url: true } : {};
    expect(manifest().web_accessible_resources).toEqual([
      { resources: ['picker.html'], matches: ['http://*/*', 'https://*/*'], ...hidden },
    ]);
  });

  test('lets extension pages run their own scripts alone', () => {
    const policy: string = manifest().content_security_policy.extension_pages;
    expect(policy.split('; ')).toContain("script-src 'self'");
    expect(policy.split('; ')).toContain('frame-ancestors http: https:');
    expect(policy).not.toMatch(/unsafe|blob|\bws: |\*\.elevenlabs/);
  });

  test('lets them send nothing anywhere but to a backend, to ElevenLabs and to this computer', () => {
    const policy: string = manifest().content_security_policy.extension_pages;
    const rules = policy.split('; ').map((rule) => rule.split(' '));
    const of = (name: string) => rules.find(([first]) => first === name)?.slice(1);
    const sockets = of('connect-src')?.filter((source) => /^wss?:/.test(source));
    const regions = ['us', 'eu.residency', 'in.residency', 'sg.residency'];
    expect(sockets).toEqual([
      'wss://api.elevenlabs.io',
      ...regions.map((region) => `wss://api.${region}.elevenlabs.io`),
      'ws://localhost:*',
      'ws://127.0.0.1:*',
    ]);
    for (const name of ['form-action', 'object-src', 'base-uri'])
      expect(of(name)).toEqual(["'none'"]);
  });

  test('names its shortcuts as the background knows them', () => {
    expect(Object.keys(manifest().commands)).toEqual([
      'toggle-conversation',
      'mute',
      'stop-speaking',
      'panic',
      'push-to-talk',
      'mark',
    ]);
  });
});

test.each(BUILDS)('%s speaks the languages of locales/, and no pseudo-locale', (_, files) => {
  const spoken = [...files.keys()].flatMap((name) => /^_locales\/(\w+)\//.exec(name)?.[1] ?? []);
  const written = readdirSync('locales').map((name) => name.replace('.yml', ''));
  expect(spoken.toSorted()).toEqual(written.toSorted());
  expect(spoken).not.toContain(PSEUDO_LOCALE);
});

test('Firefox is told the id, the oldest version, and what leaves the computer', () => {
  const manifest = JSON.parse(FIREFOX.get('manifest.json') ?? '{}');
  expect(manifest.browser_specific_settings).toEqual({
    gecko: {
      id: 'voice-cards@voicecards.example',
      strict_min_version: '142.0',
      data_collection_permissions: {
        required: ['personallyIdentifyingInfo', 'personalCommunications', 'websiteContent'],
        optional: ['authenticationInfo', 'browsingActivity'],
      },
    },
  });
  expect(manifest.sidebar_action).toMatchObject({ open_at_install: false });
  expect(manifest).not.toHaveProperty('key');
  expect(manifest).not.toHaveProperty('minimum_chrome_version');
});

function readBuild(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = names.filter((name) => /\.(js|css|html|json)$/.test(name));
  return new Map(texts.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function sizeOfHost(files: Files, page: string): number {
  const worklets = [...files.keys()].filter((name) => name.includes('.worklet-'));
  expect(worklets).toHaveLength(1);
  return printed('host page', files, [page, ...loadedBy(files, page), ...worklets]);
}

function printed(what: string, files: Files, names: readonly string[]): number {
  const bytes = names.reduce(
    (sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length,
    0,
  );
  process.stdout.write(`${what}: ${(bytes / KB).toFixed(1)} kB gzip (${names.join(', ')})\n`);
  return bytes;
}

/** What a page loads with its scripts, followed through their imports. */
function loadedBy(files: Files, page: string, seen = new Set<string>()): string[] {
  const text = files.get(page) ?? '';
  const names = [
    ...text.matchAll(/(?:src=|from|import)\s*["'`](?:\.?\.?\/)*([\w./-]+\.js)["'`]/g),
  ].map(([, name]) => name ?? '');
  const paths = names
    .map((name) => (files.has(name) ? name : `chunks/${name}`))
    .filter((name) => !seen.has(name));
  for (const path of paths) seen.add(path);
  return [...paths, ...paths.flatMap((path) => loadedBy(files, path, seen))];
}
