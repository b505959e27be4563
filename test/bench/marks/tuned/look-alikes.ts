import type { Pair } from '../pair.ts';

const kind = 'duplicated look-alikes';

/** More of the same: copies, and things that look the same. */
export const LOOK_ALIKES: readonly Pair[] = [
  {
    kind,
    name: 'a product that is recommended again below',
    page: 'shop',
    target: 'li:has(> a[href$="fellrunner-gtx"])',
    change: (page) => {
      page.insert(
        '<section class="css-r3c0"><h2 class="css-h34d2">Others also bought</h2><ul class="css-gr1d00"></ul></section>',
        'after',
        '.css-l4y0ut',
      );
      for (const it of ['fellrunner-gtx', 'wasdale-winter'])
        page.copy(`li:has(> a[href$="${it}"])`, 'last in', '.css-r3c0 > ul');
    },
  },
  {
    kind,
    name: 'the call to action of the hero, which was one of three and is one of four',
    page: 'plans',
    target: '.sc-gzVnrw > a',
    change: (page) => {
      page.copy('.sc-gzVnrw > a', 'last in', '#faq');
      page.insert('<div class="sc-ban1">New: invoices in Polish</div>', 'first in', '#root');
    },
  },
  {
    kind,
    name: 'the plan buttons, of which a comparison table has another row',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(2) > button',
    change: (page) =>
      page.insert(
        '<table class="sc-cmp"><thead><tr><th></th><th>Sole</th><th>Studio</th><th>Company</th></tr></thead><tbody><tr><td>Users</td><td>1</td><td>5</td><td>25</td></tr><tr><td></td><td><button class="sc-chPdSV vAqWsE" type="button">Choose plan</button></td><td><button class="sc-chPdSV vAqWsE" type="button">Choose plan</button></td><td><button class="sc-chPdSV vAqWsE" type="button">Choose plan</button></td></tr></tbody></table>',
        'after',
        '.sc-jTzLTM',
      ),
  },
  {
    kind,
    name: 'a hotel that is also shown as sponsored, without its own id',
    page: 'hotels',
    target: '[data-property-id="80114"]',
    change: (page) => {
      const copy = page.copy('[data-property-id="80114"]', 'after', 'h1');
      copy.removeAttribute('data-property-id');
      copy.setAttribute('data-ad', 'sponsored');
      copy.insertAdjacentHTML('afterbegin', '<div class="Sponsored_tag__1Ab2C">Sponsored</div>');
    },
  },
  {
    kind,
    name: 'a menu that is there again for telephones',
    page: 'news',
    target: '.site-nav__item:nth-child(3) a',
    change: (page) => {
      page.insert(
        '<div class="drawer" aria-hidden="true"><nav class="drawer__nav" aria-label="Menu"></nav></div>',
        'last in',
        '#page',
      );
      page.copy('.site-nav__list', 'last in', '.drawer__nav');
    },
  },
  {
    kind,
    name: 'a position of which another one of nearly the same name is open',
    page: 'jobs',
    target: 'mat-card:nth-of-type(1)',
    change: (page) => {
      const copy = page.copy('mat-card:nth-of-type(1)', 'before', 'mat-card:nth-of-type(1)');
      const [title, place, words] = copy.querySelectorAll('mat-card-title, mat-card-subtitle, p');
      if (title) title.textContent = 'Senior firmware engineer';
      if (place) place.textContent = 'Lyon · full time';
      if (words) words.textContent = 'Lead six people who make motors behave.';
    },
  },
  {
    kind,
    name: 'an order of a customer who ordered again',
    page: 'dashboard',
    target: 'tbody tr:nth-child(2)',
    change: (page) => {
      const copy = page.copy('tbody tr:nth-child(2)', 'first in', 'tbody');
      const [id, , , total] = copy.querySelectorAll('td');
      if (id) id.textContent = '#10483';
      if (total) total.textContent = '€18.40';
    },
  },
  {
    kind,
    name: 'the save button of a hotel, with two more hotels in front',
    page: 'hotels',
    target: '[data-property-id="45902"] button',
    change: (page) => {
      for (const [id, name] of [
        ['70001', 'Pensão Aurora'],
        ['70002', 'Douro Loft'],
      ] as const) {
        const copy = page.copy('[data-property-id="10338"]', 'after', 'h1');
        copy.setAttribute('data-property-id', id);
        copy
          .querySelector('img')
          ?.setAttribute('src', `https://img.staywell.example/ph/${id}/front_640x480.jpg`);
        copy.querySelector('[class*="_cta__"]')?.setAttribute('href', `/pt/porto/${id}`);
        const title = copy.querySelector('h2');
        if (title) title.textContent = name;
      }
    },
  },
  {
    kind,
    name: 'a sample to copy, of which the page now has the same again further down',
    page: 'docs',
    target: '#backoff + p + .theme-code-block',
    change: (page) => {
      page.insert(
        '<h2 class="anchor" id="all">All together</h2><p>This is what a queue may look like in the end.</p>',
        'last in',
        'article',
      );
      page.copy('#backoff + p + .theme-code-block', 'last in', 'article');
    },
  },
  {
    kind,
    name: 'a slide of which a carousel had a copy, after the carousel moved on',
    page: 'books',
    target: '.slick-slide:not(.slick-cloned):nth-child(2)',
    change: (page) => {
      page.set('.slick-current', 'class', 'slick-slide');
      page.set('.slick-slide:nth-child(3)', 'class', 'slick-slide slick-current');
      page.insert(
        '<div class="announcement">Free gift wrapping until Sunday</div>',
        'first in',
        'body',
      );
    },
  },
  {
    kind,
    name: 'a book that is among the new ones and among those that were picked',
    page: 'books',
    target: '.product-grid > li:first-child',
    change: (page) => {
      page.move('.product-grid > li:first-child', 'last in', '.product-grid');
      page.insert(
        '<li class="grid__item"><div class="card"><a href="/products/glass-hours"><img src="/cdn/shop/files/glass-hours_300x.jpg?v=17" alt="Glass Hours" /></a><h3 class="card__heading">Glass Hours</h3><p class="card__author">Tove Lind</p><button class="card__quick" type="button">Quick look</button></div></li>',
        'first in',
        '.product-grid',
      );
    },
  },
  {
    kind,
    name: 'one of two evenings of the same name',
    page: 'books',
    target: '.event:nth-of-type(3)',
    change: (page) =>
      page.insert(
        '<div class="event"><time datetime="2026-05-21">21 May</time><h3>Poetry for beginners</h3><p>Bring a poem or come and hear one.</p><a class="button" href="/pages/events/poetry-extra">Reserve a seat</a></div>',
        'after',
        '.event:nth-of-type(2)',
      ),
  },
];
