import type { Pair } from '../pair.ts';
import { readdress } from './edits.ts';
import { POLISH, PORTUGUESE, WELSH } from './languages.ts';
import { FRENCH, GERMAN_CARS, GERMAN_SETTINGS } from './more-languages.ts';

const kind = 'translated text';

/** Somebody chose another language, or the site did. */
export const TRANSLATED: readonly Pair[] = [
  {
    kind,
    name: 'an entry of the menu of a bank, in Welsh',
    page: 'bank',
    target: '#ctl00_mnuMain > li:nth-child(2) > a',
    change: (page) => {
      page.set('html', 'lang', 'cy');
      page.words(WELSH);
      page.set('#ctl00_cphSide_btnTransfer', 'value', 'Trosglwyddo');
    },
  },
  {
    kind,
    name: 'a service of a city, in Polish, at Polish addresses',
    page: 'council',
    target: '.views-row:nth-child(3)',
    change: (page) => {
      page.set('html', 'lang', 'pl');
      readdress(page, '/', '/pl/');
      page.words(POLISH);
    },
  },
  {
    kind,
    name: 'the button that shuffles a playlist, in Portuguese, by a class that several have',
    page: 'music',
    target: '[data-testid="action-bar"] > [aria-label="Shuffle"]',
    change: (page) => {
      page.set('html', 'lang', 'pt-BR');
      page.words(PORTUGUESE);
      for (const button of page.all('button[aria-label^="Play"]'))
        button.setAttribute(
          'aria-label',
          (button.getAttribute('aria-label') ?? '').replace('Play', 'Tocar'),
        );
    },
  },
  {
    kind,
    name: 'a group of filters, in German',
    page: 'cars',
    target: '.filter:nth-of-type(2)',
    change: (page) => {
      page.set('html', 'lang', 'de');
      page.words(GERMAN_CARS);
    },
  },
  {
    kind,
    name: 'a switch in a shadow root, in German',
    page: 'settings',
    target: 'hm-switch[name="boost"] >>> .row',
    change: (page) => {
      page.set('html', 'lang', 'de');
      page.words(GERMAN_SETTINGS);
      page.set('hm-field[name="language"] >>> input', 'value', 'Deutsch');
      page.set('hm-app >>> .rail', 'aria-label', 'Bereiche');
    },
  },
  {
    kind,
    name: 'a class of a catalogue without any names in it, in French',
    page: 'courses',
    target: 'tr:has([href$="C222"])',
    change: (page) => {
      page.set('html', 'lang', 'fr');
      page.words(FRENCH);
    },
  },
];
