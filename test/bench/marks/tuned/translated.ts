import type { Pair } from '../pair.ts';

const kind = 'translated text';

/** The same page in another language. */
export const TRANSLATED: readonly Pair[] = [
  {
    kind,
    name: 'a product, in German',
    page: 'shop',
    target: 'li:has(> a[href$="beckside-low"])',
    change: (page) => {
      page.set('html', 'lang', 'de');
      for (const link of page.all('a[href^="/en"]'))
        link.setAttribute('href', (link.getAttribute('href') ?? '').replace('/en', '/de'));
      page.words({
        'Trail shoes': 'Trailschuhe',
        'Add to basket': 'In den Warenkorb',
        Shoes: 'Schuhe',
        Jackets: 'Jacken',
        Packs: 'Rucksäcke',
        'Waterproof, with a rock plate for long days.':
          'Wasserdicht, mit Steinplatte für lange Tage.',
        'Light and quick to dry, for paths along water.':
          'Leicht und schnell trocken, für Wege am Wasser.',
        'Ankle support for loaded packs and loose scree.':
          'Halt für schwere Rucksäcke und loses Geröll.',
        'Racing flat with deep lugs and nothing to spare.':
          'Wettkampfschuh mit tiefen Stollen, sonst nichts.',
        'Velcro straps, and soles that survive puddles.':
          'Klettverschluss und Sohlen, die Pfützen überstehen.',
        'Studded for ice, lined for the cold.': 'Spikes fürs Eis, Futter für die Kälte.',
        'side view': 'Seitenansicht',
        Filter: 'Filtern',
        Width: 'Weite',
      });
    },
  },
  {
    kind,
    name: "the button of a product, in German, with the old language's addresses",
    page: 'shop',
    target: 'li:has(> a[href$="langdale-race"]) > button',
    change: (page) => {
      page.set('html', 'lang', 'de');
      page.words({
        'Trail shoes': 'Trailschuhe',
        'Add to basket': 'In den Warenkorb',
        'Racing flat with deep lugs and nothing to spare.':
          'Wettkampfschuh mit tiefen Stollen, sonst nichts.',
        'Velcro straps, and soles that survive puddles.':
          'Klettverschluss und Sohlen, die Pfützen überstehen.',
        'Waterproof, with a rock plate for long days.':
          'Wasserdicht, mit Steinplatte für lange Tage.',
      });
    },
  },
  {
    kind,
    name: 'a topic of a help page, in French',
    page: 'support',
    target: 'a[href="/help/meter"]',
    change: (page) => {
      page.set('html', 'lang', 'fr');
      page.words({
        'Bills and payments': 'Factures et paiements',
        'Instalments, refunds, a bill that looks wrong':
          'Mensualités, remboursements, une facture étrange',
        'Meter readings': 'Relevés de compteur',
        'Send one, correct one, smart meters': 'Envoyer, corriger, compteurs communicants',
        'Moving home': 'Déménagement',
        'Take us with you, or say goodbye': 'Emmenez-nous, ou dites au revoir',
        'Power cuts': 'Coupures de courant',
        'What to do, whom to call, the map': 'Que faire, qui appeler, la carte',
        Topics: 'Thèmes',
        'How can we help?': 'Comment pouvons-nous vous aider ?',
        'Talk to us': 'Parlez-nous',
        Help: 'Aide',
      });
    },
  },
  {
    kind,
    name: 'the search of a shop, in German',
    page: 'shop',
    target: 'form[role=search]',
    change: (page) => {
      page.set('html', 'lang', 'de');
      page.set('form[role=search]', 'action', '/de/search');
      page.words({
        'Search shoes and gear': 'Schuhe und Ausrüstung suchen',
        Main: 'Hauptmenü',
        Shoes: 'Schuhe',
        'Free delivery over €60 · 100-day returns': 'Ab 60 € versandkostenfrei · 100 Tage Rückgabe',
      });
    },
  },
  {
    kind,
    name: 'a solicitor, in Welsh',
    page: 'team',
    target: '[data-id="90bc61d"]',
    change: (page) => {
      page.set('html', 'lang', 'cy');
      page.words({
        'Our people': 'Ein pobl',
        'Family law and mediation. Speaks Mandarin and Malay.':
          'Cyfraith teulu a chyfryngu. Yn siarad Mandarin a Malaieg.',
        'Write to Mei': 'Ysgrifennwch at Mei',
        'Wills and probate. Partner since 1998.': 'Ewyllysiau a phrofiant. Partner ers 1998.',
        'Write to Harriet': 'Ysgrifennwch at Harriet',
        'Commercial property. Reads leases for pleasure.': 'Eiddo masnachol.',
        'Write to Devan': 'Ysgrifennwch at Devan',
      });
    },
  },
  {
    kind,
    name: 'a hotel, in Portuguese',
    page: 'hotels',
    target: '[data-property-id="10338"]',
    change: (page) => {
      page.set('html', 'lang', 'pt');
      page.words({
        'See rooms': 'Ver quartos',
        ' a night': ' por noite',
        'from centre': 'do centro',
        reviews: 'avaliações',
        Exceptional: 'Excecional',
        Fabulous: 'Fabuloso',
        Superb: 'Soberbo',
        'Very good': 'Muito bom',
        'Show more': 'Mostrar mais',
        Save: 'Guardar',
      });
    },
  },
  {
    kind,
    name: 'the field for the postcode, in Dutch',
    page: 'checkout',
    target: '.field:has([name=postcode])',
    change: (page) => {
      page.set('html', 'lang', 'nl');
      page.words({
        Delivery: 'Bezorging',
        'Who is it for?': 'Voor wie is het?',
        'Where to?': 'Waarheen?',
        'First name': 'Voornaam',
        'Last name': 'Achternaam',
        'Street and number': 'Straat en huisnummer',
        Postcode: 'Postcode',
        Town: 'Plaats',
        'How fast?': 'Hoe snel?',
        'Your order': 'Je bestelling',
        'Continue to payment': 'Verder naar betalen',
      });
      page.words({ Postcode: 'Post- of buscode' });
    },
  },
  {
    kind,
    name: 'a topic of a help page, in French, while the page still says that it is English',
    page: 'support',
    target: 'a[href="/help/outage"]',
    change: (page) =>
      page.words({
        'Bills and payments': 'Factures et paiements',
        'Instalments, refunds, a bill that looks wrong':
          'Mensualités, remboursements, une facture étrange',
        'Meter readings': 'Relevés de compteur',
        'Send one, correct one, smart meters': 'Envoyer, corriger, compteurs communicants',
        'Moving home': 'Déménagement',
        'Take us with you, or say goodbye': 'Emmenez-nous, ou dites au revoir',
        'Power cuts': 'Coupures de courant',
        'What to do, whom to call, the map': 'Que faire, qui appeler, la carte',
        Topics: 'Thèmes',
        Help: 'Aide',
      }),
  },
  {
    kind,
    name: 'the way to write a letter, in French',
    page: 'support',
    target: '.way:nth-child(2)',
    change: (page) => {
      page.set('html', 'lang', 'fr');
      page.words({
        Phone: 'Téléphone',
        '0800 555 0142, free of charge, weekdays from 8 to 18.':
          '0800 555 0142, appel gratuit, en semaine de 8 h à 18 h.',
        Call: 'Appeler',
        Letter: 'Courrier',
        Address: 'Adresse',
        'Talk to us': 'Parlez-nous',
        "Weekdays from 8 to 20, usually two minutes' wait.": 'En semaine de 8 h à 20 h.',
        'Voltara Energy, PO Box 40, Leeds. We answer within a week.':
          'Voltara Energy, PO Box 40, Leeds. Réponse sous huit jours.',
        Start: 'Démarrer',
      });
    },
  },
];
