import type { Pair } from '../pair.ts';

const kind = 'wrapped containers';

/** Other containers, around and within. */
export const WRAPPED: readonly Pair[] = [
  {
    kind,
    name: 'a transaction, on a page that was laid out by a table before and is not now',
    page: 'bank',
    target: '#ctl00_cphMain_gvLatest tr:nth-child(2)',
    change: (page) => {
      page.unwrap('#layout > tbody');
      page.retag('#layout > tr', 'div');
      page.retag('#main', 'div');
      page.retag('#side', 'aside');
      page.retag('#layout', 'div');
      page.wrap(
        '#ctl00_cphMain_gvLatest',
        '<div class="panel panel-default"><div class="table-responsive"></div></div>',
      );
      page.wrapEach('#ctl00_cphMain_gvLatest td:nth-child(3)', '<td class="cell-amount"></td>');
      page.retag('#ctl00_cphMain_gvLatest td > td', 'span');
    },
  },
  {
    kind,
    name: 'the link of a service, in cards that a layout builder made',
    page: 'council',
    target: 'a[href="/bins/bulky"]',
    change: (page) => {
      page.retag('.views-row h2', 'h3');
      page.wrapEach(
        '.views-row > article',
        '<div class="card"><div class="card__inner"></div></div>',
      );
      page.wrap('.views-row', '<div class="grid grid--3"></div>');
      page.wrap(
        '#block-views-block-services-block-1',
        '<div class="layout layout--onecol"><div class="layout__region layout__region--content"></div></div>',
      );
      page.wrap(
        '#block-harrowmere-postcode, #block-harrowmere-news',
        '<div class="layout layout--twocol-section"><div class="layout__region layout__region--first"></div></div>',
      );
    },
  },
  {
    kind,
    name: 'an ingredient that can be ticked off, in a recipe with tabs',
    page: 'recipe',
    target: '.recipe-card__ingredient:nth-child(2)',
    change: (page) => {
      for (const item of page.all('.recipe-card__ingredient'))
        item.innerHTML = `<label class="tick"><input class="tick__box" type="checkbox" /><span class="tick__text">${item.textContent}</span></label>`;
      page.remove('.recipe-card__heading');
      page.wrap(
        '.recipe-card__ingredients',
        '<div class="tabs__panel" role="tabpanel" aria-label="Ingredients"></div>',
      );
      page.wrap(
        '.recipe-card__steps',
        '<div class="tabs__panel" role="tabpanel" aria-label="Method"></div>',
      );
      page.wrap('.tabs__panel', '<div class="tabs"></div>');
      page.insert(
        '<div class="tabs__list" role="tablist"><button class="tabs__tab" role="tab" type="button">Ingredients</button><button class="tabs__tab" role="tab" type="button">Method</button></div>',
        'first in',
        '.tabs',
      );
    },
  },
  {
    kind,
    name: 'the heart of a song, in a list that only draws what is in sight',
    page: 'music',
    target: '[role="row"]:has([href="/track/trk_88e0"]) [aria-label="Like"]',
    change: (page) => {
      page.wrapEach(
        '[data-testid="tracklist-row"]',
        '<div role="presentation" class="nY5cX"></div>',
      );
      page.wrap(
        '.nY5cX',
        '<div class="dE2rM" role="presentation"><div role="presentation" style="transform: translateY(0px)"></div></div>',
      );
      page.wrapEach('[aria-label="Like"]', '<span class="wR9oT"></span>');
      page.wrap('main > section', '<div class="os-viewport"><div class="os-content"></div></div>');
    },
  },
  {
    kind,
    name: 'a button in a table in a shadow root, on a page that has tabs now',
    page: 'settings',
    target: 'hm-devices >>> tbody tr:nth-child(2) button',
    change: (page) => {
      page.wrapEach('hm-panel, hm-devices', '<hm-tab></hm-tab>');
      page.wrap('hm-tab', '<hm-tabs selected="0"></hm-tabs>');
      page.wrap('hm-devices >>> table', '<div class="scroll" tabindex="0"></div>');
      for (const button of page.all('hm-devices >>> td > button')) {
        const actions = document.createElement('div');
        actions.className = 'actions';
        button.replaceWith(actions);
        actions.append(button);
      }
    },
  },
  {
    kind,
    name: 'a group of issues that folds now, among others that do',
    page: 'issues',
    target: 'main > section:nth-of-type(2)',
    change: (page) => {
      page.wrapEach('main > section > ul', '<div role="region" data-state="open"></div>');
      page.wrapEach('main > section > div > h2', '<button type="button" class="flex"></button>');
      page.wrapEach('li.group > input', '<span class="flex w-8 cursor-grab"></span>');
      page.wrap(
        'main > section',
        '<div class="overflow-y-auto"><div class="mx-auto max-w-5xl"></div></div>',
      );
    },
  },
];
