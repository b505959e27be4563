import type { Pair } from '../pair.ts';

const kind = 'reordered siblings';

/** The same things in another order. */
export const REORDERED: readonly Pair[] = [
  {
    kind,
    name: 'a product that moved to the front',
    page: 'shop',
    target: 'li:has(> a[href$="scafell-mid"])',
    change: (page) =>
      page.move('li:has(> a[href$="scafell-mid"])', 'first in', 'ul:has(> li > h3)'),
  },
  {
    kind,
    name: 'the button of a product, sorted by price',
    page: 'shop',
    target: 'li:has(> a[href$="beckside-low"]) > button',
    change: (page) => {
      const list = 'ul:has(> li > h3)';
      for (const it of [
        'wasdale-winter',
        'scafell-mid',
        'fellrunner-gtx',
        'langdale-race',
        'beckside-low',
        'coniston-kids',
      ]) {
        page.move(`li:has(> a[href$="${it}"])`, 'last in', list);
      }
    },
  },
  {
    kind,
    name: 'the middle one of three ways to get in touch, now first',
    page: 'support',
    target: '.way:nth-child(2)',
    change: (page) => page.move('.way:nth-child(2)', 'first in', '.ways'),
  },
  {
    kind,
    name: 'an order, after the table was sorted by name',
    page: 'dashboard',
    target: 'tbody tr:nth-child(4)',
    change: (page) => {
      for (const row of [1, 3, 2, 4]) page.move(`tbody tr:nth-child(${row})`, 'last in', 'tbody');
    },
  },
  {
    kind,
    name: 'the save button of a hotel, sorted by stars',
    page: 'hotels',
    target: '[data-property-id="22671"] button',
    change: (page) => {
      page.move('[data-property-id="10338"]', 'after', 'h1');
      page.move('[data-property-id="22671"]', 'before', '[class^="Results_more"]');
    },
  },
  {
    kind,
    name: 'a position, with the newest first',
    page: 'jobs',
    target: 'mat-card:nth-of-type(2)',
    change: (page) => {
      page.move('mat-card:nth-of-type(4)', 'after', 'mat-form-field');
      page.move('mat-card:nth-of-type(4)', 'after', 'mat-form-field');
    },
  },
  {
    kind,
    name: 'a link of the menu that changed places with another',
    page: 'news',
    target: '.site-nav__item:nth-child(2) a',
    change: (page) => page.move('.site-nav__item:nth-child(2)', 'last in', '.site-nav__list'),
  },
  {
    kind,
    name: 'a button in one of several like shadow roots, sorted by price',
    page: 'parts',
    target: 'bc-part[sku="CB-020"] >>> button',
    change: (page) => {
      for (const sku of ['CB-044', 'CB-020', 'BR-101', 'BR-117'])
        page.move(`bc-part[sku="${sku}"]`, 'last in', 'bc-list');
    },
  },
  {
    kind,
    name: 'a field of a form, with the postcode first and all ids counted anew',
    page: 'checkout',
    target: '[name=town]',
    change: (page) => {
      page.move('.field:has([name=postcode])', 'before', '.field:has([name=street])');
      page.move('.field:has([name=town])', 'before', '.field:has([name=street])');
      for (const [i, field] of page.all('.field').entries()) {
        field.querySelector('label')?.setAttribute('for', `input-${101 + i}`);
        field.querySelector('input')?.setAttribute('id', `input-${101 + i}`);
      }
    },
  },
];
