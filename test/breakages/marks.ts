import type { Breakage } from './breakage.ts';

/** Breakages of marks, of the picker with which they are made, and of what a site describes. */
export const MARKS: readonly Breakage[] = [
  {
    id: 'marks-picker-within-reach',
    file: 'entrypoints/aim/picker-frame.ts',
    find: "this.host.attachShadow({ mode: 'closed' })",
    replace: "this.host.attachShadow({ mode: 'open' })",
    sentence: 'A page reaches the picker, and learns the secret by which it is known.',
    tests: [
      {
        chromium: 'test/e2e/picker.spec.ts',
        title:
          'a page can neither reach the picker nor have one of its own; it can take it away; elements are picked by pointer and by keyboard alone, and the page sees none of it',
      },
    ],
  },
  {
    id: 'marks-focus-lost-after-picking',
    file: 'entrypoints/aim/picker-frame.ts',
    find: 'if (hadFocus && this.#before !== null) focus(this.#before);',
    replace: 'if (!hadFocus && this.#before !== null) focus(this.#before);',
    sentence: 'Who has picked by keyboard starts again at the top of the page.',
    tests: [{ chromium: 'test/e2e/picker.spec.ts' }],
  },
  {
    id: 'marks-dialog-above-picker',
    file: 'entrypoints/aim/picker-frame.ts',
    find: "const modals = [...findAll('dialog:modal')];",
    replace: "const modals = [...findAll('dialog:popover-open')];",
    sentence: 'Where a page has a dialog open, nothing can be picked.',
    tests: [
      {
        chromium: 'test/e2e/picker.spec.ts',
        title:
          'a page can neither reach the picker nor have one of its own; it can take it away; elements are picked by pointer and by keyboard alone, and the page sees none of it',
      },
    ],
  },
  {
    id: 'marks-any-port-taken',
    file: 'entrypoints/picker/page-line.ts',
    find: 'if (data !== token || port === undefined) return;',
    replace: "if (data === '' || token === '' || port === undefined) return;",
    sentence: 'A page gives the picker a line of its own, and has it keep whatever the page likes.',
    tests: [{ unit: 'test/extension/picker/page-line.test.ts' }],
  },
  {
    id: 'marks-page-gets-the-key',
    file: 'entrypoints/picker/keys-up.ts',
    find: 'if (down.size > 0 || due === null) return;',
    replace: 'if (due === null) return;',
    sentence: 'The Escape that leaves the picker also closes the page’s dialog.',
    tests: [
      {
        chromium: 'test/e2e/picker.spec.ts',
        title:
          'a page can neither reach the picker nor have one of its own; it can take it away; elements are picked by pointer and by keyboard alone, and the page sees none of it',
      },
      { chromium: 'test/e2e/picker.spec.ts' },
    ],
  },
  {
    id: 'marks-tab-leaves-picker',
    file: 'entrypoints/picker/keep-tab.ts',
    find: '  event.preventDefault();\n',
    replace: '',
    sentence: 'Tab leads out of the picker into the page, which gets the keys from there on.',
    tests: [{ chromium: 'test/e2e/picker.spec.ts' }],
  },
  {
    id: 'marks-kept-without-permission',
    file: 'entrypoints/picker/mark-form.ts',
    find: "if (enabling !== 'enabled') return enabling;",
    replace: "if (enabling === 'failed') return enabling;",
    sentence:
      'A card is kept on a site for which the person refused the permission, and never works.',
    tests: [{ unit: 'test/extension/picker/mark-form.test.ts' }],
  },
  {
    id: 'marks-stay-after-route',
    file: 'entrypoints/marks/route.ts',
    find: "navigation()?.addEventListener('currententrychange', look, { signal });",
    replace: "navigation()?.addEventListener('navigateerror', look, { signal });",
    sentence: 'On a page that changes its address by itself, the marks of the former one stay.',
    tests: [
      {
        chromium: 'test/e2e/routing.spec.ts',
        title:
          'a page that changes its address keeps the conversation, and has the marks of where it is',
      },
    ],
  },
  {
    id: 'marks-wrong-entry-after-reuse',
    file: 'entrypoints/marks/attached.ts',
    find: '      this.isInDoubt = true;\n      doubted();',
    replace: '      this.isInDoubt = false;\n      doubted();',
    sentence: 'A list that uses an element for another entry keeps the mark on it.',
    tests: [
      {
        chromium: 'test/e2e/routing.spec.ts',
        title:
          'a list that uses its elements once more for others keeps the conversation with its agent',
      },
      { chromium: 'test/e2e/marks.spec.ts' },
    ],
  },
  {
    id: 'marks-closed-roots-missed',
    file: 'entrypoints/marks/named-roots.ts',
    find: 'trees = found.map(anyRootOf).filter((root) => root !== null);',
    replace: 'trees = found.map(({ shadowRoot }) => shadowRoot).filter((root) => root !== null);',
    sentence: 'A mark inside a closed shadow root is never found again.',
    tests: [
      {
        chromium: 'test/e2e/roots.spec.ts',
        title: 'and marks reach into closed ones',
      },
    ],
  },
  {
    id: 'marks-gone-is-gone-for-ever',
    file: 'entrypoints/marks/marks.ts',
    find: 'if (this.#attached.size < this.#here.length) this.#searches.want();',
    replace: 'if (this.#attached.size > this.#here.length) this.#searches.want();',
    sentence: 'A mark whose element comes a moment after the page is never found.',
    tests: [{ chromium: 'test/e2e/marks.spec.ts' }],
  },
  {
    id: 'marks-thousand-site-cards',
    file: 'entrypoints/site-cards/described.ts',
    find: 'if (found.size === MOST) return found;',
    replace: 'if (found.size === 100 * MOST) return found;',
    sentence: 'A site’s description makes every element of its pages a card.',
    tests: [{ chromium: 'test/e2e/site-cards.spec.ts' }],
  },
  {
    id: 'marks-lookalike-taken',
    file: 'core/mark-score.ts',
    find: 'best !== undefined && best.total - total >= lead;',
    replace: 'best !== undefined && best.total - total >= -lead;',
    sentence:
      'Where two elements might be the marked one, the card goes to either instead of neither.',
    tests: [{ unit: 'test/core/mark-score.test.ts' }],
  },
];
