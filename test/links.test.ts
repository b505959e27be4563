import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = ['.', 'docs', 'docs/decisions', 'docs/store', 'assets/sounds', 'test'].flatMap(
  (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
);

test.each(pages)('the links of %s lead to what is there', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^```[^]*?^```$/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const lost = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(page, link));
  expect(lost).toEqual([]);
});

/** Whether a link of a page leads to a file, and to a heading where it names one. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return false;
  if (heading === undefined) return true;
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)];
  return headings.some(([, words = '']) => anchorOf(words) === heading);
}

/** How a heading is named in links, as GitHub does it. */
function anchorOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
}
