import type { Pair } from '../pair.ts';

const kind = 'removed target';

/** The same in a bookshop, where much comes and goes. */
export const REMOVED_BOOKS: readonly Pair[] = [
  {
    kind,
    name: 'a book that is not new any more, but still among those that were picked',
    page: 'books',
    target: '.product-grid > li:first-child',
    change: (page) => page.remove('.product-grid > li:first-child'),
  },
  {
    kind,
    name: 'a book of which only the second part is left',
    page: 'books',
    target: '.product-grid > li:nth-child(2)',
    change: (page) => page.remove('.product-grid > li:nth-child(2)'),
  },
  {
    kind,
    name: 'an evening that was, of a series that goes on',
    page: 'books',
    target: '.event:nth-of-type(2)',
    change: (page) => {
      page.remove('.event:nth-of-type(2)');
      page.insert(
        '<div class="event"><time datetime="2026-07-02">2 July</time><h3>Poetry for beginners</h3><p>Bring a poem or come and hear one.</p><a class="button" href="/pages/events/poetry-july">Reserve a seat</a></div>',
        'last in',
        '.section-events',
      );
    },
  },
];
