import type { Anchor, Mark } from '../../core/mark.ts';

/** What is known of an element of which nothing else is. */
export const ANCHOR: Anchor = {
  roots: [],
  selectors: ['h1'],
  fingerprint: {
    tag: 'h1',
    role: 'heading',
    name: 'plans',
    title: 'plans',
    text: 'plans',
    tokens: [],
    inner: [],
    classes: [],
    shape: [],
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
};

/** A mark with what matters to a test. */
export function mark(said: Partial<Mark> = {}): Mark {
  return {
    id: 'm1',
    agentId: 'echo',
    label: 'Plans',
    scope: { kind: 'site', site: 'https://shop.example' },
    corner: 'top-end',
    isOn: true,
    anchor: ANCHOR,
    at: 0,
    ...said,
  };
}
