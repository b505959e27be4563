import { describe, expect, it } from 'vitest';
import { namedTab, subjectOf } from '../../../entrypoints/popup/subject.ts';

describe('namedTab', () => {
  it.each([
    ['', null],
    ['?tab=', null],
    ['?tab=x', null],
    ['?tab=-1', null],
    ['?tab=7', 7],
  ])('reads %j as %j', (search, tab) => {
    expect(namedTab(search)).toBe(tab);
  });
});

const NOWHERE = { windowId: null, site: null, address: null };

describe('subjectOf', () => {
  it('knows a web page by its site', () => {
    expect(subjectOf({ id: 7, windowId: 3, url: 'http://127.0.0.1:8787/demo' })).toEqual({
      tabId: 7,
      windowId: 3,
      site: 'http://127.0.0.1',
      address: 'http://127.0.0.1:8787/demo',
      isSeen: true,
    });
  });

  it('has no site for a page of the browser', () => {
    const subject = subjectOf({ id: 7, url: 'chrome://extensions/' });
    expect(subject).toEqual({ tabId: 7, ...NOWHERE, isSeen: true });
  });

  it('does not know a tab it may not see, or that is gone', () => {
    expect(subjectOf({ id: 7 })).toEqual({ tabId: 7, ...NOWHERE, isSeen: false });
    expect(subjectOf(null)).toEqual({ tabId: null, ...NOWHERE, isSeen: false });
  });
});
