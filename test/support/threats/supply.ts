import type { Threat } from './threat.ts';

/** What comes with what we are built from. */
export const SUPPLY_THREATS: Readonly<Record<string, Threat>> = {
  T32: {
    attack: 'a file or a body that reaches for prototypes',
    stops: 'Bodies with a prototype in them are refused; files are read field by field.',
    tests: {
      'server/hardening.test.ts': ['with a prototype in it is refused'],
      'core/settings-file.test.ts': [
        'of any kind is read without a throw, without delay, and leaves prototypes alone',
      ],
      'e2e/anchors.spec.ts': [
        'no anchor, whoever wrote it, throws, hangs, or leads anywhere by a selector that is none',
      ],
    },
  },
  T34: {
    attack: 'a package of ours, or the shop that has it, is taken over',
    stops:
      'Versions are exact and locked, the same sources make the same bytes, and a build holds nothing remote and runs no text as code.',
    tests: {
      'packages.test.ts': [
        "by README's steps, the sources archive makes the same %s archive, byte by byte",
        'the %s archive holds what the browser tests load, and nothing else',
        "Mozilla's linter has nothing to say about the Firefox archive",
      ],
      'extension/build.test.ts': [
        'no address of a content delivery network, nor of any host but those we may talk to',
        'no %s',
        'lets extension pages run their own scripts alone',
      ],
      'dependencies.test.ts': [
        'every dependency is pinned to one version',
        'every package comes from the registry',
        'nothing runs while packages are installed, and none of them asks to',
      ],
      'scripts/lockfile.test.ts': [
        'the lockfile names the packages of every platform, or `npm ci` would refuse it',
      ],
    },
  },
  T35: {
    attack: 'what is fetched, or translated, is run or set as HTML',
    stops: 'Fetched is only data, read by a schema; words are put in as text.',
    tests: {
      'packages.test.ts': ["Mozilla's linter has nothing to say about the Firefox archive"],
      'core/policy.test.ts': ['of any kind is read whole, and only ever restricts'],
      'core/site-cards.test.ts': ['of any kind counts whole or for nothing, and soon'],
      'locales.test.ts': ['has the same plural forms and, in each, the same placeholders'],
    },
  },
};
