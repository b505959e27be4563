import { expect, test } from 'vitest';
import { type SenderFacts, senderKind } from '../../core/sender.ts';

const ROOT = 'chrome-extension://abc/';
const SELF = { id: 'abc', root: ROOT, hosts: ['offscreen.html'] };
const PAGE = { id: 'abc', url: 'https://site.example/', frameId: 0, tab: { id: 3 } };

const TABLE: readonly [string, SenderFacts, string | null][] = [
  ['a page', PAGE, 'content'],
  ['a page in front, as Chrome says it', { ...PAGE, documentLifecycle: 'active' }, 'content'],
  ['a frame in a page', { ...PAGE, frameId: 4 }, 'content'],
  ['a page without a frame', { ...PAGE, frameId: undefined }, null],
  ['a prerendered page', { ...PAGE, documentLifecycle: 'prerender' }, null],
  ['a page without a tab', { id: 'abc', url: 'https://site.example/', frameId: 0 }, null],
  ['another extension', { ...PAGE, id: 'other' }, null],
  ['nobody', {}, null],
  ['the host', { id: 'abc', url: `${ROOT}offscreen.html` }, 'host'],
  [
    'the options page',
    { id: 'abc', url: `${ROOT}options.html`, frameId: 0, tab: { id: 5 } },
    'page',
  ],
  ['the popup', { id: 'abc', url: `${ROOT}popup.html?tab=3` }, 'page'],
  ['the background', { id: 'abc', url: `${ROOT}background.js` }, 'background'],
  [
    'the background page',
    { id: 'abc', url: `${ROOT}_generated_background_page.html` },
    'background',
  ],
  ['the background, unnamed', { id: 'abc' }, 'background'],
  [
    'a page that writes our address into its own',
    { ...PAGE, url: `https://evil.example/${ROOT}popup.html` },
    'content',
  ],
];

test.each(TABLE)('%s', (_, sender, kind) => {
  expect(senderKind(sender, SELF)).toBe(kind);
});
