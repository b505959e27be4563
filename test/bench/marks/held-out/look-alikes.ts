import type { Pair } from '../pair.ts';
import { renumberSongs, say } from './edits.ts';

const kind = 'duplicated look-alikes';

/** The target is there, and so are others that it could be taken for. */
export const LOOK_ALIKES: readonly Pair[] = [
  {
    kind,
    name: 'the button that prints, which the recipe below and a bar at the bottom have too',
    page: 'recipe',
    target: '.post__actions > .button--print',
    change: (page) => {
      page.insert(
        '<div class="recipe-card__actions"><button class="button button--print" type="button">Print</button><button class="button button--save" type="button">Save</button></div>',
        'after',
        '.recipe-card__title',
      );
      page.insert('<div class="sticky-bar"></div>', 'first in', 'body');
      page.copy('.post__actions > .button--save', 'last in', '.sticky-bar');
      page.copy('.post__actions > .button--print', 'last in', '.sticky-bar');
    },
  },
  {
    kind,
    name: 'a song, of which another recording was put on top of the playlist',
    page: 'music',
    target: '[role="row"]:has([href="/track/trk_7fa1"])',
    change: (page) => {
      const row = page.copy(
        '[role="row"]:has([href="/track/trk_7fa1"])',
        'before',
        '[role="row"]:has([href="/track/trk_7fa1"])',
      );
      say(row, {
        '[href^="/track/"]': 'Low Tide (Demo)',
        '[href^="/album/"]': 'Estuary (Extended)',
        '[role="gridcell"]:last-child > span': '3:52',
      });
      row.querySelector('[href^="/track/"]')?.setAttribute('href', '/track/trk_f09a');
      row.querySelector('[href^="/album/"]')?.setAttribute('href', '/album/estuary-extended');
      row.querySelector('[aria-label^="Play"]')?.setAttribute('aria-label', 'Play Low Tide (Demo)');
      row
        .querySelector('[aria-label^="More"]')
        ?.setAttribute('aria-label', 'More options for Low Tide (Demo)');
      renumberSongs(page);
      page.set('[role="grid"]', 'aria-rowcount', '7');
    },
  },
  {
    kind,
    name: 'an issue that somebody else reported again under the same title',
    page: 'issues',
    target: 'li:has([href$="harb-412"])',
    change: (page) => {
      for (const place of ['li:has([href$="harb-412"])', 'li:has([href$="harb-418"])']) {
        const id = place.includes('412') ? 'HARB-426' : 'HARB-431';
        const again = page.copy('li:has([href$="harb-412"])', 'before', place);
        again.querySelector('a')?.setAttribute('href', `/harbour/issue/${id.toLowerCase()}`);
        again.querySelector('input')?.setAttribute('aria-label', `Select ${id}`);
        again.querySelector('button')?.setAttribute('aria-label', `Actions for ${id}`);
        say(again, { 'span.font-mono': id, 'a ~ span:nth-of-type(4)': '0 comments' });
      }
      page.fill('main > section:nth-of-type(1) h2 + span', '3');
      page.fill('main > section:nth-of-type(2) h2 + span', '3');
    },
  },
  {
    kind,
    name: 'an offer, with the same car offered for more by another company before it',
    page: 'cars',
    target: 'app-offer-card:nth-of-type(4)',
    change: (page) => {
      const offer = page.copy(
        'app-offer-card:nth-of-type(4)',
        'before',
        'app-offer-card:nth-of-type(4)',
      );
      say(offer, {
        '.offer-partner': 'Northgo · 7.4 / 10',
        '.price-day': '€64 a day',
        '.price-total': '€256',
      });
      page.fill('h1', '5 cars in Faro');
    },
  },
  {
    kind,
    name: 'the link to enrol in a class, of which a second group was opened',
    page: 'courses',
    target: '[href="/enrol?code=L101"]',
    change: (page) => {
      const group = page.copy('tr:has([href$="L101"])', 'before', 'tr:has([href$="L101"])');
      say(group, {
        'td:nth-child(1)': 'L100',
        'td:nth-child(3)': 'Saturday, 10:00',
        'td:nth-child(4)': 'L. Ferri',
      });
      group.querySelector('a')?.setAttribute('href', '/enrol?code=L100');
      const later = page.copy('tr:has([href$="L102"])', 'after', 'tr:has([href$="L102"])');
      say(later, { 'td:nth-child(1)': 'L103', 'td:nth-child(2)': 'Italian, third year' });
      later.querySelector('a')?.setAttribute('href', '/enrol?code=L103');
    },
  },
  {
    kind,
    name: 'a transaction, with two newer ones at the same shop',
    page: 'bank',
    target: '#ctl00_cphMain_gvLatest tr:nth-child(2)',
    change: (page) => {
      for (const [date, amount] of [
        ['15/04/2026', '-£9.85'],
        ['17/04/2026', '-£41.20'],
      ] as const) {
        const row = page.copy(
          '#ctl00_cphMain_gvLatest tr:nth-child(4)',
          'after',
          '#ctl00_cphMain_gvLatest .gridHeader',
        );
        say(row, { 'td:nth-child(1)': date, 'td:nth-child(3)': amount });
      }
      page.remove('#ctl00_cphMain_gvLatest tr:last-child');
      for (const [i, row] of page.all('#ctl00_cphMain_gvLatest tr:not(.gridHeader)').entries())
        row.className = i % 2 === 0 ? 'gridRow' : 'gridRowAlt';
    },
  },
];
