import type { Breakage } from './breakage.ts';

/** Breakages of how the script in a page judges whether a person meant a click. */
export const SIGHT: readonly Breakage[] = [
  {
    id: 'sight-made-up-click-counts',
    file: 'entrypoints/content/click.ts',
    find: '    if (!event.isTrusted) return;\n    const since',
    replace: '    const since',
    sentence: 'A click that a page makes up on a card’s button counts as a person’s.',
    tests: [{ unit: 'test/extension/content/click.test.ts' }],
  },
  {
    id: 'sight-disguise-unseen',
    file: 'entrypoints/content/sight.ts',
    find: '      isDisguised(button) ||\n',
    replace: '',
    sentence: 'A page makes a card’s button transparent over something else, and the click counts.',
    tests: [{ chromium: 'test/e2e/doubt.spec.ts', title: 'no trick goes undoubted' }],
  },
  {
    id: 'sight-cover-unseen',
    file: 'entrypoints/content/sight.ts',
    find: '      isCovered(button, x, y) ||\n',
    replace: '',
    sentence: 'A button under something that lets keys through starts a conversation unasked.',
    tests: [
      { chromium: 'test/e2e/doubt.spec.ts', title: 'no trick goes undoubted' },
      { chromium: 'test/e2e/doubt.spec.ts' },
    ],
  },
  {
    id: 'sight-button-just-came-up',
    file: 'entrypoints/content/sight.ts',
    find: 'now - (this.#seen.get(button) ?? now) < LOOK_MS ||',
    replace: 'now - (this.#seen.get(button) ?? 0) < LOOK_MS / 100 ||',
    sentence: 'A button that a page pushes under the pointer at the last moment counts.',
    tests: [
      {
        chromium: 'test/e2e/doubt.spec.ts',
        title: 'what a person has not seen is doubted, and what they have seen is believed',
      },
    ],
  },
  {
    id: 'sight-typed-key-counts',
    file: 'entrypoints/content/sight.ts',
    find: '      reached < LOOK_MS || this.#isUnclear',
    replace: '      reached < 0 || this.#isUnclear',
    sentence:
      'A page moves the focus to a card while a person types, and the next space starts a call.',
    tests: [
      {
        chromium: 'test/e2e/hostile/clicks.spec.ts',
        title:
          'no click, message or key that a page makes up starts anything, nor does a script of the guide beside ours',
      },
    ],
  },
  {
    id: 'sight-old-press-counts',
    file: 'entrypoints/content/sight.ts',
    find: 'const forget = () => (this.#aim = null);',
    replace: 'const forget = () => this.#aim;',
    sentence: 'A press that the page keeps from its button passes for an honest one before it.',
    tests: [
      {
        chromium: 'test/e2e/doubt.spec.ts',
        title: 'what a person has not seen is doubted, and what they have seen is believed',
      },
    ],
  },
  {
    id: 'sight-made-up-pointer-costs',
    file: 'entrypoints/content/sight.ts',
    find: 'isTrusted && this.#near(card);',
    replace: 'isTrusted !== undefined && this.#near(card);',
    sentence:
      'A page makes up a pointer near its cards and has conversations counted that nobody wants.',
    tests: [
      {
        chromium: 'test/e2e/prefetch.spec.ts',
        title:
          'who is near a button has its address and the host before the click, and no microphone; nothing is asked for ahead for what a page makes up, what was not allowed, and where it is switched off',
      },
    ],
  },
  {
    id: 'sight-almost-clear-is-clear',
    file: 'entrypoints/content/disguise.ts',
    find: 'Number(opacity) < 1',
    replace: 'Number(opacity) === 0',
    sentence: 'A button at one percent of its strength counts as one that a person can see.',
    tests: [
      { chromium: 'test/e2e/doubt.spec.ts', title: 'no trick goes undoubted' },
      { chromium: 'test/e2e/hostile/covered.spec.ts' },
    ],
  },
  {
    id: 'sight-frame-around-trusted',
    file: 'entrypoints/content/sight.ts',
    find: '(isVeiled(button, x, y) || isInForeignFrame())',
    replace: 'isVeiled(button, x, y)',
    sentence: 'In Firefox a page around a frame covers the card in it, and the click counts.',
    tests: [
      {
        chromium: 'test/e2e/doubt.spec.ts',
        title: 'what a person has not seen is doubted, and what they have seen is believed',
      },
    ],
  },
];
