import { hashed } from '../editor.ts';
import type { Pair } from '../pair.ts';
import { renameAttributes } from './edits.ts';

const kind = 'renamed classes';

/** Other names for the same things: a new build, a new theme, a new version of a framework. */
export const RENAMED: readonly Pair[] = [
  {
    kind,
    name: 'a song of a playlist, after a build that hashed every class anew',
    page: 'music',
    target: '[role="row"]:has([href="/track/trk_88e0"])',
    change: (page) => page.classes(/./, (was) => hashed(was, '2026-05', 5)),
  },
  {
    kind,
    name: 'a step of a recipe, in a new theme with a plugin for recipes',
    page: 'recipe',
    target: '.recipe-card__step:nth-child(2)',
    change: (page) => {
      page.classes(/^recipe-card/, (was) =>
        was.replace(/^recipe-card(?:__)?/, 'rcp-block-').replace(/-$/, ''),
      );
      page.classes(/^post(?:__|$)/, (was) =>
        was.replace(/^post(?:__)?/, 'entry-').replace(/-$/, ''),
      );
      page.classes(/^button/, () => 'wp-element-button');
      page.classes(/^site-header/, (was) => was.replace('site-header', 'masthead'));
      page.classes(/^related|^comment/, (was) => was.replaceAll('__', '-'));
      page.set('#recipe', 'id', 'rcp-3319');
      page.set('[href="#recipe"]', 'href', '#rcp-3319');
    },
  },
  {
    kind,
    name: 'the button of an offer, after an update of Angular and its components',
    page: 'cars',
    target: 'app-offer-card:nth-of-type(3) button',
    change: (page) => {
      renameAttributes(page, {
        '_ngcontent-rnt-c2041963748': '_ngcontent-ng-c881203377',
        '_nghost-rnt-c2041963748': '_nghost-ng-c881203377',
        '_ngcontent-rnt-c3390117562': '_ngcontent-ng-c1720044519',
        '_ngcontent-rnt-c1187430092': '_ngcontent-ng-c3006618254',
        'mat-flat-button': 'matbutton',
      });
      page.set('[matbutton]', 'matbutton', 'filled');
      page.set('[color="primary"]', 'color', null);
      page.classes(/^offer|^price/, (was) => `card__${was.replace('offer-', '')}`);
      page.classes(/^mat-mdc-unelevated/, () => 'mdc-button mat-mdc-button-base mat-tonal-button');
      page.set('app-root', 'ng-version', '20.1.0');
    },
  },
  {
    kind,
    name: 'the button for a new issue, under another Tailwind with a prefix and other colours',
    page: 'issues',
    target: 'header > button',
    change: (page) =>
      page.classes(
        /./,
        (was) =>
          `tw:${was
            .replace('zinc', 'stone')
            .replace(/indigo-\d00/, 'brand')
            .replace(/^rounded-md$/, 'rounded-lg')
            .replace(/^px-3$/, 'px-4')}`,
      ),
  },
  {
    kind,
    name: 'the messages of a bank, whose master page was renamed, with Bootstrap',
    page: 'bank',
    target: '#ctl00_cphSide_pnlMessages',
    change: (page) => {
      for (const it of page.all('[id^="ctl00_"], [for^="ctl00_"]'))
        for (const name of ['id', 'for']) {
          const was = it.getAttribute(name);
          if (was !== null)
            it.setAttribute(name, was.replace(/^ctl00_(?:cph)?/, 'Body_').replace(/pnl/, 'div'));
        }
      page.classes(/^box$/, () => 'card card-body mb-3');
      page.classes(/^grid$/, () => 'table table-bordered');
      page.classes(/^gridRow|^gridHeader/, (was) =>
        was === 'gridHeader' ? 'table-light' : 'row-item',
      );
      page.classes(/^menu$/, () => 'nav nav-tabs');
      page.set('#header', 'class', 'navbar navbar-dark');
    },
  },
  {
    kind,
    name: 'a switch in a shadow root, whose inside was written anew',
    page: 'settings',
    target: 'hm-switch[name="battery"] >>> button',
    change: (page) => {
      page.set('hm-switch >>> .row', 'class', 'setting');
      page.set('hm-switch >>> .label', 'class', 'setting__title');
      page.set('hm-switch >>> .hint', 'class', 'setting__description');
      page.set('hm-switch >>> label', 'for', 'toggle');
      page.set('hm-switch >>> button', 'class', 'toggle toggle--round');
      page.set('hm-switch >>> button', 'part', null);
      page.set('hm-switch >>> button', 'id', 'toggle');
      page.set('hm-panel >>> section', 'class', 'card');
    },
  },
];
