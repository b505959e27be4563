import { describe, expect, test } from 'vitest';
import { pageSettings } from '../../core/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { whereabouts } from '../../core/whereabouts.ts';

const FRAME = new URL('https://frame.example/a');
const PAGE = new URL('https://page.example:8443/b');
const [FRAME_SITE, PAGE_SITE] = ['https://frame.example', 'https://page.example'];

describe('where a document is', () => {
  test.each([
    ['a page', PAGE, null, { site: PAGE_SITE }],
    ['a frame of another site', FRAME, PAGE, { site: FRAME_SITE, within: PAGE_SITE }],
    ['a frame of the same site', PAGE, PAGE, { site: PAGE_SITE }],
    ['a frame without an address', null, PAGE, { site: null, within: PAGE_SITE }],
  ])('%s', (_, document, page, where) => {
    expect(whereabouts(document, page, false)).toEqual({ ...where, isOpaque: false });
  });
});

describe('what a document may start without asking', () => {
  const given = { agentId: 'echo', name: null, at: 0 };
  const settings = {
    ...DEFAULT_SETTINGS,
    approvals: [
      { ...given, site: FRAME_SITE, within: PAGE_SITE },
      { ...given, agentId: 'other', site: FRAME_SITE },
    ],
  };
  test.each([
    ['in the frame it was given for', FRAME, PAGE, false, ['echo']],
    ['of the same site, as a page', FRAME, null, false, ['other']],
    ['in a frame of it in another page', FRAME, new URL('https://evil.example/'), false, []],
    ['on the page around it', PAGE, null, false, []],
    ['in a sandbox', FRAME, PAGE, true, []],
  ])('%s', (_, document, page, isOpaque, approved) => {
    const where = whereabouts(document, page, isOpaque);
    expect(pageSettings(settings, where).approved).toEqual(approved);
  });
});
