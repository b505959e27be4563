import { hashed } from '../editor.ts';
import type { Pair } from '../pair.ts';

const kind = 'removed target';

/** It is gone: what stands in its place is another thing. */
export const REMOVED: readonly Pair[] = [
  {
    kind,
    name: 'a product that is sold out',
    page: 'shop',
    target: 'li:has(> a[href$="scafell-mid"])',
    change: (page) => page.remove('li:has(> a[href$="scafell-mid"])'),
  },
  {
    kind,
    name: "a product's button, with the product, after an Emotion build",
    page: 'shop',
    target: 'li:has(> a[href$="scafell-mid"]) > button',
    change: (page) => {
      page.remove('li:has(> a[href$="scafell-mid"])');
      page.classes(/^css-/, (was) => `css-${hashed(was, 'r')}`);
    },
  },
  {
    kind,
    name: 'a product with another one in its place',
    page: 'shop',
    target: 'li:has(> a[href$="langdale-race"])',
    change: (page) => {
      page.insert(
        '<li class="css-c4rd9x"><a class="css-1im4ge" href="/en/shoes/ullswater-swim"><img alt="Ullswater Swim, side view" src="/img/ullswater-swim-480x480.jpg" /></a><h3 class="css-t1tl3">Ullswater Swim</h3><p class="css-d3sc">Drains in seconds, for runs that end in a lake.</p><div class="css-pr1c3">€139.00</div><button class="css-btn0x1" type="button">Add to basket</button></li>',
        'after',
        'li:has(> a[href$="langdale-race"])',
      );
      page.remove('li:has(> a[href$="langdale-race"])');
    },
  },
  {
    kind,
    name: 'a plan that is not sold any more',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(2)',
    change: (page) => page.remove('.sc-fjdhpX:nth-child(2)'),
  },
  {
    kind,
    name: 'a plan that another one took the place of',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(3) > button',
    change: (page) => {
      page.remove('.sc-fjdhpX:nth-child(3)');
      page.insert(
        '<div class="sc-fjdhpX qLkJhG"><h3 class="sc-jzJRlG wPoIuY">Growth</h3><div class="sc-cSHVUG xMnBvC"><strong>€59</strong> a month</div><ul class="sc-kAzzGY zLkJhG"><li>15 users</li><li>Expenses</li><li>Approval rules</li></ul><button class="sc-chPdSV vAqWsE" type="button">Choose plan</button></div>',
        'after',
        '.sc-fjdhpX:nth-child(2)',
      );
    },
  },
  {
    kind,
    name: 'a teaser that has left the front page, where a new one came',
    page: 'news',
    target: '#post-48209',
    change: (page) => {
      page.remove('#post-48209');
      page.insert(
        '<article class="teaser" id="post-48231"><p class="teaser__kicker">City</p><h3 class="teaser__title"><a href="/city/2026/04/15/bridge-toll/">Bridge toll to rise in June</a></h3><p class="teaser__excerpt">The council voted at midnight, eleven to ten.</p><a class="teaser__more" href="/city/2026/04/15/bridge-toll/">Read on</a></article>',
        'after',
        '.section-title',
      );
    },
  },
  {
    kind,
    name: 'an order that is on the next page now',
    page: 'dashboard',
    target: 'tbody tr:nth-child(5) button:first-of-type',
    change: (page) => {
      page.remove('tbody tr:nth-child(5)');
      page.insert(
        '<tr class="hover:bg-slate-50" data-state="false"><td class="px-6 py-3 font-mono">#10483</td><td class="px-6 py-3">Emil Strand</td><td class="px-6 py-3"><span class="rounded-full bg-slate-100 px-2 py-0.5 text-xs">Draft</span></td><td class="px-6 py-3 text-right tabular-nums">€17.00</td><td class="px-6 py-3 text-right"><button type="button" class="text-sm font-medium text-indigo-600">Open</button> <button type="button" class="text-sm font-medium text-rose-600">Cancel</button></td></tr>',
        'first in',
        'tbody',
      );
    },
  },
  {
    kind,
    name: 'a button in the header, of which only a link in the footer is left',
    page: 'support',
    target: '.cta',
    change: (page) => {
      page.remove('.cta');
      page.insert(
        '<a class="svelte-9w3c0z" href="/contact">Contact support</a>',
        'last in',
        'footer > div',
      );
    },
  },
  {
    kind,
    name: 'a help box with a survey in its place',
    page: 'checkout',
    target: '.help-box',
    change: (page) => {
      page.remove('.help-box');
      page.insert(
        '<div class="help-box" data-v-b3d0c611=""><h3 class="help-box__title" data-v-b3d0c611="">How do you like our shop?</h3><p data-v-b3d0c611="">Two questions, one minute.</p><button class="button button--quiet" type="button" data-v-e1d2a7bc="">Take part</button></div>',
        'after',
        '.voucher',
      );
    },
  },
  {
    kind,
    name: 'a solicitor who has left, in a translated page',
    page: 'team',
    target: '[data-id="5ea7f33"]',
    change: (page) => {
      page.set('html', 'lang', 'cy');
      page.remove('[data-id="5ea7f33"]');
      page.words({
        'Our people': 'Ein pobl',
        'Family law and mediation. Speaks Mandarin and Malay.': 'Cyfraith teulu a chyfryngu.',
        'Write to Mei': 'Ysgrifennwch at Mei',
      });
    },
  },
  {
    kind,
    name: 'the call to action in the header, one of three',
    page: 'plans',
    target: 'nav > .sc-bZQynM',
    change: (page) => page.remove('nav > .sc-bZQynM'),
  },
  {
    kind,
    name: 'one of two buttons',
    page: 'docs',
    target: '.feedback_kXw2 > button:first-of-type',
    change: (page) => page.remove('.feedback_kXw2 > button:first-of-type'),
  },
  {
    kind,
    name: 'a teaser that is only linked to from the list of what is most read',
    page: 'news',
    target: '#post-48190',
    change: (page) => {
      page.remove('#post-48190');
      page.insert(
        '<li><a href="/city/2026/04/13/market-hall-roof/">Market hall closes while its roof is mended</a></li>',
        'first in',
        '#most-read-3 ol',
      );
    },
  },
  {
    kind,
    name: 'the button of a product that is sold out, while the product stays',
    page: 'shop',
    target: 'li:has(> a[href$="scafell-mid"]) > button',
    change: (page) => {
      page.insert(
        '<p class="css-s0ld">Sold out</p>',
        'after',
        'li:has(> a[href$="scafell-mid"]) > button',
      );
      page.remove('li:has(> a[href$="scafell-mid"]) > button');
    },
  },
  {
    kind,
    name: 'a field that became one with another',
    page: 'checkout',
    target: '.field:has([name=lastName])',
    change: (page) => {
      page.remove('.field:has([name=lastName])');
      page.set('[name=firstName]', 'name', 'fullName');
      page.words({ 'First name': 'Full name' });
    },
  },
  {
    kind,
    name: 'a topic of a help page that is in French now',
    page: 'support',
    target: 'a[href="/help/moving"]',
    change: (page) => {
      page.set('html', 'lang', 'fr');
      page.remove('a[href="/help/moving"]');
      page.words({
        'Bills and payments': 'Factures et paiements',
        'Meter readings': 'Relevés de compteur',
        'Send one, correct one, smart meters': 'Envoyer, corriger, compteurs communicants',
        'Power cuts': 'Coupures de courant',
        'What to do, whom to call, the map': 'Que faire, qui appeler, la carte',
        Topics: 'Thèmes',
      });
    },
  },
  {
    kind,
    name: 'a part in a shadow root, with its host',
    page: 'parts',
    target: 'bc-part[sku="BR-117"] >>> .card',
    change: (page) => page.remove('bc-part[sku="BR-117"]'),
  },
  {
    kind,
    name: 'a position that is filled, when one of nearly the same name has come',
    page: 'jobs',
    target: 'mat-card:nth-of-type(1)',
    change: (page) => {
      page.remove('mat-card:nth-of-type(1)');
      page.insert(
        '<mat-card class="mat-mdc-card position" _ngcontent-ng-c3481120=""><mat-card-header class="mat-mdc-card-header"><mat-card-title class="mat-mdc-card-title">Senior firmware engineer</mat-card-title><mat-card-subtitle class="mat-mdc-card-subtitle">Lyon · full time</mat-card-subtitle></mat-card-header><mat-card-content class="mat-mdc-card-content"><p _ngcontent-ng-c3481120="">Lead six people who make motors behave.</p></mat-card-content><mat-card-actions class="mat-mdc-card-actions"><button class="mdc-button mat-mdc-button" mat-button="" type="button"><span class="mdc-button__label">Apply</span></button><button class="mdc-button mat-mdc-button" mat-button="" type="button"><span class="mdc-button__label">Share</span></button></mat-card-actions></mat-card>',
        'after',
        'mat-form-field',
      );
    },
  },
];
