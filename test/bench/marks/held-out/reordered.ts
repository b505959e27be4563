import type { Pair } from '../pair.ts';
import { renumberSongs } from './edits.ts';

const kind = 'reordered siblings';

const song = (id: string) => `[role="row"]:has([href="/track/${id}"])`;
const issue = (id: string) => `li:has([href$="${id}"])`;
const car = (name: string) => `app-offer-card:has([src$="/${name}.webp"])`;
const service = (path: string) => `.views-row:has([href="/bins/${path}"])`;

/** The same things in another order. */
export const REORDERED: readonly Pair[] = [
  {
    kind,
    name: 'a class of a catalogue without any names in it, with subjects and columns in another order',
    page: 'courses',
    target: 'tr:has([href$="L120"])',
    change: (page) => {
      page.move('section:nth-of-type(3)', 'before', 'section:nth-of-type(1)');
      page.move('section:nth-of-type(3)', 'before', 'section:nth-of-type(2)');
      page.move('tr:has([href$="L134"])', 'before', 'tr:has([href$="L101"])');
      page.move('tr:has([href$="L120"])', 'before', 'tr:has([href$="L134"])');
      for (const row of page.all('tr')) {
        const [code, name] = row.children;
        if (code) name?.after(code);
      }
    },
  },
  {
    kind,
    name: 'a service of a city, in a list that is sorted by the alphabet now',
    page: 'council',
    target: '.views-row:nth-child(2)',
    change: (page) => {
      for (const path of ['bulky', 'collection-days', 'garden', 'new', 'tips', 'missed'])
        page.move(service(path), 'last in', '.view-content');
      page.move('#block-harrowmere-postcode', 'before', '#block-views-block-services-block-1');
    },
  },
  {
    kind,
    name: 'the heart of a song in a playlist that was sorted by title',
    page: 'music',
    target: '[role="row"]:has([href="/track/trk_19cc"]) [aria-label="Like"]',
    change: (page) => {
      for (const id of ['trk_4b6d', 'trk_7fa1', 'trk_88e0', 'trk_c203', 'trk_19cc'])
        page.move(song(id), 'last in', '[role="grid"]');
      renumberSongs(page);
    },
  },
  {
    kind,
    name: 'an issue that somebody began to work on, in a list with what is open first',
    page: 'issues',
    target: 'li:has([href$="harb-415"])',
    change: (page) => {
      page.move(issue('harb-415'), 'before', issue('harb-412'));
      page.move(issue('harb-409'), 'before', issue('harb-412'));
      page.move('main > section:nth-of-type(2)', 'before', 'main > section:nth-of-type(1)');
      page.fill('main > section:nth-of-type(1) h2 + span', '1');
      page.fill('main > section:nth-of-type(2) h2 + span', '3');
    },
  },
  {
    kind,
    name: 'the cheapest car, in a list by rating',
    page: 'cars',
    target: 'app-offer-card:nth-of-type(1)',
    change: (page) => {
      for (const name of ['pintro-3', 'velda-estate', 'pintro-3-auto', 'corvo-mini'])
        page.move(car(name), 'last in', '.list');
      page.move('app-filters', 'after', '.list');
    },
  },
  {
    kind,
    name: 'a field in a shadow root, on a page whose settings were put in another order',
    page: 'settings',
    target: 'hm-field[name="language"] >>> input',
    change: (page) => {
      page.move('#alerts', 'before', '#home');
      page.move('#heating', 'before', '#home');
      page.move('hm-field[name="language"]', 'before', 'hm-field[name="home-name"]');
      page.move('hm-field[name="night-temp"]', 'before', 'hm-switch[name="away"]');
    },
  },
];
