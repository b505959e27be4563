import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lastReleased, releaseChanges } from '../../../scripts/release/changelog.js';

const RELEASED = '## 0.1.0 (2026-11-28)\n\nThe first version.\n';

test('what is unreleased becomes a version with its date, and its notes', () => {
  const changelog = `# Changelog\n\n## Unreleased\n\n- Something new.\n\n${RELEASED}`;
  expect(releaseChanges(changelog, '0.2.0', '2026-12-24')).toEqual({
    notes: '- Something new.',
    changelog: `# Changelog\n\n## 0.2.0 (2026-12-24)\n\n- Something new.\n\n${RELEASED}`,
  });
});

test.each([`# Changelog\n\n${RELEASED}`, `# Changelog\n\n## Unreleased\n\n${RELEASED}`, ''])(
  'where nothing is new, there is nothing to release',
  (changelog) => {
    expect(() => releaseChanges(changelog, '0.2.0', '2026-12-24')).toThrow(/says nothing/);
  },
);

test('the last version that was released is the first one that has a date', () => {
  expect(lastReleased(`## Unreleased\n\n## 0.2.0 (2026-12-24)\n\n${RELEASED}`)).toBe('0.2.0');
  expect(lastReleased('## Unreleased\n\n## 0.1.0\n')).toBe(undefined);
});

test("this project's own changelog has what is unreleased, or a version with its date, on top", () => {
  const [head] = readFileSync('CHANGELOG.md', 'utf8').match(/^## .*$/m) ?? [];
  expect(head).toMatch(/^## (Unreleased|\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\))$/);
});
