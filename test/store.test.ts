import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What both stores take as a description, in characters; Mozilla's would be longer. */
const LONGEST_DESCRIPTION = 16_000;
const SCREENSHOT = { width: 1280, height: 800 };

const chrome = readFileSync('docs/store/chrome.md', 'utf8');
const firefox = readFileSync('docs/store/firefox.md', 'utf8');
const config = readFileSync('wxt.config.ts', 'utf8');
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

describe.each([
  ['chrome', chrome],
  ['firefox', firefox],
])('what the store of %s is told', (browser, text) => {
  const manifest = manifestOf(browser);

  test('justifies every permission that the manifest asks for, once, and no other', () => {
    const { permissions, optional_permissions = [], optional_host_permissions } = manifest;
    const asked: string[] = [...permissions, ...optional_permissions, ...optional_host_permissions];
    expect(asked.length).toBeGreaterThan(4);
    expect(codesIn(text, 'Permissions').toSorted()).toEqual(asked.toSorted());
  });
});

test('Chrome’s store is told every address that extension pages may connect to', () => {
  const policy: string = manifestOf('chrome').content_security_policy.extension_pages;
  const [, sources = ''] = /connect-src ([^;]*)/.exec(policy) ?? [];
  expect(codesIn(chrome, 'Where it connects')).toEqual(sources.split(' '));
});

test('Mozilla is told why every kind of data is needed that the manifest names', () => {
  const { required, optional } =
    manifestOf('firefox').browser_specific_settings.gecko.data_collection_permissions;
  expect(codesIn(firefox, 'Data')).toEqual([...required, ...optional]);
});

describe('the notes to reviewers', () => {
  const section = sectionOf(firefox, '## Notes to reviewers');
  const rows = rowsOf(sectionOf(section, '### What is changed in dependencies'));

  test('name every plugin and every alias by which the build changes code', () => {
    const plugins = [...config.matchAll(/name: 'voice-cards:([\w-]+)'/g)].map(
      ([, name = '']) => name,
    );
    const used = /plugins: \[([^\]]*)\]/.exec(config)?.[1]?.match(/\w+\(\)/g) ?? [];
    const [, aliases = ''] = /alias: \[([^]*?)\n {6}\]/.exec(config) ?? [];
    const found = [...aliases.matchAll(/find: (.*),/g)].map(([, name]) =>
      (name ?? '').replace(/[\\^$'/]+/g, (signs) => (signs.startsWith('\\') ? '/' : '')),
    );
    expect([used.length, found.length]).toEqual([plugins.length, 2]);
    expect(rows.map(([name]) => codeOf(name)).toSorted()).toEqual(
      [...plugins, ...found].toSorted(),
    );
  });

  test('name each dependency with the version that is installed', () => {
    const said = rows.flatMap(([, of = '']) => [...of.matchAll(/^`(\S+)` (\d\S*)$/g)]);
    expect(said.length).toBe(rows.length - 1);
    expect(said.filter(([, name, version]) => lockedVersion(name) !== version)).toEqual([]);
  });

  test('give the steps that README gives', () => {
    const [, steps = ''] = /^```sh$([^]*?)^```$/m.exec(section) ?? [];
    const readme = readFileSync('README.md', 'utf8');
    for (const step of steps.trim().split('\n')) expect(readme).toContain(`\n${step}`);
  });
});

describe.each([
  ['en', ['Name', 'Summary', 'Description', 'Screenshots']],
  ['de', ['Name', 'Zusammenfassung', 'Beschreibung', 'Bilder']],
])('the listing in %s', (language, headings) => {
  const text = readFileSync(`docs/store/listing.${language}.md`, 'utf8');
  const [name, summary, description, pictures] = headings.map((heading) =>
    sectionOf(text, `## ${heading}`),
  );
  const locale = readFileSync(`locales/${language}.yml`, 'utf8');

  test('has the name and the summary that the manifest has', () => {
    expect(name).toBe(textOf(locale, 'extension_name'));
    expect(summary).toBe(textOf(locale, 'extension_description'));
    expect(summary?.length).toBeLessThanOrEqual(132);
  });

  test('has a description that stores show as it is', () => {
    expect(description?.length).toBeGreaterThan(500);
    expect(description?.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
    expect(description).not.toMatch(/[`*#[\]|<>]/);
  });

  test('has every screenshot, of the size that Chrome’s store wants, and no other', () => {
    const named = [...(pictures ?? '').matchAll(/^\d\. `(\S+)`: \S/gm)].map(([, file]) => file);
    const folder = `docs/store/screenshots/${language}`;
    expect(named.length).toBeLessThanOrEqual(5);
    expect(readdirSync(folder).toSorted()).toEqual(named);
    for (const file of named) expect(sizeOf(`${folder}/${file}`)).toEqual(SCREENSHOT);
  });
});

function manifestOf(browser: string) {
  return JSON.parse(readFileSync(`.output/${browser}-mv3/manifest.json`, 'utf8'));
}

/** What stands under a heading, up to the next of its level. */
function sectionOf(text: string, heading: string): string {
  const [hashes] = heading.split(' ');
  const [, rest = ''] = `\n${text}`.split(`\n${heading}\n`);
  return (rest.split(`\n${hashes} `)[0] ?? '').trim();
}

/** The rows of the first table in a text, without its head. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What the rows of a section's table begin with. */
function codesIn(text: string, heading: string): string[] {
  return rowsOf(sectionOf(text, `## ${heading}`)).map(([cell]) => codeOf(cell));
}

function codeOf(cell = ''): string {
  return /^`(.*)`$/.exec(cell)?.[1] ?? `not code: ${cell}`;
}

/** The version of a package by its own name, under whatever name it is installed. */
function lockedVersion(name = ''): string | undefined {
  const renamed = Object.values<{ name?: string; version: string }>(packages);
  const alias = renamed.find((entry) => entry.name === name);
  return (alias ?? packages[`node_modules/${name}`])?.version;
}

function textOf(locale: string, key: string): string | undefined {
  return new RegExp(`^${key}: (.*)$`, 'm').exec(locale)?.[1];
}

/** The size of a picture in pixels, as the first chunk of a PNG file says. */
function sizeOf(path: string): { width: number; height: number } {
  const png = readFileSync(path);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
