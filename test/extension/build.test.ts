import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';

const BUILD = '.output/chrome-mv3';
const KB = 1000;

/** Every text file of the build, by its path there. */
let files: ReadonlyMap<string, string>;

beforeAll(() => {
  const names = readdirSync(BUILD, { recursive: true, encoding: 'utf8' });
  const texts = names.filter((name) => /\.(js|css|html|json)$/.test(name));
  files = new Map(texts.map((name) => [name, readFileSync(join(BUILD, name), 'utf8')]));
});

describe('size, gzipped', () => {
  test('the content script: 8 kB at most', () => {
    expect(printed('content script', ['content.js'])).toBeLessThanOrEqual(8 * KB);
  });

  test('the host page with all it loads, its worklets too: 20 kB at most', () => {
    const worklets = [...files.keys()].filter((name) => name.includes('.worklet-'));
    expect(worklets).toHaveLength(2);
    const page = ['offscreen.html', ...loadedBy('offscreen.html'), ...worklets];
    expect(printed('host page', page)).toBeLessThanOrEqual(20 * KB);
  });
});

describe('nothing remote', () => {
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
      /^(www\.w3\.org|github\.com|wxt\.dev|api(\.us|\.(eu|in|sg)\.residency)?\.elevenlabs\.io)$/;
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

describe('the manifest', () => {
  const manifest = () => JSON.parse(files.get('manifest.json') ?? '{}');

  test('asks for no site at installation, and for nothing it could do without', () => {
    expect(manifest()).not.toHaveProperty('host_permissions');
    expect(manifest()).not.toHaveProperty('content_scripts');
    expect(manifest()).not.toHaveProperty('web_accessible_resources');
    expect(manifest()).not.toHaveProperty('externally_connectable');
    expect(manifest().permissions.toSorted()).toEqual([
      'activeTab',
      'offscreen',
      'scripting',
      'storage',
    ]);
    expect(manifest().optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest().incognito).toBe('not_allowed');
  });

  test('lets extension pages run their own scripts alone', () => {
    const policy: string = manifest().content_security_policy.extension_pages;
    expect(policy.split('; ')).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|blob|\bws: |\*\.elevenlabs/);
  });
});

function printed(what: string, names: readonly string[]): number {
  const bytes = names.reduce(
    (sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length,
    0,
  );
  process.stdout.write(`${what}: ${(bytes / KB).toFixed(1)} kB gzip (${names.join(', ')})\n`);
  return bytes;
}

/** What a page loads with its scripts, followed through their imports. */
function loadedBy(page: string, seen = new Set<string>()): string[] {
  const text = files.get(page) ?? '';
  const names = [
    ...text.matchAll(/(?:src=|from|import)\s*["'`](?:\.?\.?\/)*([\w./-]+\.js)["'`]/g),
  ].map(([, name]) => name ?? '');
  const paths = names
    .map((name) => (files.has(name) ? name : `chunks/${name}`))
    .filter((name) => !seen.has(name));
  for (const path of paths) seen.add(path);
  return [...paths, ...paths.flatMap((path) => loadedBy(path, seen))];
}
