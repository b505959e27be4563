import { hashed } from '../editor.ts';
import type { Pair } from '../pair.ts';

const kind = 'renamed classes';
const EMOTION = /^css-/;
const STYLED = /^(sc-[A-Za-z]+|[a-z][A-Za-z]{5})$/;

/** A new deployment: the tools made up other names. */
export const RENAMED: readonly Pair[] = [
  {
    kind,
    name: 'a product, after an Emotion build',
    page: 'shop',
    target: 'li:has(> a[href$="langdale-race"])',
    change: (page) => page.classes(EMOTION, (was) => `css-${hashed(was, 'a')}`),
  },
  {
    kind,
    name: "a plan's button, after a styled-components build that put a card in front",
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(3) > button',
    change: (page) => {
      page.classes(STYLED, (was) =>
        was.startsWith('sc-') ? `sc-${hashed(was, 'b')}` : hashed(was, 'b'),
      );
      page.insert(
        '<div class="sc-q1w2e3 zQ8xYv"><h3 class="sc-r4t5y6">Student</h3><div><strong>€0</strong> a month</div><ul><li>1 user</li><li>5 invoices a month</li></ul><button class="sc-u7i8o9" type="button">Choose plan</button></div>',
        'before',
        'h3',
      );
      // It belongs among the cards, not into the first one.
      page.move(
        'h3 ~ div:has(> h3), div:has(> h3) > div:has(> h3)',
        'before',
        'div:has(> div > h3)',
      );
    },
  },
  {
    kind,
    name: 'a tip in an article, after a Docusaurus build',
    page: 'docs',
    target: '.theme-admonition-tip',
    change: (page) =>
      page.classes(/_[A-Za-z0-9]{4}$/, (was) => was.replace(/.{4}$/, hashed(was, 'c', 4))),
  },
  {
    kind,
    name: 'a hotel, after a build with CSS modules of one letter',
    page: 'hotels',
    target: '[data-property-id="45902"]',
    change: (page) => page.classes(/__/, (was) => hashed(was, 'd', 5)),
  },
  {
    kind,
    name: 'a topic of a help page, after a Svelte build that also renamed its classes',
    page: 'support',
    target: 'a[href="/help/moving"]',
    change: (page) => {
      page.classes(/^svelte-/, (was) => `svelte-${hashed(was, 'e')}`);
      page.classes(
        /^(topic|icon|topics)$/,
        (was) => ({ topic: 'tile', icon: 'tile-icon' })[was] ?? 'tiles',
      );
    },
  },
  {
    kind,
    name: 'an icon button without a name in words, after an Emotion build',
    page: 'shop',
    target: 'button[aria-label^="Basket"]',
    change: (page) => {
      page.classes(EMOTION, (was) => `css-${hashed(was, 'f')}`);
      page.set('button[aria-label^="Basket"]', 'aria-label', 'Basket, 3 items');
      page.words({ '2': '3' });
    },
  },
  {
    kind,
    name: "a table row's button, after Tailwind gave way to hand-written classes",
    page: 'dashboard',
    target: 'tbody tr:nth-child(3) button:first-of-type',
    change: (page) => {
      page.classes(/./, (was) => (was.length % 3 === 0 ? `c-${hashed(was, 'g', 4)}` : 'o'));
      page.set('#radix-\\:r3\\:', 'id', 'radix-:r9:');
    },
  },
  {
    kind,
    name: 'a way to have it sent, after a Vue build that also counted its fields anew',
    page: 'checkout',
    target: '.option:has([value=express])',
    change: (page) => {
      for (const field of page.all('.field__input'))
        field.id = `input-${100 + Number(field.id.slice(6))}`;
      for (const it of page.all('[class]')) {
        const scope = [...it.attributes].find(({ name }) => name.startsWith('data-v-'));
        if (!scope) continue;
        it.removeAttribute(scope.name);
        it.setAttribute(`data-v-${hashed(scope.name, 'v', 8).toLowerCase()}`, '');
      }
      page.classes(/^option/, (was) => was.replace('option', 'choice'));
    },
  },
  {
    kind,
    name: 'a button in a shadow root, whose classes and parts have other names',
    page: 'parts',
    target: 'bc-part[sku="BR-117"] >>> button',
    change: (page) => {
      page.set('bc-part >>> .card', 'class', 'tile');
      page.set('bc-part >>> .price', 'class', 'tile__price');
    },
  },
];
