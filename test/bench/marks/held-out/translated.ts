import type { Pair } from '../pair.ts';
import { readdress, say } from './edits.ts';

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
      page.words({
        'Accounts overview': 'Trosolwg o’r cyfrifon',
        'Current accounts and savings': 'Cyfrifon cyfredol a chynilion',
        Accounts: 'Cyfrifon',
        Payments: 'Taliadau',
        Cards: 'Cardiau',
        Loans: 'Benthyciadau',
        Service: 'Gwasanaeth',
        'Signed in as': 'Wedi mewngofnodi fel',
        'Log out': 'Allgofnodi',
        Statement: 'Cyfriflen',
        'Latest transactions': 'Trafodion diweddaraf',
        'All transactions': 'Pob trafodyn',
        'Quick transfer': 'Trosglwyddiad cyflym',
        Messages: 'Negeseuon',
        'You have 2 unread messages.': 'Mae gennych 2 neges heb eu darllen.',
        'Read messages': 'Darllen negeseuon',
        'Home insurance': 'Yswiriant cartref',
        'Get a quote': 'Cael dyfynbris',
        Balance: 'Balans',
        Number: 'Rhif',
      });
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
      page.words({
        'Bins and recycling': 'Odpady i recykling',
        'Find your collection day': 'Sprawdź dzień odbioru',
        'Look up your street and print a calendar.': 'Znajdź swoją ulicę i wydrukuj kalendarz.',
        'Report a missed bin': 'Zgłoś nieodebrany pojemnik',
        'Tell us within two working days.': 'Zrób to w ciągu dwóch dni roboczych.',
        'Order a new bin': 'Zamów nowy pojemnik',
        'Replacements are free if ours was damaged by a lorry.':
          'Wymiana jest bezpłatna, jeśli pojemnik uszkodziła nasza ciężarówka.',
        'Bulky waste': 'Odpady wielkogabarytowe',
        'Sofas, fridges and mattresses, from £18 a piece.':
          'Kanapy, lodówki i materace, od 18 £ za sztukę.',
        'Garden waste': 'Odpady ogrodowe',
        'A brown bin every fortnight, £42 a year.':
          'Brązowy pojemnik co dwa tygodnie, 42 £ rocznie.',
        'Recycling centres': 'Punkty recyklingu',
        'Opening hours, and what you may bring.': 'Godziny otwarcia i co można przywieźć.',
        'Council tax': 'Podatek lokalny',
        Parking: 'Parkowanie',
        Planning: 'Zabudowa',
        Schools: 'Szkoły',
        'Check your area': 'Sprawdź swoją okolicę',
        'Contact the waste team': 'Kontakt z działem odpadów',
        News: 'Aktualności',
        'Related pages': 'Powiązane strony',
      });
      say(page.one('.menu'), { 'li:nth-child(2) > a': 'Odpady' });
    },
  },
  {
    kind,
    name: 'the button that shuffles a playlist, in Portuguese, by a class that several have',
    page: 'music',
    target: '[data-testid="action-bar"] > [aria-label="Shuffle"]',
    change: (page) => {
      page.set('html', 'lang', 'pt-BR');
      page.words({
        Shuffle: 'Ordem aleatória',
        'Save to your library': 'Salvar na sua biblioteca',
        Download: 'Baixar',
        'Your library': 'Sua biblioteca',
        'Public playlist': 'Playlist pública',
        'You might also like': 'Você também pode gostar',
        'More options for': 'Mais opções para',
        Home: 'Início',
        Search: 'Buscar',
        Title: 'Título',
        Album: 'Álbum',
        Length: 'Duração',
        likes: 'curtidas',
        songs: 'músicas',
        Volume: 'Volume do som',
        'by Wavelet': 'de Wavelet',
        Like: 'Curtir',
        Previous: 'Anterior',
        Next: 'Próxima',
        Main: 'Principal',
      });
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
      page.words({
        Filters: 'Filter',
        Gearbox: 'Getriebe',
        Automatic: 'Automatik',
        Manual: 'Schaltung',
        Seats: 'Sitzplätze',
        '4 or more': '4 oder mehr',
        '7 or more': '7 oder mehr',
        'View deal': 'Zum Angebot',
        ' a day': ' pro Tag',
        ' seats': ' Sitze',
        ' bags': ' Koffer',
        'Sort by': 'Sortieren nach',
        'Pick-up': 'Abholung',
        'Drop-off': 'Rückgabe',
        'Change search': 'Suche ändern',
        'My bookings': 'Meine Buchungen',
        'Good to know': 'Gut zu wissen',
        'Car hire in Faro': 'Mietwagen in Faro',
        '4 cars in Faro': '4 Autos in Faro',
        'Small · manual': 'Kleinwagen · Schaltung',
        'Compact · manual': 'Kompaktklasse · Schaltung',
        'Compact · automatic': 'Kompaktklasse · Automatik',
        'Estate · automatic': 'Kombi · Automatik',
      });
    },
  },
  {
    kind,
    name: 'a switch in a shadow root, in German',
    page: 'settings',
    target: 'hm-switch[name="boost"] >>> .row',
    change: (page) => {
      page.set('html', 'lang', 'de');
      page.words({
        Settings: 'Einstellungen',
        Rooms: 'Räume',
        Scenes: 'Szenen',
        Heating: 'Heizung',
        'Turn down when nobody is in': 'Absenken, wenn niemand da ist',
        'Follows the telephones of everyone here.': 'Richtet sich nach den Handys aller Bewohner.',
        'Frost protection': 'Frostschutz',
        'Never lets a room fall below 6 °C.': 'Kein Raum wird kälter als 6 °C.',
        'Boost in the morning': 'Morgens vorheizen',
        'Half an hour before the first alarm.': 'Eine halbe Stunde vor dem ersten Wecker.',
        'Night temperature': 'Nachttemperatur',
        Alerts: 'Warnungen',
        'Smoke and carbon monoxide': 'Rauch und Kohlenmonoxid',
        'Doors and windows': 'Türen und Fenster',
        'Low batteries': 'Schwache Batterien',
        'Name of your home': 'Name des Zuhauses',
        Postcode: 'Postleitzahl',
        Language: 'Sprache',
        Restart: 'Neu starten',
        'Save changes': 'Änderungen speichern',
        'Delete this home': 'Dieses Zuhause löschen',
      });
    },
  },
  {
    kind,
    name: 'a class of a catalogue without any names in it, in French',
    page: 'courses',
    target: 'tr:has([href$="C222"])',
    change: (page) => {
      page.set('html', 'lang', 'fr');
      page.words({
        'Evening classes, autumn term': 'Cours du soir, trimestre d’automne',
        'Evening classes': 'Cours du soir',
        'Weekend schools': 'Stages du week-end',
        'Fees and bursaries': 'Tarifs et bourses',
        'Italian for beginners': 'Italien pour débutants',
        'Italian, second year': 'Italien, deuxième année',
        'Japanese for travellers': 'Japonais pour voyageurs',
        'British Sign Language 1': 'Langue des signes britannique 1',
        Languages: 'Langues',
        Crafts: 'Artisanat',
        Bookbinding: 'Reliure',
        Upholstery: 'Tapisserie',
        'Throwing pots': 'Poterie : tournage',
        'Glazing pots': 'Poterie : émaillage',
        'Spreadsheets without fear': 'Le tableur sans peur',
        'First steps in programming': 'Premiers pas en programmation',
        Computing: 'Informatique',
        Monday: 'Lundi',
        Tuesday: 'Mardi',
        Wednesday: 'Mercredi',
        Thursday: 'Jeudi',
        Friday: 'Vendredi',
        Enrol: 'S’inscrire',
        Full: 'Complet',
        Code: 'Réf.',
        Class: 'Cours',
        Tutor: 'Professeur',
        Fee: 'Tarif',
        Questions: 'Vos questions',
        'Open evening': 'Soirée portes ouvertes',
      });
    },
  },
];
