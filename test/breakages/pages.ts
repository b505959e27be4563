import type { Breakage } from './breakage.ts';

/** Breakages of the options, the popup and the welcome page, and of how they ask a backend. */
export const PAGES: readonly Breakage[] = [
  {
    id: 'options-token-without-consent',
    file: 'entrypoints/options/access-form.ts',
    find: "if (typed === '' || !(await isAllowed())) return;",
    replace: "if (typed === '' || (await isAllowed()) === undefined) return;",
    sentence: 'A token is kept and sent although the person refused in Firefox’s question.',
    tests: [{ unit: 'test/extension/options/access-form.test.ts' }],
  },
  {
    id: 'options-bad-address-stored',
    file: 'entrypoints/options/backend-form.ts',
    find: 'if (fault.value === null) return address;',
    replace: "if (fault.value === null || fault.value === 'not_https') return address;",
    sentence:
      'A backend that is asked without https is stored, and everybody on the way reads along.',
    tests: [{ unit: 'test/extension/options/backend-form.test.ts' }],
  },
  {
    id: 'options-diagnostics-name-sites',
    file: 'entrypoints/options/diagnostics.ts',
    find: 'grantedOrigins: origins.length,',
    replace: 'grantedOrigins: origins,',
    sentence: 'Diagnostics that a person hands on name the sites they visit.',
    tests: [{ unit: 'test/extension/options/diagnostics.test.ts' }],
  },
  {
    id: 'options-revoked-approval-stays',
    file: 'entrypoints/options/approvals-list.ts',
    find: 'stored.value.filter((other) => !isSame(other, approval));',
    replace:
      'stored.value.filter((other) => !isSame(other, approval) || other.within === undefined);',
    sentence: 'An approval that the person revokes in the options stays.',
    tests: [{ unit: 'test/extension/options/approvals-list.test.ts' }],
  },
  {
    id: 'options-sites-without-permission',
    file: 'entrypoints/options/transfer.ts',
    find: 'const { sites, sitesOff } = isGranted ? next : settings.value;',
    replace: 'const { sites, sitesOff } = isGranted || next.sites ? next : settings.value;',
    sentence: 'A settings file lists sites on which voice can never be on, without a word.',
    tests: [
      { unit: 'test/extension/options/transfer.test.ts' },
      { chromium: 'test/e2e/sites.spec.ts', title: 'settings leave as a file and come back' },
    ],
  },
  {
    id: 'options-locked-looks-free',
    file: 'entrypoints/options/locked.tsx',
    find: 'disabled={isLocked}',
    replace: 'disabled={isLocked && names.length === 0}',
    sentence: 'Settings that the organisation has locked look as if they could be changed.',
    tests: [
      {
        chromium: 'test/e2e/policy.spec.ts',
        title:
          'what an organisation has locked is shown locked, with who did so; an agent that it does not allow is refused, and said so',
      },
    ],
  },
  {
    id: 'options-section-unmarked',
    file: 'entrypoints/options/navigation.tsx',
    find: "aria-current={current.value === id ? 'location' : undefined}",
    replace: "data-current={current.value === id ? 'location' : undefined}",
    sentence: 'A screen reader does not tell at which section of the options one is.',
    tests: [
      {
        chromium: 'test/e2e/options.spec.ts',
        title:
          'every section has an address, and the keyboard goes there; approvals, sound, shortcuts and diagnostics are shown, changed and brought back',
      },
    ],
  },
  {
    id: 'options-undo-forgets-place',
    file: 'entrypoints/options/marks-list.ts',
    find: 'marks.toSpliced(last.at, 0, last.mark)',
    replace: 'marks.toSpliced(last.at, 1, last.mark)',
    sentence: 'Bringing a deleted mark back deletes the one that stood after it.',
    tests: [{ unit: 'test/extension/options/marks-list.test.ts' }],
  },
  {
    id: 'popup-lost-call-untold',
    file: 'entrypoints/popup/popup-model.ts',
    find: 'doors.look().catch(doors.lookBack)',
    replace: 'doors.look().catch(() => null)',
    sentence: 'The popup says nothing of a conversation whose host has crashed.',
    tests: [{ unit: 'test/extension/popup/popup-model.test.ts' }],
  },
  {
    id: 'popup-unreached-card-ready',
    file: 'entrypoints/popup/cards.ts',
    find: "if (!isReached) return 'out_of_reach';",
    replace: "if (!isReached && !isShown) return 'out_of_reach';",
    sentence: 'The popup calls a card ready that nobody of ours can work.',
    tests: [{ unit: 'test/extension/popup/cards.test.ts' }],
  },
  {
    id: 'popup-looks-where-off',
    file: 'entrypoints/popup/popup-model.ts',
    find: 'const tabId = voice.isOn.value ? subject.value.tabId : null;',
    replace: 'const tabId = voice.isBusy.value ? null : subject.value.tabId;',
    sentence: 'Opening the popup looks into pages on which voice is off.',
    tests: [{ unit: 'test/extension/popup/popup-model.test.ts' }],
  },
  {
    id: 'popup-switch-unnamed',
    file: 'entrypoints/shared/ui/switch.tsx',
    find: 'role="switch"',
    replace: 'role="presentation"',
    sentence: 'A screen reader finds no switch for voice in the popup.',
    tests: [
      {
        chromium: 'test/e2e/journeys/popup.spec.ts',
        title: 'the popup switches voice on without a reload',
      },
    ],
  },
  {
    id: 'welcome-hears-unseen',
    file: 'entrypoints/welcome/steps.ts',
    find: "microphone.state.value === 'granted' && isSeen.value",
    replace: "microphone.state.value === 'granted' && isSeen.value !== null",
    sentence: 'The welcome page goes on listening to the microphone behind other tabs.',
    tests: [
      {
        chromium: 'test/e2e/welcome.spec.ts',
        title:
          'says what is wrong with each step, and notices by itself when it is mended; shows how loud the microphone is, and holds it only while the page is on the screen',
      },
    ],
  },
  {
    id: 'welcome-microphone-held',
    file: 'entrypoints/welcome/level.ts',
    find: "  signal.addEventListener('abort', letGo);\n",
    replace: "  signal.addEventListener('abort', () => void letGo);\n",
    sentence: 'The welcome page holds the microphone for as long as it is open.',
    tests: [
      {
        chromium: 'test/e2e/welcome.spec.ts',
        title:
          'says what is wrong with each step, and notices by itself when it is mended; shows how loud the microphone is, and holds it only while the page is on the screen',
      },
    ],
  },
  {
    id: 'welcome-call-of-another-page',
    file: 'entrypoints/welcome/test-call.ts',
    find: 'if (now === null || now.tabId !== tabId) return;',
    replace: 'if (now === null || tabId === -2) return;',
    sentence: 'The welcome page takes a conversation on a site for its own test call.',
    tests: [{ unit: 'test/extension/welcome/test-call.test.ts' }],
  },
  {
    id: 'welcome-not-after-install',
    file: 'entrypoints/background/index.ts',
    find: "if (reason === 'install') await openWelcome();",
    replace: "if (reason === 'update') await openWelcome();",
    sentence: 'After the installation nothing happens, and after each update a page opens.',
    tests: [{ chromium: 'test/e2e/journeys/welcome.spec.ts' }],
  },
  {
    id: 'backend-answer-without-end',
    file: 'entrypoints/shared/read-body.ts',
    find: 'if (length > most) return null;',
    replace: 'if (length > 100_000 * most) return null;',
    sentence: 'A backend fills the memory with an answer that never ends.',
    tests: [{ unit: 'test/extension/shared/backend.test.ts' }],
  },
  {
    id: 'backend-token-to-another',
    file: 'entrypoints/shared/backend-token.ts',
    find: 'if (kept?.backendUrl !== backendUrl) return null;',
    replace: 'if (!kept || backendUrl === kept.token) return null;',
    sentence: 'Another backend is shown the token of the one before.',
    tests: [
      { unit: 'test/extension/background/mint.test.ts' },
      { unit: 'test/extension/shared/backend.test.ts' },
    ],
  },
  {
    id: 'backend-follows-redirects',
    file: 'entrypoints/shared/backend.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    sentence: 'A backend leads the extension and its token elsewhere.',
    tests: [
      { unit: 'test/extension/shared/backend.test.ts' },
      { chromium: 'test/e2e/faults/failures.spec.ts' },
    ],
  },
  {
    id: 'backend-waits-for-ever',
    file: 'entrypoints/shared/backend.ts',
    find: 'const DEADLINE_MS = 5_000;',
    replace: 'const DEADLINE_MS = 5_000_000;',
    sentence: 'Where the backend does not answer, the card connects for ever.',
    tests: [{ unit: 'test/extension/faults/backend.test.ts' }],
  },
];
