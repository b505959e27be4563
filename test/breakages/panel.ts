import type { Breakage } from './breakage.ts';

const ROOM = 'entrypoints/shared/panel';

/** Breakages of the panel, and of the transcripts that are kept. */
export const PANEL: readonly Breakage[] = [
  {
    id: 'panel-click-becomes-yes',
    file: `${ROOM}/asking.ts`,
    find: 'if (id === undefined || !isReady.peek() || isSent.peek()) return;',
    replace: 'if (id === undefined || isSent.peek()) return;',
    sentence: 'A click that was under way when the question came up answers it.',
    tests: [{ unit: 'test/extension/shared/panel/asking.test.ts' }],
  },
  {
    id: 'panel-escape-means-yes',
    file: `${ROOM}/question.tsx`,
    find: "key === 'Escape' && asking.answer('no')",
    replace: "key === 'Escape' && asking.answer('once')",
    sentence: 'A person who presses Escape on the question has said yes.',
    tests: [
      { chromium: 'test/e2e/panel-keyboard.spec.ts' },
      { chromium: 'test/e2e/journeys/consent.spec.ts' },
    ],
  },
  {
    id: 'panel-question-without-focus',
    file: `${ROOM}/question.tsx`,
    find: '  dialog?.focus();\n',
    replace: '  dialog?.blur();\n',
    sentence: 'By keyboard and by screen reader nobody gets to the question.',
    tests: [
      { chromium: 'test/e2e/panel-keyboard.spec.ts' },
      { chromium: 'test/e2e/keyboard.spec.ts' },
    ],
  },
  {
    id: 'panel-works-behind-question',
    file: `${ROOM}/panel.tsx`,
    find: 'inert={asked !== null}',
    replace: 'inert={asked === undefined}',
    sentence: 'Tab leads out of the question into the panel behind it.',
    tests: [
      { chromium: 'test/e2e/panel-keyboard.spec.ts' },
      { chromium: 'test/e2e/journeys/consent.spec.ts' },
    ],
  },
  {
    id: 'panel-links-anywhere',
    file: `${ROOM}/markdown-tree.ts`,
    find: "url?.protocol === 'https:'",
    replace: "url?.protocol !== 'javascript:' && url !== null",
    sentence:
      'An agent gives links to files of this computer, and to pages that anybody can change on the way.',
    tests: [
      { unit: 'test/extension/shared/panel/markdown-tree.test.ts' },
      {
        chromium: 'test/e2e/panel-transcript.spec.ts',
        title:
          'what an agent writes comes in parts, is corrected, formatted and judged; it becomes no HTML, no picture, and no link but https with its host',
      },
    ],
  },
  {
    id: 'panel-pictures-load',
    file: `${ROOM}/markdown.tsx`,
    find: 'return <Picture url={node.url} alt={node.alt} />;',
    replace: "return <img src={node.url} alt={node.alt ?? ''} />;",
    sentence: 'A picture in an answer tells its host who is talking, and when.',
    tests: [
      {
        chromium: 'test/e2e/panel-transcript.spec.ts',
        title:
          'what an agent writes comes in parts, is corrected, formatted and judged; it becomes no HTML, no picture, and no link but https with its host',
      },
    ],
  },
  {
    id: 'panel-links-know-their-page',
    file: `${ROOM}/markdown.tsx`,
    find: 'rel="noopener noreferrer"',
    replace: 'rel="opener"',
    sentence: 'A page that an agent links to gets hold of the panel.',
    tests: [
      {
        chromium: 'test/e2e/panel-transcript.spec.ts',
        title:
          'what an agent writes comes in parts, is corrected, formatted and judged; it becomes no HTML, no picture, and no link but https with its host',
      },
      { chromium: 'test/e2e/hostile/agent.spec.ts' },
    ],
  },
  {
    id: 'panel-partial-looks-whole',
    file: `${ROOM}/line.tsx`,
    find: 'aria-busy={isPartial}',
    replace: 'aria-busy={isPartial === undefined}',
    sentence: 'A screen reader takes half an answer for all of it.',
    tests: [
      {
        chromium: 'test/e2e/panel-transcript.spec.ts',
        title:
          'what an agent writes comes in parts, is corrected, formatted and judged; it becomes no HTML, no picture, and no link but https with its host',
      },
    ],
  },
  {
    id: 'panel-written-words-lost',
    file: `${ROOM}/composer.ts`,
    find: '    first = null;\n    giveBack(sent);',
    replace: '    first = null;',
    sentence: 'What a person has written is gone when it could not be sent.',
    tests: [
      { unit: 'test/extension/shared/panel/composer.test.ts' },
      {
        chromium: 'test/e2e/panel-failures.spec.ts',
        title:
          'a backend that is down loses nothing written; an agent that breaks off is called again; a microphone that is busy gives way to another',
      },
    ],
  },
  {
    id: 'panel-enter-breaks-composition',
    file: `${ROOM}/composer-form.tsx`,
    find: 'event.isComposing || event.keyCode === 229)',
    replace: 'event.keyCode === 230)',
    sentence: 'Who writes Japanese sends half a word with each choice of a character.',
    tests: [
      {
        chromium: 'test/e2e/panel-text.spec.ts',
        title:
          'the panel writes to an agent without a card, tells it that one types, sends with Enter but within no word being composed, and leads to where the microphone is allowed',
      },
    ],
  },
  {
    id: 'panel-scrolls-while-one-reads',
    file: `${ROOM}/transcript.tsx`,
    find: '() => following.leftAt.peek() === null && toEnd()',
    replace: '() => following.leftAt.peek() !== undefined && toEnd()',
    sentence: 'Who reads back in the transcript is torn to its end by each new word.',
    tests: [
      {
        chromium: 'test/e2e/panel-transcript.spec.ts',
        title:
          'transcripts are copied, saved, kept while the browser runs and has room, and deleted; one follows what is said, and never moves while one reads back',
      },
    ],
  },
  {
    id: 'panel-transcript-not-reached',
    file: `${ROOM}/transcript.tsx`,
    find: '        tabIndex={0}\n        ref={log}',
    replace: '        ref={log}',
    sentence: 'By keyboard nobody can scroll back in the transcript.',
    tests: [
      { chromium: 'test/e2e/panel-keyboard.spec.ts' },
      { chromium: 'test/e2e/panel-transcript.spec.ts' },
    ],
  },
  {
    id: 'panel-held-button-sticks',
    file: `${ROOM}/hold-button.tsx`,
    find: 'onPointerUp={() => hold(false)}',
    replace: 'onPointerOut={() => hold(true)}',
    sentence: 'The microphone stays open after the button that is held to talk was let go.',
    tests: [
      {
        chromium: 'test/e2e/panel-voice.spec.ts',
        title:
          'one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way',
      },
    ],
  },
  {
    id: 'panel-device-for-all-sites',
    file: `${ROOM}/sound.ts`,
    find: 'if (site === null) return change;',
    replace: 'if (site === null || siteDevices[site] === undefined) return change;',
    sentence: 'A microphone that was chosen on one site is used on all others.',
    tests: [
      { unit: 'test/extension/shared/panel/sound.test.ts' },
      {
        chromium: 'test/e2e/panel-voice.spec.ts',
        title:
          'one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way',
      },
    ],
  },
  {
    id: 'panel-news-read-twice',
    file: `${ROOM}/news.ts`,
    find: "return now.role === 'agent' && !now.isPartial && !wasWhole;",
    replace: "return now.role === 'agent' && !now.isPartial && wasWhole !== undefined;",
    sentence: 'A screen reader reads an answer again when it is corrected or judged.',
    tests: [{ unit: 'test/extension/shared/panel/news.test.ts' }],
  },
  {
    id: 'panel-deleted-words-stay',
    file: 'entrypoints/shared/transcript-store.ts',
    find: '    await drop(kept);\n    return [];',
    replace: '    return [];',
    sentence: 'Transcripts that the person has deleted are still stored.',
    tests: [{ unit: 'test/extension/shared/transcript-store.test.ts' }],
  },
  {
    id: 'panel-kept-against-policy',
    file: 'entrypoints/shared/transcript-store.ts',
    find: 'if (!(await loadPolicy()).keepsTranscripts) return;',
    replace: 'if ((await loadPolicy()).keepsTranscripts === undefined) return;',
    sentence: 'Transcripts are kept where the organisation forbids it.',
    tests: [{ unit: 'test/extension/shared/transcript-store.test.ts' }],
  },
  {
    id: 'panel-locked-setting-changes',
    file: 'entrypoints/shared/settings-store.ts',
    find: 'const allowed = permitted(change, await loadPolicy());',
    replace: 'const allowed = { ...change, ...permitted(change, await loadPolicy()) };',
    sentence: 'A setting that the organisation has locked is changed by a settings file.',
    tests: [{ unit: 'test/extension/shared/settings-store.test.ts' }],
  },
  {
    id: 'panel-newer-settings-overwritten',
    file: 'entrypoints/shared/settings-store.ts',
    find: 'if (isNewer) throw new NewerSettings();',
    replace: 'if (isNewer && Object.keys(change).length === 0) throw new NewerSettings();',
    sentence: 'Going back to an older version destroys the settings of the newer one.',
    tests: [{ unit: 'test/extension/shared/settings-store.test.ts' }],
  },
];
