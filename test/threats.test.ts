import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { titlesIn } from './support/test-titles.ts';
import { THREATS, threatsPage } from './support/threats.ts';

const read = new Map<string, readonly string[]>();

/** The titles in a file, which many threats may name. */
function titlesOf(file: string): readonly string[] {
  const path = `test/${file}`;
  const titles = read.get(file) ?? (existsSync(path) ? titlesIn(path) : []);
  read.set(file, titles);
  return titles;
}

const NUMBERS = Array.from({ length: 40 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`);

test('each threat is there, once', () => {
  expect(Object.keys(THREATS).toSorted()).toEqual(NUMBERS);
});

test.each(Object.entries(THREATS))('%s has tests, and all of them exist', (_, { tests }) => {
  const named = Object.entries(tests).flatMap(([file, titles]) =>
    titles.map((title) => ({ file, title })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ file, title }) => !titlesOf(file).includes(title))).toEqual([]);
});

test('the page about them says the same', async () => {
  await expect(threatsPage()).toMatchFileSnapshot('../docs/threats.md');
});
