import type { Breakage } from './breakage.ts';

/** Breakages of the script that finds cards in pages. */
export const CONTENT: readonly Breakage[] = [
  {
    id: 'content-page-hears-our-click',
    file: 'entrypoints/content/click.ts',
    find: 'event.stopImmediatePropagation();',
    replace: 'if (event.defaultPrevented && !event.cancelable) event.stopPropagation();',
    sentence: 'On a page that runs the guide’s own script, one click starts two conversations.',
    tests: [
      {
        chromium: 'test/e2e/hostile/clicks.spec.ts',
        title: 'nor does a script of the guide beside ours',
      },
    ],
  },
  {
    id: 'content-form-is-sent',
    file: 'entrypoints/content/click.ts',
    find: 'event.preventDefault();',
    replace: 'if (on.card === on.button) event.preventDefault();',
    sentence: 'A card’s button in a form sends the form away, and the page with it.',
    tests: [
      { chromium: 'test/e2e/cards.spec.ts', title: 'and a button in a form does not submit it' },
    ],
  },
  {
    id: 'content-double-click-ends-call',
    file: 'entrypoints/content/click.ts',
    find: 'if (since < CLICK_GAP_MS) return;',
    replace: 'if (since < CLICK_GAP_MS / 100) return;',
    sentence: 'A double click starts a conversation and ends it at once.',
    tests: [{ unit: 'test/extension/content/click.test.ts' }],
  },
  {
    id: 'content-reused-card-keeps-call',
    file: 'entrypoints/content/cards.ts',
    find: 'if (live && isConnected(live) && agentOf(live) === view.agentId) return live;',
    replace: 'if (live && isConnected(live)) return live;',
    sentence:
      'A list that uses its elements once more shows the conversation on another agent’s card.',
    tests: [
      {
        chromium: 'test/e2e/routing.spec.ts',
        title:
          'a list that uses its elements once more for others keeps the conversation with its agent',
      },
    ],
  },
  {
    id: 'content-traces-stay',
    file: 'entrypoints/content/cards.ts',
    find: '      setAttribute(card, STATE, null);\n      this.#shown.get(card)?.button?.clear();',
    replace: '      this.#shown.get(card)?.button?.clear();',
    sentence: 'A page on which voice was switched off goes on telling that the extension is there.',
    tests: [
      {
        chromium: 'test/e2e/journeys/options.spec.ts',
        title: 'a site is removed at once from pages that are open, and brought back',
      },
    ],
  },
  {
    id: 'content-page-learns-of-marks',
    file: 'entrypoints/content/cards.ts',
    find: 'return isPersons(card) ? null : state;',
    replace: "return isPersons(card) && state === 'idle' ? null : state;",
    sentence: 'A page learns that a person marked something on it, and talks about it.',
    tests: [{ chromium: 'test/e2e/journeys/marks.spec.ts' }],
  },
  {
    id: 'content-back-from-cache-asleep',
    file: 'entrypoints/content/hello.ts',
    find: 'persisted && begin()',
    replace: '!persisted && begin()',
    sentence: 'A page that comes back from the cache shows an old state and hears of nothing.',
    tests: [
      {
        chromium: 'test/e2e/routing.spec.ts',
        title: 'comes back from the cache with the conversation and the marks there are by then',
      },
    ],
  },
  {
    id: 'content-prerendered-page-dead',
    file: 'entrypoints/content/hello.ts',
    find: 'if (document.prerendering) {',
    replace: "if (document.visibilityState === 'visible' && document.prerendering) {",
    sentence: 'Cards on a page that the browser prepared ahead never work.',
    tests: [{ chromium: 'test/e2e/prerender.spec.ts' }],
  },
  {
    id: 'content-crashed-page-talks-on',
    file: 'entrypoints/content/talk.ts',
    find: "this.#lifeline.hold(view !== null && view.state !== 'error');",
    replace: "this.#lifeline.hold(view !== null && view.state === 'error');",
    sentence: 'The microphone stays on for a page that has crashed.',
    tests: [{ chromium: 'test/e2e/faults/gone.spec.ts' }],
  },
  {
    id: 'content-question-not-shown',
    file: 'entrypoints/content/talk.ts',
    find: 'opensPanel || how.isDoubtful || !approved.includes(agentId);',
    replace: 'opensPanel || (how.isDoubtful && !approved.includes(agentId));',
    sentence: 'The panel does not open to ask about a new agent.',
    tests: [
      {
        chromium: 'test/e2e/side-panel.spec.ts',
        title:
          'with the setting off it stays closed for an agent that is allowed, and opens to ask about one that is not',
      },
    ],
  },
  {
    id: 'content-late-attribute-missed',
    file: 'entrypoints/content/watch.ts',
    find: "const ATTRIBUTES = ['class', 'data-agent-id', 'data-voice-state'];",
    replace: "const ATTRIBUTES = ['class', 'data-voice-state'];",
    sentence: 'An element that a framework makes a card later, by its attribute, stays dead.',
    tests: [
      {
        chromium: 'test/e2e/cards.spec.ts',
        title: 'what a page changes of its cards is noticed, wherever and whenever',
      },
    ],
  },
  {
    id: 'content-shortcut-takes-farthest',
    file: 'entrypoints/content/in-view.ts',
    find: 'fromMiddle(a.box) - fromMiddle(b.box)',
    replace: 'fromMiddle(b.box) - fromMiddle(a.box)',
    sentence:
      'The shortcut starts the card at the edge of the window instead of the one in its middle.',
    tests: [
      {
        chromium: 'test/e2e/shortcuts.spec.ts',
        title:
          'a selection is talked about with an agent that was allowed; keys start, mute, hush and end a conversation, and panic lets go of everything',
      },
    ],
  },
  {
    id: 'content-owner-warned-for-ever',
    file: 'entrypoints/content/attributes.ts',
    find: '  known.add(what);\n',
    replace: '',
    sentence: 'One misspelt attribute fills the console of the site’s owner.',
    tests: [
      {
        chromium: 'test/e2e/cards-attributes.spec.ts',
        title: 'what is malformed is left out, and its owner is warned of it, once',
      },
    ],
  },
  {
    id: 'content-pressed-untold',
    file: 'entrypoints/content/page-button.ts',
    find: "setAttribute(this.element, 'aria-pressed', String(pressed));",
    replace: "setAttribute(this.element, 'data-pressed', String(pressed));",
    sentence: 'A screen reader does not tell whether a card’s button is pressed.',
    tests: [
      {
        chromium: 'test/e2e/cards.spec.ts',
        title: 'a card that is inserted later shows its state and talks',
      },
    ],
  },
  {
    id: 'content-two-faces',
    file: 'entrypoints/content/stage.ts',
    find: '    if (this.#face) return;\n    this.#face = face;',
    replace: '    this.#face = face;',
    sentence: 'A face that comes twice draws two buttons on each card.',
    tests: [{ unit: 'test/extension/content/stage.test.ts' }],
  },
];
