import type { Breakage } from './breakage.ts';

/** Breakages of what we draw on pages. */
export const FACE: readonly Breakage[] = [
  {
    id: 'face-ten-thousand-buttons',
    file: 'entrypoints/face/own-buttons.ts',
    find: 'this.#buttons.size < MOST && this.#inView.has(card)',
    replace: 'this.#buttons.size >= 0 && this.#inView.has(card)',
    sentence:
      'A page with thousands of cards in view gets thousands of our buttons and stands still.',
    tests: [{ chromium: 'test/e2e/hostile/wreck.spec.ts', title: 'ten thousand cards' }],
  },
  {
    id: 'face-open-root',
    file: 'entrypoints/face/closed-root.ts',
    find: "host.attachShadow({ mode: 'closed' })",
    replace: "host.attachShadow({ mode: 'open' })",
    sentence: 'A page reads and changes what we draw on it.',
    tests: [
      {
        chromium: 'test/e2e/cards.spec.ts',
        title:
          'a card without a button gets one of ours, which the page can neither reach nor click, and a button in a form does not submit it',
      },
    ],
  },
  {
    id: 'face-styles-of-the-page',
    file: 'entrypoints/face/closed-root.ts',
    find: ':host { all: initial !important;',
    replace: ':host { all: initial;',
    sentence: 'A page hides or moves what we draw by a style of its own.',
    tests: [
      {
        chromium: 'test/e2e/hostile/wreck.spec.ts',
        title:
          'no style that a page gives to ours changes how it looks, and nothing that it shadows misleads us',
      },
    ],
  },
  {
    id: 'face-page-hears-our-buttons',
    file: 'entrypoints/face/overlay.ts',
    find: '(event) => event.stopPropagation());',
    replace: '(event) => event.eventPhase);',
    sentence:
      'A press on our button closes the page’s menu, or does whatever the page makes of it.',
    tests: [
      {
        chromium: 'test/e2e/cards.spec.ts',
        title:
          'a card without a button gets one of ours, which the page can neither reach nor click, and a button in a form does not submit it',
      },
      { chromium: 'test/e2e/face-states.spec.ts' },
    ],
  },
  {
    id: 'face-behind-the-dialog',
    file: 'entrypoints/face/overlay.ts',
    find: "const RAISED = ':modal, :popover-open';",
    replace: "const RAISED = ':popover-open';",
    sentence: 'In a modal dialog the buttons of a conversation cannot be pressed.',
    tests: [
      { chromium: 'test/e2e/face-place.spec.ts' },
      { chromium: 'test/e2e/face-keyboard.spec.ts' },
    ],
  },
  {
    id: 'face-note-without-escape',
    file: 'entrypoints/face/note.ts',
    find: "event.key === 'Escape' : !isInside",
    replace: "event.key === 'Esc' : !isInside",
    sentence: 'A note beside a card cannot be put away by keyboard.',
    tests: [
      {
        chromium: 'test/e2e/face-states.spec.ts',
        title: 'and an error says why, until it is mended or dismissed',
      },
      { chromium: 'test/e2e/face-keyboard.spec.ts' },
    ],
  },
  {
    id: 'face-note-unheard',
    file: 'entrypoints/face/note.ts',
    find: "this.#box.role = 'alert';",
    replace: "this.#box.role = 'group';",
    sentence: 'A person who does not see the page never learns why a conversation failed.',
    tests: [
      {
        chromium: 'test/e2e/cards.spec.ts',
        title:
          'what a page changes of its cards is noticed, wherever and whenever, and a malformed agent id is said on the card and asks nobody',
      },
    ],
  },
  {
    id: 'face-focus-lost-with-note',
    file: 'entrypoints/face/note.ts',
    find: 'if (hadFocus && card) this.#goHome(card);',
    replace:
      'if (hadFocus && card === undefined) this.#overlay.host.focus();\n    void this.#goHome;',
    sentence: 'Who dismisses a note by keyboard starts again at the top of the page.',
    tests: [
      {
        chromium: 'test/e2e/face-keyboard.spec.ts',
        title: 'by keyboard, what is ours comes right after its card, and leads back to it',
      },
    ],
  },
  {
    id: 'face-state-said-again',
    file: 'entrypoints/face/pill.ts',
    find: 'if (this.#status.textContent !== text) this.#status.textContent = text;',
    replace: 'this.#status.textContent = text;',
    sentence: 'A screen reader says the state of a conversation again at each of its changes.',
    tests: [
      {
        chromium: 'test/e2e/face-keyboard.spec.ts',
        title: 'and a state is said once, by the one status message of the page',
      },
    ],
  },
  {
    id: 'face-focus-lost-with-call',
    file: 'entrypoints/face/pill.ts',
    find: 'else if (before) this.#goHome(before);',
    replace: 'else if (before === this.#card && before) this.#goHome(before);',
    sentence: 'Who ends a conversation by keyboard starts again at the top of the page.',
    tests: [
      {
        chromium: 'test/e2e/face-keyboard.spec.ts',
        title: 'by keyboard, what is ours comes right after its card, and leads back to it',
      },
    ],
  },
  {
    id: 'face-tab-goes-to-the-end',
    file: 'entrypoints/face/tab-order.ts',
    find: '    if (controls.length === 0) return;\n    this.#around = around;',
    replace: '    if (controls.length !== 0) return;\n    this.#around = around;',
    sentence: 'By keyboard our buttons come after everything else on the page.',
    tests: [
      {
        chromium: 'test/e2e/face-keyboard.spec.ts',
        title: 'by keyboard, what is ours comes right after its card, and leads back to it',
      },
    ],
  },
  {
    id: 'face-pill-without-its-card',
    file: 'entrypoints/face/follow.ts',
    find: "floating.style.visibility = isGone ? 'hidden' : 'visible';",
    replace: "floating.style.visibility = isGone ? 'inherit' : 'visible';",
    sentence:
      'What shows a conversation hangs over other parts of the page when its card is scrolled away.',
    tests: [
      {
        chromium: 'test/e2e/face-place.spec.ts',
        title: 'what shows a conversation keeps to its card',
      },
    ],
  },
  {
    id: 'face-moves-all-the-same',
    file: 'entrypoints/face/level.ts',
    find: "const STILL = '(prefers-reduced-motion: reduce)';",
    replace: "const STILL = '(prefers-reduced-motion: reduced)';",
    sentence: 'Bars jump before a person who asked for less motion.',
    tests: [
      {
        chromium: 'test/e2e/face-looks.spec.ts',
        title: 'and nothing moves where less motion is wanted',
      },
    ],
  },
  {
    id: 'face-words-fade',
    file: 'entrypoints/face/style.ts',
    find: '--calm: light-dark(#5b5a6b, #b9b8cc);',
    replace: '--calm: light-dark(#b9b8cc, #5b5a6b);',
    sentence: 'The time of a conversation is too faint to be read.',
    tests: [
      {
        chromium: 'test/e2e/face-looks.spec.ts',
        title: 'words and controls stand out, on any page and in any colours',
      },
    ],
  },
  {
    id: 'face-clock-of-hours',
    file: 'entrypoints/face/clock.ts',
    find: "String(seconds % 60).padStart(2, '0')",
    replace: 'String(seconds % 60)',
    sentence: 'After a minute and five seconds a conversation has lasted 1:5.',
    tests: [{ unit: 'test/extension/face/clock.test.ts' }],
  },
  {
    id: 'face-muted-looks-listening',
    file: 'entrypoints/face/pill-look.ts',
    find: "state === 'listening' && isMuted ? 'muted' : state",
    replace: "state === 'speaking' && isMuted ? 'muted' : state",
    sentence: 'A card says that it listens while the microphone is muted.',
    tests: [{ unit: 'test/extension/face/pill-look.test.ts' }],
  },
];
