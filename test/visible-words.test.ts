import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { visibleWords } from './support/visible-words.ts';

const paths = readdirSync('entrypoints', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|html|css)$/.test(name))
  .map((name) => join('entrypoints', name));

test('no word that a person sees or hears stands in code; all are in locales/', () => {
  expect(paths.length).toBeGreaterThan(100);
  const found = paths.flatMap((path) =>
    visibleWords(path, readFileSync(path, 'utf8')).map((words) => `${path}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['page.tsx', '<p>Word</p>'],
  ['page.tsx', "<p>{isOn ? 'Word' : t('off')}</p>"],
  ['page.tsx', '<p>{count} words</p>'],
  ['page.tsx', '<p>{isOn && `${count} words`}</p>'],
  ['page.tsx', '<button aria-label="Word" />'],
  ['page.tsx', "<input placeholder={given || 'Word'} />"],
  ['page.tsx', '<Field label="Word" />'],
  ['menu.ts', "menus.create({ title: 'Word' })"],
  ['face.ts', "button.ariaLabel = 'Word'"],
  ['face.ts', "box.textContent = name + ' speaks'"],
  ['face.ts', "setAttribute(button, 'title', 'Word')"],
  ['face.ts', "box.append('Word')"],
  ['face.ts', "make('p', 'note', 'Word')"],
  ['face.ts', "const CSS = `p::before { content: 'Word' }`"],
  ['style.css', "p::before { content: 'Word' }"],
  ['index.html', '<title>Voice Cards options</title>'],
  ['index.html', '<body>Word</body>'],
  ['index.html', '<img alt="Word" />'],
])('a word is found in %s: %s', (path, text) => {
  expect(visibleWords(path, text)).not.toEqual([]);
});

test.each([
  ['page.tsx', "<p class=\"note\" dir='auto'>{t('key')} · {name}!</p>"],
  ['face.ts', "const box = make('div', 'note', t('key')); box.ariaHidden = 'true'"],
  ['index.html', '<meta charset="utf-8" /><title>Voice Cards</title>'],
  ['style.css', "p::before { content: '✓ ' / '' }"],
])('no word is found in %s: %s', (path, text) => {
  expect(visibleWords(path, text)).toEqual([]);
});
