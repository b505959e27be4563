import type { Breakage } from './breakage.ts';

/** Breakages of the background as it is in Chrome; see also firefox.ts. */
export const BACKGROUND: readonly Breakage[] = [
  {
    id: 'background-two-hosts',
    file: 'entrypoints/background/chrome.ts',
    find: 'return creating ?? undefined;',
    replace: 'return undefined;',
    sentence: 'A second click reaches a host that cannot hear yet, and fails.',
    tests: [{ unit: 'test/extension/background/chrome.test.ts' }],
  },
  {
    id: 'background-pages-read-storage',
    file: 'entrypoints/background/chrome.ts',
    find: "accessLevel: 'TRUSTED_CONTEXTS'",
    replace: "accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS'",
    sentence: 'A page that took over a content script reads the access token.',
    tests: [
      { chromium: 'test/e2e/hostile/secrets.spec.ts', title: 'a page learns the state of a card' },
    ],
  },
  {
    id: 'background-closed-window-asks-on',
    file: 'entrypoints/background/chrome.ts',
    find: '    await questionWindow.removeValue();\n    await closed();',
    replace: '    await questionWindow.removeValue();\n    if (id < 0) await closed();',
    sentence: 'A person closes the window that asks, and the card waits for their answer for ever.',
    tests: [
      {
        chromium: 'test/e2e/consent.spec.ts',
        title: 'a window asks, goes with the answer, and closed means no',
      },
    ],
  },
  {
    id: 'background-bad-token-talks-on',
    file: 'entrypoints/background/lease.ts',
    find: "if (code.startsWith('token_')) await sendMessage",
    replace: "if (code.startsWith('token-')) await sendMessage",
    sentence: 'A conversation goes on although the operator has revoked its token.',
    tests: [{ unit: 'test/extension/background/lease.test.ts' }],
  },
  {
    id: 'background-discarded-tab-talks-on',
    file: 'entrypoints/background/lifelines.ts',
    find: "if (tab === undefined || tab.status === 'unloaded')",
    replace: 'if (tab === undefined)',
    sentence: 'The microphone stays on for a tab that the browser has thrown out of memory.',
    tests: [{ chromium: 'test/e2e/faults/gone.spec.ts' }],
  },
  {
    id: 'background-site-off-known',
    file: 'entrypoints/background/site-cards.ts',
    find: 'if (signal.aborted) return [];',
    replace: 'if (signal.aborted && now.cards === null) return [];',
    sentence: 'What a site says of its cards is kept after voice was switched off there.',
    tests: [{ unit: 'test/extension/background/site-cards.test.ts' }],
  },
  {
    id: 'background-sites-overwrite',
    file: 'entrypoints/background/site-cards.ts',
    find: 'const changing = inTurn();',
    replace: 'const changing = <T>(work: () => Promise<T>) => inTurn()(work);',
    sentence: 'Of two sites that describe their cards at the same time, one is forgotten.',
    tests: [{ unit: 'test/extension/background/site-cards.test.ts' }],
  },
  {
    id: 'background-registers-always',
    file: 'entrypoints/background/pages.ts',
    find: 'essenceOf(registered) !== essenceOf(whole)',
    replace: 'essenceOf(registered) !== ids.join()',
    sentence:
      'Every changed setting registers the content script again, and a page that is loading may miss it.',
    tests: [{ unit: 'test/extension/background/pages.test.ts' }],
  },
  {
    id: 'background-mark-not-off',
    file: 'entrypoints/background/marks.ts',
    find: '({ isOn, scope }) => isOn && scope.site === site',
    replace: '({ isOn, scope }) => (isOn || site !== null) && scope.site === site',
    sentence: 'Marks that the person has switched off are handed to every page of their site.',
    tests: [{ unit: 'test/extension/background/marks.test.ts' }],
  },
  {
    id: 'background-menu-everywhere',
    file: 'entrypoints/background/menus.ts',
    find: 'documentUrlPatterns: sites.map(placePattern)',
    replace: "documentUrlPatterns: [...sites.map(placePattern), '*://*/*']",
    sentence: 'The menu offers to talk about a selection on pages where voice is off.',
    tests: [{ unit: 'test/extension/background/menus.test.ts' }],
  },
  {
    id: 'background-wish-taken-up-twice',
    file: 'entrypoints/background/microphone.ts',
    find: '  await waitingWish.removeValue();\n',
    replace: '  await waitingWish.setValue({ ...wish });\n',
    sentence:
      'Each time the microphone is granted, a conversation starts that was asked for long ago.',
    tests: [{ unit: 'test/extension/background/microphone.test.ts' }],
  },
  {
    id: 'background-frames-everywhere',
    file: 'entrypoints/background/pages.ts',
    find: 'matches: every, excludeMatches, allFrames: false',
    replace: 'matches: every, excludeMatches, allFrames: true',
    sentence: 'Where voice is on everywhere, our script runs in every advertisement.',
    tests: [
      {
        chromium: 'test/e2e/frames.spec.ts',
        title:
          'a frame has it only where its own site is named, and an advertisement is never touched',
      },
    ],
  },
  {
    id: 'background-switched-off-talks-on',
    file: 'entrypoints/background/pages.ts',
    find: 'eachTab(before, quit, (tab) => !isOn(now)(tab)),',
    replace: 'eachTab(before, quit, (tab) => isOn(now)(tab) && !isOn(before)(tab)),',
    sentence: 'A conversation goes on where the person has just switched voice off.',
    tests: [
      {
        chromium: 'test/e2e/sites.spec.ts',
        title:
          'voice that is switched off goes at once, with the conversation that runs there; a part of a site is switched on by a pattern, and every site but one',
      },
    ],
  },
  {
    id: 'background-any-picker',
    file: 'entrypoints/background/picking.ts',
    find: 'wanted?.began?.token !== token || wanted.tabId !== tab?.id',
    replace: "!wanted?.began || token === '' || wanted.tabId !== tab?.id",
    sentence: 'A page frames the picker by itself and has the person click in it unawares.',
    tests: [{ unit: 'test/extension/background/picking.test.ts' }],
  },
  {
    id: 'background-panic-leaves-host',
    file: 'entrypoints/background/shortcuts.ts',
    find: "  await publishGone({ by: 'user' });\n  await closeHost();",
    replace: "  await publishGone({ by: 'user' });\n  if (id === undefined) await closeHost();",
    sentence: 'After the panic key everything looks ended, and the microphone is still open.',
    tests: [
      {
        chromium: 'test/e2e/shortcuts.spec.ts',
        title:
          'a selection is talked about with an agent that was allowed; keys start, mute, hush and end a conversation, and panic lets go of everything',
      },
    ],
  },
  {
    id: 'background-site-learns-visitor',
    file: 'entrypoints/background/site-cards.ts',
    find: "credentials: 'omit'",
    replace: "credentials: 'include'",
    sentence: 'A site that describes its cards learns by its cookies who has the extension.',
    tests: [{ unit: 'test/extension/background/site-cards.test.ts' }],
  },
  {
    id: 'background-late-grant-counts',
    file: 'entrypoints/background/sites.ts',
    find: 'if (Date.now() - wanted.at < PROMPT_MS)',
    replace: 'if (wanted.at < Date.now() + PROMPT_MS)',
    sentence: 'A permission that is granted a day later, for something else, switches voice on.',
    tests: [{ unit: 'test/extension/background/sites.test.ts' }],
  },
  {
    id: 'background-revoked-site-stays',
    file: 'entrypoints/background/sites.ts',
    find: 'sites: sites.filter((place) => !lost.includes(place))',
    replace: 'sites: [...sites]',
    sentence:
      'The options list a site whose permission the person took away in the browser’s settings.',
    tests: [
      {
        chromium: 'test/e2e/journeys/options.spec.ts',
        title: "a site's permission that is taken away",
      },
    ],
  },
  {
    id: 'background-update-cuts-off',
    file: 'entrypoints/background/update.ts',
    find: 'if (isWaiting && !isLive(conversation))',
    replace: "if (isWaiting && conversation?.id !== '' && isLive !== undefined)",
    sentence: 'A new version of the extension ends a conversation that is running.',
    tests: [
      {
        chromium: 'test/e2e/faults/reload.spec.ts',
        title: 'a new version waits for the conversation to end',
      },
    ],
  },
  {
    id: 'background-badge-stays',
    file: 'entrypoints/background/badge.ts',
    find: "void browser.action.setBadgeText({ text: live ? '●' : '' });",
    replace: "if (live) void browser.action.setBadgeText({ text: '●' });",
    sentence: 'The toolbar goes on saying that the microphone is live when it is not.',
    tests: [
      {
        chromium: 'test/e2e/one-conversation.spec.ts',
        title:
          'clicks within half a second count once; a second card of the page is told, and takes over; the toolbar badge shows that the microphone is live',
      },
    ],
  },
];
