import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAILURE_CODES } from '../core/remedy.ts';
import { SENDERS, TO_BACKGROUND } from '../core/messages.ts';
import { SETTINGS } from '../server/config/settings.ts';
import { readSources } from './support/sources.ts';

const sources = readSources();

describe('arrows', () => {
  test('core looks at nothing but itself and its validator', () => {
    const stray = arrows('core/').filter(([, to]) => !to.startsWith('core/') && to !== 'valibot');
    expect(stray).toEqual([]);
  });

  test('server looks at nothing of ours but itself and core', () => {
    const stray = arrows('server/').filter(([, to]) => /^(entrypoints|scripts|test)\//.test(to));
    expect(stray).toEqual([]);
  });

  test('inside the server: main, app, routes, plugins, budgets and agents, store and tokens, core', () => {
    const floors = [
      /^core\//,
      /^server\/(store|tokens)\//,
      /^server\/(elevenlabs|echo-agent|budget)\//,
      /^server\/plugins\//,
      /^server\/(mint|routes\/.*)\.ts/,
      /^server\/app\.ts/,
      /^server\/(main|token|backup)\.ts/,
    ];
    const rank = (path: string) => floors.findIndex((floor) => floor.test(path));
    const upward = arrows('server/').filter(
      ([from, to]) => rank(from) >= 0 && rank(to) > rank(from),
    );
    expect(upward).toEqual([]);
  });

  test('a browser context looks at itself, at what contexts share, and at core, never sideways', () => {
    const stray = arrows('entrypoints/').filter(([from, to]) => {
      const own = from.split('/').slice(0, 2).join('/');
      const ours = /^(core|entrypoints|server|scripts|test)\//.test(to);
      return (
        ours && ![`${own}/`, 'entrypoints/shared/', 'core/'].some((room) => to.startsWith(room))
      );
    });
    expect(stray).toEqual([]);
  });

  test('the SDK is imported where the conversation is held, and nowhere else', () => {
    const importers = arrows('')
      .filter(([, to]) => to.startsWith('@11labs/'))
      .map(([from]) => from);
    expect(importers.length).toBeGreaterThan(0);
    expect(
      importers.filter((from) => !from.startsWith('entrypoints/shared/conversation/')),
    ).toEqual([]);
  });

  test.each(['content', 'face', 'marks', 'roots', 'aim'])(
    'on a page, %s carries no validator and no polyfill',
    (script) => {
      const reached = reach(`entrypoints/${script}/index.ts`);
      expect(reached).not.toContain('valibot');
      expect(reached).not.toContain('wxt/browser');
    },
  );
});

describe('sizes', () => {
  const files = sources.map(({ path, lines }) => [lines, path] as const);
  const functions = sources.flatMap((source) =>
    source.functions.map(({ name, lines }) => [lines, `${source.path}: ${name}`] as const),
  );

  test('files: 250 lines at most, 140 at the 90th percentile', () => {
    expect(files.filter(([lines]) => lines > 250)).toEqual([]);
    expect(p90(files)).toBeLessThanOrEqual(140);
  });

  test('functions: 50 lines at most, 25 at the 90th percentile', () => {
    expect(functions.length).toBeGreaterThan(100);
    expect(functions.filter(([lines]) => lines > 50)).toEqual([]);
    expect(p90(functions)).toBeLessThanOrEqual(25);
  });

  test('entrypoints wire: 40 lines at most', () => {
    const entries = sources.filter(({ path }) => /^entrypoints\/[^/]+\/index\.tsx?$/.test(path));
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter(({ lines }) => lines > 40).map(({ path }) => path)).toEqual([]);
  });
});

describe('patience', () => {
  test('no test gives up after the second that `vi.waitFor` waits by itself', () => {
    const names = readdirSync('test', { recursive: true, encoding: 'utf8' });
    const impatient = names
      .filter((name) => name.endsWith('.test.ts'))
      .filter((name) => /\bvi\.waitFor\(/.test(readFileSync(join('test', name), 'utf8')));
    expect(impatient).toEqual([]);
  });
});

describe('said once', () => {
  test.each(Object.keys(SENDERS))('message %s has exactly one receiver', (name) => {
    const receiver = new RegExp(`\\b(?:receive|receiveUntrusted|onMessage)\\(\\s*'${name}'`, 'g');
    const receivers = sources
      .filter(({ path }) => path.startsWith('entrypoints/'))
      .flatMap(({ text }) => text.match(receiver) ?? []);
    expect(receivers).toHaveLength(1);
  });

  test('what a page may say is looked at before it is heard, all of it', () => {
    const heard = sources
      .filter(({ path }) => path.startsWith('entrypoints/background/'))
      .flatMap(({ text }) => [...text.matchAll(/\breceiveUntrusted\(\s*'(\w+)'/g)])
      .map(([, name]) => name);
    const fromPages = Object.entries(TO_BACKGROUND).filter(([, from]) => from.includes('content'));
    expect(new Set(heard)).toEqual(new Set(fromPages.map(([name]) => name)));
  });

  test('our own contexts ask who speaks: one place hears without, and adds that', () => {
    const hearers = sources
      .filter(({ path, text }) => /import \{[^}]*\bonMessage\b/.test(text) && !isForPages(path))
      .map(({ path }) => path);
    expect(hearers).toEqual(['entrypoints/shared/receive.ts']);
  });

  test('every text is used, and every failure has one', () => {
    const keys = [...readFileSync('locales/en.yml', 'utf8').matchAll(/^(\w+):/gm)].map(
      ([, key]) => key ?? '',
    );
    const code = sources.map(({ text }) => text).join('\n') + readFileSync('wxt.config.ts', 'utf8');
    // A key is written out, or made of a prefix and a word: t(`failure_${code}`).
    const prefixes = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const isUsed = (key: string) =>
      code.includes(key) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
    expect(FAILURE_CODES.filter((failure) => !keys.includes(`failure_${failure}`))).toEqual([]);
  });

  test('every sentence for a failure stands in docs/troubleshooting.md', () => {
    const help = readFileSync('docs/troubleshooting.md', 'utf8');
    const sentences = [
      ...readFileSync('locales/en.yml', 'utf8').matchAll(/^failure_(\w+): (.*)$/gm),
    ];
    const wanted = sentences.filter(([, code]) => code !== 'detail');
    expect(wanted.length).toBe(FAILURE_CODES.length);
    expect(
      wanted.filter(([, , text]) => !help.includes(`"${text}"`)).map(([, code]) => code),
    ).toEqual([]);
  });

  test('every setting of the server is explained in .env.example, and nothing else is', () => {
    const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    expect(shown).toEqual(SETTINGS);
  });
});

/** Whether a file is brought into pages, where nobody but us can speak. */
function isForPages(path: string): boolean {
  return /^entrypoints\/(content|face|marks|roots|site-cards|aim)\//.test(path);
}

type Arrow = readonly [from: string, to: string];

function arrows(room: string): Arrow[] {
  return sources
    .filter(({ path }) => path.startsWith(room))
    .flatMap(({ path, imports }) => imports.map((to): Arrow => [path, to]));
}

/** Everything that a file pulls in, directly or not, but for types. */
function reach(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const to of valueImports(path)) reach(to, seen);
  return seen;
}

function valueImports(path: string): readonly string[] {
  const source = sources.find((candidate) => candidate.path === path);
  const typesOnly = [...(source?.text ?? '').matchAll(/import type .*? from '(.*?)'/gs)].map(
    ([, to]) => to?.split('/').at(-1),
  );
  return (source?.imports ?? []).filter((to) => !typesOnly.includes(to.split('/').at(-1)));
}

function p90(sized: readonly (readonly [lines: number, name: string])[]): number {
  const lines = sized.map(([count]) => count).toSorted((a, b) => a - b);
  return lines[Math.ceil(lines.length * 0.9) - 1] ?? 0;
}
