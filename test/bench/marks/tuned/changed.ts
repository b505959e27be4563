import type { Pair } from '../pair.ts';

const kind = 'changed text';

/** Somebody wrote it in other words. */
export const CHANGED: readonly Pair[] = [
  {
    kind,
    name: 'a product with a new price and other words',
    page: 'shop',
    target: 'li:has(> a[href$="scafell-mid"])',
    change: (page) =>
      page.words({
        '€169.00': '€134.90',
        'Ankle support for loaded packs and loose scree.':
          'Keeps your ankle where it belongs, whatever you carry.',
        New: 'Sale',
      }),
  },
  {
    kind,
    name: 'a plan that costs more and holds more',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(2)',
    change: (page) =>
      page.words({
        '€29': '€35',
        '5 users': '8 users',
        'Project budgets': 'Project budgets and time sheets',
      }),
  },
  {
    kind,
    name: 'a teaser with another headline',
    page: 'news',
    target: '#post-48198',
    change: (page) =>
      page.words({
        'Rowers relegated by the width of a hand': 'A hand too short: rowers go down',
        'The photograph decided. The club has asked for another one.':
          'The club will appeal against the photo finish.',
      }),
  },
  {
    kind,
    name: 'the letters of a shop, under another heading',
    page: 'shop',
    target: '.css-n3wsl',
    change: (page) =>
      page.words({
        'Letters from the fells': 'Our newsletter',
        'One walk, one recipe, one offer. Monthly.': 'Walks, recipes and offers, once a month.',
        Subscribe: 'Sign me up',
      }),
  },
  {
    kind,
    name: 'a way to get in touch with other hours',
    page: 'support',
    target: '.way:nth-child(2)',
    change: (page) =>
      page.words({
        '0800 555 0142, free of charge, weekdays from 8 to 18.':
          'Call free on 0800 555 0142, now on Saturdays too.',
        Chat: 'Live chat',
      }),
  },
  {
    kind,
    name: 'the button that continues to the payment, in other words',
    page: 'checkout',
    target: '.button--primary',
    change: (page) => page.words({ 'Continue to payment': 'Go to payment' }),
  },
  {
    kind,
    name: 'an order that was shipped, and changed its total',
    page: 'dashboard',
    target: 'tbody tr:nth-child(4)',
    change: (page) => page.words({ '€155.20': '€148.00', Waiting: 'Packed' }),
  },
  {
    kind,
    name: 'a hotel under a new name',
    page: 'hotels',
    target: '[data-property-id="22671"]',
    change: (page) => {
      page.words({
        'Hotel Miradouro': 'The Viewpoint by Miradouro',
        '€98 a night': '€117 a night',
        '2,871 reviews': '2,902 reviews',
      });
      page.set(
        '[data-property-id="22671"] [class*="_cta__"]',
        'href',
        '/pt/porto/the-viewpoint?checkin=2026-06-10',
      );
    },
  },
  {
    kind,
    name: 'a plan under another name, at the same price',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(2)',
    change: (page) =>
      page.words({
        Studio: 'Team',
        'Accounting that closes the month for you': 'Close your books in a day',
      }),
  },
  {
    kind,
    name: 'a question that is asked in other words',
    page: 'support',
    target: '.qa:nth-of-type(2)',
    change: (page) =>
      page.words({
        'How do I end my contract?': 'How can I end my contract with you?',
        "With a month's notice, here or by letter.":
          "With one month's notice: here, by phone or by letter.",
      }),
  },
  {
    kind,
    name: 'a page of documentation that was written anew under its heading',
    page: 'docs',
    target: 'article',
    change: (page) => {
      page.words({
        'A message that fails comes back after a while. How long that is, and how often, is yours to decide.':
          'Not every failure is final. This page shows how to try again.',
        'Start with the defaults. They were chosen from two years of incident reports.':
          'The defaults suit most queues.',
      });
      page.remove('article table');
    },
  },
];
