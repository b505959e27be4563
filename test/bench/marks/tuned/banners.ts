import type { Pair } from '../pair.ts';

const kind = 'inserted banners';

/** Something new stands before or among what there was. */
export const BANNERS: readonly Pair[] = [
  {
    kind,
    name: 'a plan, with a notice on top and a promotion among the plans',
    page: 'plans',
    target: '.sc-fjdhpX:nth-child(2)',
    change: (page) => {
      page.insert(
        '<div class="sc-ban1 qWeRtY" role="region" aria-label="Notice"><p>We are at the Lisbon fair. <a href="/events/lisbon">Meet us</a></p><button type="button" aria-label="Close">×</button></div>',
        'first in',
        '#root',
      );
      page.insert(
        '<div class="sc-fjdhpX qLkJhG sc-promo"><h3 class="sc-jzJRlG wPoIuY">Spring offer</h3><div class="sc-cSHVUG xMnBvC"><strong>€19</strong> for three months</div><ul class="sc-kAzzGY zLkJhG"><li>Everything in Studio</li></ul><button class="sc-chPdSV vAqWsE" type="button">Choose plan</button></div>',
        'first in',
        '.sc-jTzLTM',
      );
    },
  },
  {
    kind,
    name: "a product's button, below a cookie banner and an advertisement among the products",
    page: 'shop',
    target: 'li:has(> a[href$="fellrunner-gtx"]) > button',
    change: (page) => {
      page.insert(
        '<div id="cookie-consent" role="dialog" aria-label="Cookies"><h2>We value your privacy</h2><p>Choose what we may store.</p><button type="button">Accept all</button><button type="button">Only necessary</button></div>',
        'first in',
        'body',
      );
      page.insert(
        '<li class="css-c4rd9x css-promo"><a class="css-1im4ge" href="/en/club"><img alt="" src="/img/club.jpg" /></a><h3 class="css-t1tl3">Join the club</h3><p class="css-d3sc">10 % on everything, for ever.</p><button class="css-btn0x1" type="button">Join</button></li>',
        'first in',
        'ul:has(> li > h3)',
      );
    },
  },
  {
    kind,
    name: 'a teaser, with a breaking line and a sponsored teaser before it',
    page: 'news',
    target: '#post-48205',
    change: (page) => {
      page.insert(
        '<div class="breaking" role="alert"><strong>Breaking</strong> Ferry service suspended until noon</div>',
        'after',
        '#masthead',
      );
      page.insert(
        '<article class="teaser teaser--sponsored" id="sp-112"><p class="teaser__kicker">Sponsored</p><h3 class="teaser__title"><a href="https://ads.example/c/9912">Ten kitchens you will want</a></h3><p class="teaser__excerpt">By Hansen Interiors</p><a class="teaser__more" href="https://ads.example/c/9912">Read on</a></article>',
        'before',
        '#post-48209',
      );
    },
  },
  {
    kind,
    name: 'the help box of a checkout, below a new delivery notice',
    page: 'checkout',
    target: '.help-box',
    change: (page) => {
      page.insert(
        '<div class="help-box help-box--notice" data-v-b3d0c611=""><h3 class="help-box__title" data-v-b3d0c611="">Strike at the depot</h3><p data-v-b3d0c611="">Parcels take a day longer this week.</p></div>',
        'before',
        '.voucher',
      );
      page.insert(
        '<div class="top-notice">Orders before Friday arrive before the holidays.</div>',
        'first in',
        '#app',
      );
    },
  },
  {
    kind,
    name: 'a code sample, with another section and another sample before it',
    page: 'docs',
    target:
      '.theme-code-block:has(code:first-child):nth-of-type(3), #limits + p + .theme-code-block',
    change: (page) => {
      page.insert(
        '<h2 class="anchor anchorWithStickyNavbar_LWe7" id="idempotence">Idempotence</h2><p>Handle each message as if you had seen it before.</p><div class="language-ts codeBlockContainer_Ckt0 theme-code-block"><div class="codeBlockContent_biex"><pre class="prism-code language-ts codeBlock_bY9V"><code class="codeBlockLines_e6Vv">if (await seen(message.id)) return</code></pre><div class="buttonGroup__atx"><button class="clean-btn" type="button" aria-label="Copy code to clipboard" title="Copy"><svg class="copyButtonIcon_y97N" viewBox="0 0 24 24"><path d="M19,21H8V7H19M19,5H8A2,2 0 0,0 6,7V21" /></svg></button></div></div></div>',
        'before',
        '#backoff',
      );
      page.insert(
        '<div class="announcementBar_mb4j" role="banner">Version 4 is out.</div>',
        'before',
        '.navbar',
      );
    },
  },
  {
    kind,
    name: 'a statistic, with a new one in front and an alert above',
    page: 'dashboard',
    target: 'main > section:first-child > div:nth-child(2)',
    change: (page) => {
      page.insert(
        '<div class="rounded-xl border border-slate-200 bg-white p-6 shadow-sm"><div class="text-sm font-medium text-slate-500">Visitors</div><div class="mt-2 text-2xl font-bold tabular-nums">1,208</div><p class="mt-1 text-xs text-emerald-600">+3 % since yesterday</p></div>',
        'first in',
        'main > section:first-child',
      );
      page.insert(
        '<div role="alert" class="rounded-md bg-amber-50 p-4 text-sm">Your trial ends in 5 days. <a href="/admin/billing">Choose a plan</a></div>',
        'first in',
        'main',
      );
    },
  },
  {
    kind,
    name: 'the button that continues, with a dialog on top that has one of the same words',
    page: 'checkout',
    target: '.button--primary',
    change: (page) =>
      page.insert(
        '<div class="modal" role="dialog" aria-label="Your e-mail address"><h2>Is this right?</h2><p>We could not reach this address before.</p><div class="modal__actions"><a class="link" href="/basket">Back to the basket</a><button class="button button--primary" type="submit">Continue to payment</button></div></div>',
        'first in',
        'body',
      ),
  },
  {
    kind,
    name: 'the workshop in a shadow root, with a season banner in another',
    page: 'parts',
    target: 'bc-workshop >>> section',
    change: (page) => {
      page.insert(
        '<section><h2>Winter check</h2><p>Lights, chain, brakes: £39.</p><a href="/workshop/winter">Book the workshop</a></section>',
        'before',
        'bc-workshop >>> section',
      );
      page.insert('<p>Closed on Boxing Day</p>', 'before', 'main > h1');
    },
  },
];
