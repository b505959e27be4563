import { describe, expect, it } from 'vitest';
import { draftFor, faultsOf, markOf, scopeOf } from '../../core/mark-draft.ts';
import { aMark, anAnchor } from '../support/marks.ts';

const ANCHOR = anAnchor();

const PAGE = new URL('https://shop.example:8443/plans/pro?b=2&a=1&utm_source=x');
const DRAFT = { ...draftFor(PAGE, 'Pro', null), agentId: 'echo' };

describe('what is proposed for an element', () => {
  it('is this page, with the name of the element, and the folder of the page as a pattern', () => {
    expect(draftFor(PAGE, 'Pro', null)).toEqual({
      agentId: '',
      label: 'Pro',
      kind: 'page',
      pattern: '/plans/*',
      corner: 'top-end',
    });
    expect(draftFor(new URL('https://shop.example/plans'), '', null).pattern).toBe('/plans*');
  });

  it('is what was said of the mark before, when that is attached anew', () => {
    const scope = { kind: 'path', site: 'https://shop.example', pattern: '/p*' } as const;
    const before = aMark({ label: 'Mine', scope, corner: 'bottom-start' });
    expect(draftFor(PAGE, 'Pro', before)).toEqual({
      agentId: 'echo',
      label: 'Mine',
      kind: 'path',
      pattern: '/p*',
      corner: 'bottom-start',
    });
  });
});

describe('where a draft holds', () => {
  it.each([
    ['page', { kind: 'page', site: 'https://shop.example', path: '/plans/pro?a=1&b=2' }],
    ['path', { kind: 'path', site: 'https://shop.example', pattern: '/plans/*' }],
    ['site', { kind: 'site', site: 'https://shop.example' }],
  ] as const)('%s', (kind, scope) => {
    expect(scopeOf({ ...DRAFT, kind }, PAGE)).toEqual(scope);
  });

  it('nowhere, on a page that is none of the web', () => {
    expect(scopeOf(DRAFT, new URL('file:///home/x.html'))).toBeNull();
  });
});

describe('what stands in the way of keeping a draft', () => {
  it.each([
    [{}, {}],
    [{ agentId: '' }, { agentId: 'empty' }],
    [{ agentId: 'no id' }, { agentId: 'unreadable' }],
    [{ label: ' ' }, { label: 'empty' }],
    [{ kind: 'path', pattern: 'plans' }, { pattern: 'slash' }],
    [{ kind: 'path', pattern: '/other/*' }, { pattern: 'elsewhere' }],
    // What is not used is not looked at.
    [{ kind: 'site', pattern: 'plans' }, {}],
  ] as const)('%j: %j', (said, faults) => {
    expect(faultsOf({ ...DRAFT, ...said }, PAGE)).toEqual(faults);
  });
});

describe('the mark that a draft makes', () => {
  const scope = { kind: 'site', site: 'https://shop.example' } as const;

  it('is new, with an id and a time of its own', () => {
    const made = markOf({ ...DRAFT, label: '  Pro ' }, scope, ANCHOR, {
      id: 'm2',
      at: 7,
      before: null,
    });
    expect(made).toEqual(aMark({ id: 'm2', at: 7, label: 'Pro', scope }));
  });

  it('is the one there was, switched on, with another place', () => {
    const before = aMark({
      id: 'old',
      at: 1,
      isOn: false,
      pack: 'p',
      anchor: { ...ANCHOR, selectors: [] },
    });
    const made = markOf(DRAFT, scope, ANCHOR, { id: 'm2', at: 7, before });
    expect(made).toEqual({ ...before, scope, label: 'Pro', isOn: true, anchor: ANCHOR });
  });
});
