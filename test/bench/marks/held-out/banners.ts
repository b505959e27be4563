import type { Pair } from '../pair.ts';

const kind = 'inserted banners';

/** What a marketing or a legal department, an editor or a landlord of advertisements put in. */
export const BANNERS: readonly Pair[] = [
  {
    kind,
    name: 'the link to the messages of a bank, below a warning, with a campaign in the same kind of box',
    page: 'bank',
    target: '#ctl00_cphSide_pnlMessages > a',
    change: (page) => {
      page.insert(
        '<div id="ctl00_pnlWarning" class="warning"><b>Beware of calls that seem to come from us.</b> We never ask for your password. <a href="/Security.aspx">Read more</a></div>',
        'before',
        '#ctl00_mnuMain',
      );
      page.insert(
        '<div class="box" id="ctl00_cphSide_pnlCampaign"><h3>Refer a friend</h3><p>You get £50 each when they switch.</p><a href="/Refer.aspx">Read the conditions</a></div>',
        'first in',
        '#side',
      );
    },
  },
  {
    kind,
    name: 'the button of a newsletter, with the same newsletter offered in a window on top',
    page: 'recipe',
    target: '.signup .button',
    change: (page) => {
      page.insert(
        '<div class="popup popup--visible" role="dialog" aria-modal="true" aria-label="Newsletter"><div class="popup__inner"><button class="popup__close" type="button" aria-label="Close">×</button><h2 class="popup__title">Before you go</h2><p>A recipe every Friday, and nothing else.</p><form class="popup__form" action="/subscribe"><input class="popup__email" type="email" name="email" placeholder="Your e-mail" /><button class="button button--solid" type="submit">Sign up</button></form></div></div>',
        'first in',
        'body',
      );
      for (const place of ['.post__figure', '#recipe'])
        page.insert(
          '<div class="ad-slot"><span class="ad-slot__label">Advertisement</span><iframe title="Advertisement" width="300" height="250"></iframe></div>',
          'after',
          place,
        );
      page.insert(
        '<div class="ad-slot ad-slot--sidebar"><span class="ad-slot__label">Advertisement</span></div>',
        'first in',
        '.sidebar',
      );
    },
  },
  {
    kind,
    name: 'a service of a city, below a storm warning, with an offer among the services',
    page: 'council',
    target: '.views-row:nth-child(5)',
    change: (page) => {
      page.insert(
        '<div class="region region-alert"><div id="block-harrowmere-alert" class="block block-block-content" role="alert"><h2>Storm on Thursday</h2><div class="field field--name-body"><p>No bins will be collected. <a href="/news/2026/storm">What to do</a></p></div></div></div>',
        'before',
        'header[role="banner"]',
      );
      page.insert(
        '<div class="views-row"><article class="node node--type-promotion node--view-mode-teaser"><h2><a href="/bins/compost"><span class="field field--name-title">Compost bins at half price</span></a></h2><div class="field field--name-body"><p>A black bin for your garden, £14 until the end of May.</p></div></article></div>',
        'first in',
        '.view-content',
      );
      page.insert(
        '<div id="sliding-popup" class="sliding-popup-bottom" role="alertdialog"><p>We use cookies to see which pages are read.</p><button type="button" class="agree-button">Accept</button><button type="button" class="decline-button">No, thank you</button></div>',
        'last in',
        'body',
      );
    },
  },
  {
    kind,
    name: 'an offer, with a sponsored offer and a tip among the offers',
    page: 'cars',
    target: 'app-offer-card:nth-of-type(4)',
    change: (page) => {
      const c = '_ngcontent-rnt-c2041963748=""';
      page.insert(
        `<app-offer-card _ngcontent-rnt-c3390117562="" _nghost-rnt-c2041963748=""><div ${c} class="offer offer-sponsored"><span ${c} class="offer-badge">Sponsored</span><img ${c} class="offer-photo" src="/assets/cars/lumo-suv.webp" alt="Lumo SUV"><div ${c} class="offer-main"><h3 ${c} class="offer-name">Lumo SUV</h3><p ${c} class="offer-class">SUV · automatic</p><ul ${c} class="offer-specs"><li ${c}>5 seats</li><li ${c}>4 bags</li></ul><p ${c} class="offer-partner">Northgo · 7.4 / 10</p></div><div ${c} class="offer-price"><span ${c} class="price-day">€61 a day</span><strong ${c} class="price-total">€244</strong><button ${c} mat-flat-button="" color="primary" class="mat-mdc-unelevated-button"><span class="mdc-button__label">View deal</span></button></div></div></app-offer-card>`,
        'before',
        'app-offer-card',
      );
      page.insert(
        '<app-price-alert _ngcontent-rnt-c3390117562=""><h3>Prices are rising</h3><p>Cars for these days cost 12 % more than last week.</p><button class="mat-mdc-outlined-button"><span class="mdc-button__label">Watch prices</span></button></app-price-alert>',
        'before',
        'app-offer-card:nth-of-type(3)',
      );
    },
  },
  {
    kind,
    name: 'a class of a catalogue without any names in it, below a notice and a list of last places',
    page: 'courses',
    target: 'tr:has([href$="C222"])',
    change: (page) => {
      page.insert(
        '<p><strong>The office is closed from 3 to 14 August.</strong> Enrol online, we answer when we are back.</p>',
        'first in',
        'body',
      );
      page.insert(
        '<section><h2>Last places</h2><table><thead><tr><th>Code</th><th>Class</th><th>Day</th><th>Tutor</th><th>Fee</th><th></th></tr></thead><tbody><tr><td>M402</td><td>Singing for everyone</td><td>Wednesday, 18:30</td><td>D. Rhys</td><td>£90</td><td><a href="/enrol?code=M402">Enrol</a></td></tr><tr><td>M409</td><td>Ukulele</td><td>Friday, 18:30</td><td>D. Rhys</td><td>£95</td><td><a href="/enrol?code=M409">Enrol</a></td></tr></tbody></table></section>',
        'before',
        'main > section',
      );
    },
  },
  {
    kind,
    name: 'the current cycle of a tracker, with news in a box of the same make above it and a trial that ends',
    page: 'issues',
    target: '#__next aside:last-child > section:first-child',
    change: (page) => {
      page.insert(
        '<section class="mb-6 rounded-lg border border-zinc-200 p-4"><h3 class="text-sm font-semibold">New: timelines</h3><p class="mt-1 text-xs text-zinc-500">See every cycle on one line.</p><div class="mt-3"><a class="text-xs font-medium text-indigo-600" href="/changelog/timelines">Have a look</a></div></section>',
        'before',
        '#__next aside:last-child > section',
      );
      page.insert(
        '<div class="flex items-center justify-center gap-3 bg-indigo-600 px-4 py-2 text-sm text-white"><p>Your trial ends in 4 days.</p><a class="rounded-md bg-white px-3 py-1 font-medium text-indigo-600" href="/billing">Upgrade</a></div>',
        'first in',
        '#__next',
      );
    },
  },
];
