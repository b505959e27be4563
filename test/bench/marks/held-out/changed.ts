import type { Pair } from '../pair.ts';
import { say } from './edits.ts';

const kind = 'changed text';

/** Time went by, or somebody found better words. */
export const CHANGED: readonly Pair[] = [
  {
    kind,
    name: 'an account with another balance, of which the bank changed the name',
    page: 'bank',
    target: '#ctl00_cphMain_gvAccounts tr:nth-child(4)',
    change: (page) =>
      page.words({
        'Easy Saver': 'Flexible Saver',
        '£7,350.00': '£7,612.48',
        '£1,942.16': '£703.90',
        '£688.02': '£1,010.77',
        'Current accounts and savings': 'Your accounts',
      }),
  },
  {
    kind,
    name: 'an ingredient, in a recipe that was revised',
    page: 'recipe',
    target: '.recipe-card__ingredient:nth-child(1)',
    change: (page) =>
      page.words({
        '600 g waxy potatoes': '750 g waxy potatoes, peeled',
        '3 large leeks': '4 leeks (about 500 g)',
        '200 ml double cream': '250 ml double cream',
        'Boil the potatoes whole for fifteen minutes, then slice them.':
          'Cook the potatoes whole for about fifteen minutes. Slice them when you can touch them.',
        '25 minutes': '30 minutes',
      }),
  },
  {
    kind,
    name: 'a service whose price rose, and whose page was edited for plain language',
    page: 'council',
    target: '.views-row:nth-child(5)',
    change: (page) =>
      page.words({
        'Garden waste': 'Garden waste collection',
        'A brown bin every fortnight, £42 a year.':
          'We empty your brown bin every 2 weeks. It costs £46 a year.',
        'Find your collection day': 'When are my bins collected?',
        'Report a missed bin': 'My bin was not emptied',
        'Sofas, fridges and mattresses, from £18 a piece.':
          'We pick up sofas, fridges and mattresses from £20.',
        'Tell us within two working days.': 'Tell us within 2 working days.',
      }),
  },
  {
    kind,
    name: 'a class that is given on another day and for another fee, in the next term',
    page: 'courses',
    target: 'tr:has([href$="L101"])',
    change: (page) => {
      page.words({
        'autumn term': 'spring term',
        'in the week of 21 September': 'in the week of 11 January',
        '£145': '£152',
        '£160': '£168',
        '£175': '£184',
        'Tuesday, 18:30': 'Monday, 18:30',
        '3 September': '7 January',
      });
      say(page.one('tr:has([href$="L101"])'), {
        'td:nth-child(2)': 'Beginners’ Italian',
        'td:nth-child(3)': 'Thursday, 18:00',
        'td:nth-child(4)': 'L. Ferri',
      });
    },
  },
  {
    kind,
    name: 'the button of an offer, which costs more today, in a test of other words',
    page: 'cars',
    target: 'app-offer-card:nth-of-type(3) button',
    change: (page) =>
      page.words({
        'View deal': 'Choose this car',
        '€44 a day': '€49 a day',
        '€176': '€196',
        '€38 a day': '€40 a day',
        '€152': '€160',
        'Good to know': 'Before you drive',
      }),
  },
  {
    kind,
    name: 'an issue that was given a better title, and was talked about',
    page: 'issues',
    target: 'li:has([href$="harb-415"])',
    change: (page) => {
      page.words({
        'Berth map does not load on slow connections': 'Berth map times out below 1 Mbit/s',
        '7 comments': '15 comments',
        '12 comments': '13 comments',
        '52 % complete': '61 % complete',
      });
      page.set('li:has([href$="harb-415"]) img', 'src', '/avatars/ra.png');
      page.set('li:has([href$="harb-415"]) img', 'alt', 'RA');
    },
  },
];
