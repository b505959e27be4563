import type { Pair } from '../pair.ts';

const kind = 'wrapped containers';

/** The same things, in other containers. */
export const WRAPPED: readonly Pair[] = [
  {
    kind,
    name: 'products that got a wrapper each, and a grid around',
    page: 'shop',
    target: 'li:has(> a[href$="wasdale-winter"])',
    change: (page) => {
      page.retag('ul:has(> li > h3) > li', 'div');
      page.wrapEach('ul > div:has(> h3)', '<li class="css-ce11"></li>');
    },
  },
  {
    kind,
    name: 'a plan in a carousel',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(3)',
    change: (page) => {
      page.wrapEach('.sc-fjdhpX', '<div class="swiper-slide"></div>');
      page.wrap('.swiper-slide', '<div class="swiper"><div class="swiper-wrapper"></div></div>');
    },
  },
  {
    kind,
    name: 'a team member whose inner wrapper went and whose column got another',
    page: 'team',
    target: '[data-id="5ea7f33"]',
    change: (page) => {
      page.unwrap('.elementor-widget-wrap');
      page.wrapEach('.elementor-col-33', '<div class="e-con e-flex"></div>');
    },
  },
  {
    kind,
    name: 'the form of a checkout, in a tab',
    page: 'checkout',
    target: 'form.form',
    change: (page) =>
      page.wrap(
        'form.form',
        '<div class="tabs"><div class="tabs__panel" role="tabpanel"></div></div>',
      ),
  },
  {
    kind,
    name: 'a button in a button group',
    page: 'dashboard',
    target: '[data-testid="new-order"]',
    change: (page) => {
      page.wrap(
        '[data-testid="new-order"]',
        '<div class="inline-flex rounded-md shadow-sm" role="group"></div>',
      );
      page.insert(
        '<button type="button" class="inline-flex h-9 w-9" aria-label="More ways to create"></button>',
        'after',
        '[data-testid="new-order"]',
      );
    },
  },
  {
    kind,
    name: 'a section whose content moved into a container',
    page: 'support',
    target: '#contact',
    change: (page) => {
      page.wrap('#contact > *', '<div class="container"><div class="inner"></div></div>');
      page.wrap('#contact', '<div class="band"></div>');
    },
  },
  {
    kind,
    name: 'a widget that moved from the side into the main column',
    page: 'news',
    target: '.widget--ask',
    change: (page) => {
      page.wrap('.widget--ask', '<div class="promo-row"></div>');
      page.move('.promo-row', 'after', '.front__lead');
    },
  },
  {
    kind,
    name: 'a hotel whose card was built anew: other tags, other nesting, other classes',
    page: 'hotels',
    target: '[data-property-id="22671"]',
    change: (page) => {
      page.retag('[data-property-id]', 'article');
      page.wrapEach('[class*="_name__"]', '<header class="c-card__head"></header>');
      page.wrapEach('[class*="_meta__"]', '<div class="c-card__facts"></div>');
      page.unwrap('[class*="_body__"]');
      page.set('[data-property-id] h2', 'class', 'c-card__title');
      page.set('[data-property-id]', 'class', 'c-card');
      page.wrap('[data-property-id]', '<div class="c-grid"></div>');
    },
  },
];
