import type { Anchor, Mark } from '../../core/mark.ts';

/** What is known of a marked button that says "Buy", but for what is given. */
export function anAnchor(given: Partial<Anchor> = {}): Anchor {
  return {
    roots: [],
    selectors: ['#buy'],
    fingerprint: {
      tag: 'button',
      role: 'button',
      name: 'buy',
      title: 'buy',
      text: 'buy',
      tokens: ['id=buy'],
      inner: [],
      classes: [],
      shape: [],
      depth: 0,
    },
    surroundings: {
      language: 'en',
      heading: '',
      landmark: '',
      item: { title: '', text: '', tokens: [] },
      path: [],
      before: '',
      after: '',
      index: 0,
      count: 0,
      ancestors: [],
    },
    others: [],
    common: [],
    alike: { name: 0, title: 0, text: 0, itemTitle: 0, itemText: 0 },
    ...given,
  };
}

/** A mark on it, but for what is given. */
export function aMark(given: Partial<Mark> = {}): Mark {
  return {
    id: 'mark',
    agentId: 'echo',
    label: 'Shop assistant',
    scope: { kind: 'site', site: 'http://127.0.0.1' },
    corner: 'top-end',
    isOn: true,
    anchor: anAnchor(),
    at: 0,
    ...given,
  };
}
