import type { Pair } from '../pair.ts';
import { addSwitch, renumberGrid, renumberSongs, say } from './edits.ts';

const kind = 'removed target';

/** It is not there any more, and much that resembles it is. */
export const REMOVED: readonly Pair[] = [
  {
    kind,
    name: 'the statement of an account that was closed, when the next account has its id now',
    page: 'bank',
    target: '#ctl00_cphMain_gvAccounts_ctl04_lnkStatement',
    change: (page) => {
      page.remove('#ctl00_cphMain_gvAccounts tr:nth-child(4)');
      renumberGrid(page, '#ctl00_cphMain_gvAccounts');
      page.set('#ctl00_cphMain_gvAccounts tr:nth-child(4)', 'class', 'gridRow');
      page.remove('#ctl00_cphSide_ddlTo > option:first-child');
    },
  },
  {
    kind,
    name: 'a switch that an update took away, with a new one where it was',
    page: 'settings',
    target: 'hm-switch[name="boost"] >>> button',
    change: (page) => {
      page.remove('hm-switch[name="boost"]');
      addSwitch(page, 'hm-switch[name="frost"]', 'window', [
        'Notice open windows',
        'Stops heating a room that is being aired.',
      ]);
    },
  },
  {
    kind,
    name: 'an issue that is done and archived, when one about the same view was reported',
    page: 'issues',
    target: 'li:has([href$="harb-418"])',
    change: (page) => {
      const other = page.copy('li:has([href$="harb-418"])', 'before', 'li:has([href$="harb-418"])');
      page.remove('li:has([href$="harb-418"]) ~ li:has([href$="harb-418"])');
      other.querySelector('a')?.setAttribute('href', '/harbour/issue/harb-430');
      other.querySelector('input')?.setAttribute('aria-label', 'Select HARB-430');
      other.querySelector('button')?.setAttribute('aria-label', 'Actions for HARB-430');
      say(other, {
        a: 'Print view shows the sidebar',
        'span.font-mono': 'HARB-430',
        'a ~ span:nth-of-type(4)': '0 comments',
      });
    },
  },
  {
    kind,
    name: 'the button of an offer that is sold out, with another car of the same kind in its place',
    page: 'cars',
    target: 'app-offer-card:nth-of-type(3) button',
    change: (page) => {
      const other = page.copy(
        'app-offer-card:nth-of-type(3)',
        'after',
        'app-offer-card:nth-of-type(3)',
      );
      page.remove('app-offer-card:nth-of-type(3)');
      other.querySelector('img')?.setAttribute('src', '/assets/cars/lumo-4-auto.webp');
      other.querySelector('img')?.setAttribute('alt', 'Lumo 4 Automatic');
      say(other, {
        '.offer-name': 'Lumo 4 Automatic',
        '.offer-partner': 'Northgo · 7.4 / 10',
        '.price-day': '€46 a day',
        '.price-total': '€184',
      });
    },
  },
  {
    kind,
    name: 'a live recording that was taken off a playlist, when the song itself is still on it',
    page: 'music',
    target: '[role="row"]:has([href="/track/trk_88e0"])',
    change: (page) => {
      page.remove('[role="row"]:has([href="/track/trk_88e0"])');
      renumberSongs(page);
      page.set('[role="grid"]', 'aria-rowcount', '5');
      page.words({
        '5 songs, 19 min': '4 songs, 14 min',
        'Playlist · 5 songs': 'Playlist · 4 songs',
      });
    },
  },
  {
    kind,
    name: 'a piece of news that newer news pushed off the list',
    page: 'council',
    target: 'li:has(> [href$="east-tip"])',
    change: (page) => {
      page.remove('li:has(> [href$="east-tip"])');
      page.insert(
        '<li><time datetime="2026-04-21">21 April 2026</time> <a href="/news/2026/west-tip-works">West recycling centre closed for works</a></li>',
        'first in',
        '.news-list',
      );
    },
  },
];
