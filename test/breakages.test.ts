import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BREAKAGES } from './breakages.ts';
import type { Breakage } from './breakages/breakage.ts';
import { aimOf } from './support/breakages/hints.ts';

const ALL: readonly Breakage[] = Object.values(BREAKAGES).flat();

/** Titles that stand in a table beside the tests. */
const TABLES = readFileSync('test/support/journeys.ts', 'utf8');

test('there are enough of them, in every area', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(60);
  const poor = Object.entries(BREAKAGES).filter(([, breakages]) => breakages.length < 5);
  expect(poor.map(([area]) => area)).toEqual([]);
});

test('no two have the same name, and each says what goes wrong', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  expect(ALL.filter(({ sentence }) => !/^[A-Z].{20,}\.$/.test(sentence))).toEqual([]);
});

test('the text that a breakage replaces occurs exactly once in its file', () => {
  const stray = ALL.filter(({ file, find, replace }) => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text.split(find).length !== 2 || find === replace;
  });
  expect(stray.map(({ id, file }) => `${id}: ${file}`)).toEqual([]);
});

test('the tests that should notice are there', () => {
  const aims = ALL.flatMap(({ id, tests }) => tests.map((hint) => ({ id, ...aimOf(hint) })));
  const stray = aims.filter(({ file, title }) => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
    return text === null || !(text + TABLES).includes(title);
  });
  expect(stray.map(({ id, file, title }) => `${id}: ${file} ${title}`)).toEqual([]);
});
