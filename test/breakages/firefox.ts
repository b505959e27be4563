import type { Breakage } from './breakage.ts';

/** Breakages of what only Firefox has. */
export const FIREFOX: readonly Breakage[] = [
  {
    id: 'firefox-closed-window-remembered',
    file: 'entrypoints/background/firefox.ts',
    find: '    await hostWindow.removeValue();\n    await gone(',
    replace: '    await gone(',
    sentence: 'After the conversation window was closed, no click on a card does anything.',
    tests: [
      {
        firefox: 'test/e2e/firefox/window.spec.ts',
        title:
          'closed mid-call, the window takes the conversation with it, and the next call works',
      },
    ],
  },
  {
    id: 'firefox-closed-window-misnamed',
    file: 'entrypoints/background/firefox.ts',
    find: "failure: failure('window_closed')",
    replace: "failure: failure('host_lost')",
    sentence: 'Who closes the conversation window is told that something broke.',
    tests: [
      {
        firefox: 'test/e2e/firefox/window.spec.ts',
        title:
          'closed mid-call, the window takes the conversation with it, and the next call works',
      },
    ],
  },
  {
    id: 'firefox-closed-window-asks-on',
    file: 'entrypoints/background/firefox.ts',
    find: 'if (id === (await hostWindow.getValue())) await closed();',
    replace: 'if (id !== (await hostWindow.getValue())) await closed();',
    sentence: 'The window that asks is closed, and the card waits for its answer for ever.',
    tests: [
      {
        firefox: 'test/e2e/firefox/window.spec.ts',
        title: 'a window closed before its question was answered leaves nothing behind',
      },
    ],
  },
  {
    id: 'firefox-question-unseen',
    file: 'entrypoints/background/firefox.ts',
    find: 'export async function showQuestion(_windowId: number | undefined): Promise<void> {\n  await ensureHost();',
    replace:
      'export async function showQuestion(_windowId: number | undefined): Promise<void> {\n  await warmHost();',
    sentence: 'A card waits for an answer to a question that is nowhere to be seen.',
    tests: [{ firefox: 'test/e2e/journeys/consent.spec.ts' }],
  },
  {
    id: 'firefox-window-stays-behind',
    file: 'entrypoints/background/firefox.ts',
    find: 'await browser.windows.update(open, { focused: true });',
    replace: 'await browser.windows.get(open);',
    sentence: 'A second call goes on in a window that is hidden behind the browser’s.',
    tests: [
      { firefox: 'test/e2e/journeys/one-conversation.spec.ts' },
      { firefox: 'test/e2e/firefox/window.spec.ts' },
      { firefox: 'test/e2e/firefox/place.spec.ts' },
    ],
  },
  {
    id: 'firefox-window-hears-too-late',
    file: 'entrypoints/background/firefox.ts',
    find: '  await ready.promise;\n',
    replace: '  void ready.promise;\n',
    sentence: 'The first call fails, for its window cannot hear yet.',
    tests: [{ firefox: 'test/e2e/journeys/spoken.spec.ts' }],
  },
  {
    id: 'firefox-sleeping-start-lost',
    file: 'entrypoints/background/firefox.ts',
    find: 'if (opening === null) await back();',
    replace: 'if (opening === null) return;',
    sentence: 'A start is lost where the background is put to sleep while its window opens.',
    tests: [
      { firefox: 'test/e2e/journeys/asleep.spec.ts' },
      { unit: 'test/extension/background/firefox.test.ts' },
    ],
  },
  {
    id: 'firefox-token-without-consent',
    file: 'entrypoints/shared/token-consent.ts',
    find: 'return import.meta.env.FIREFOX ? browser.permissions.contains(CONSENT) : true;',
    replace: 'return CONSENT.data_collection.length > 0;',
    sentence: 'A token is sent on though the person took back their consent in Firefox.',
    tests: [
      {
        firefox: 'test/e2e/firefox/options.spec.ts',
        title:
          'a token is kept only with leave to send what goes with it, and forgotten when that is taken back',
      },
    ],
  },
  {
    id: 'firefox-window-never-asks',
    file: 'entrypoints/window/index.tsx',
    find: "whenPrompt: 'ask',",
    replace: "whenPrompt: 'refuse',",
    sentence: 'The conversation window never asks for the microphone, and each first call fails.',
    tests: [{ firefox: 'test/e2e/journeys/prompts.spec.ts' }],
  },
  {
    id: 'firefox-place-forgotten',
    file: 'entrypoints/window/remember-place.ts',
    find: 'if (hasMoved(now, known)) void lastPlace.setValue(now);',
    replace: 'if (!hasMoved(now, known)) void lastPlace.getValue();',
    sentence: 'The conversation window opens over the page each time, wherever the person put it.',
    tests: [
      {
        firefox: 'test/e2e/firefox/place.spec.ts',
        title: 'the conversation window opens where it was, and on the screen where that is gone',
      },
    ],
  },
  {
    id: 'firefox-events-unreadable',
    file: 'entrypoints/content/card-event.ts',
    find: "typeof cloneInto === 'function' ? cloneInto(about, window) : about;",
    replace: "typeof cloneInto === 'string' ? cloneInto : about;",
    sentence: 'In Firefox a site cannot read the state that a card’s event tells.',
    tests: [{ firefox: 'test/e2e/journeys/spoken.spec.ts' }],
  },
  {
    id: 'firefox-cover-unseen',
    file: 'entrypoints/content/cover.ts',
    find: 'const covered = isCovered(element, x, y);',
    replace: 'const covered = isCovered(element, -x, -y);',
    sentence: 'In Firefox a page lays something over a card through which every click falls.',
    tests: [
      { chromium: 'test/e2e/doubt.spec.ts', title: 'where it does not tell' },
      { firefox: 'test/e2e/firefox/hostile.spec.ts', title: 'a click on what a person cannot see' },
    ],
  },
  {
    id: 'firefox-picks-where-off',
    file: 'entrypoints/shared/browser/firefox.ts',
    find: 'PICKER_ASKS: false,',
    replace: 'PICKER_ASKS: true,',
    sentence: 'On a new site the picker cannot ask for the permission, and nothing is kept.',
    tests: [{ firefox: 'test/e2e/journeys/marks.spec.ts' }],
  },
  {
    id: 'firefox-microphone-opened-twice',
    file: 'entrypoints/shared/conversation/permission.ts',
    find: 'for (const track of stream.getTracks()) track.stop();',
    replace: 'for (const track of stream.getTracks()) track.enabled = true;',
    sentence: 'Going on by voice opens a microphone that stays on after the conversation.',
    tests: [{ firefox: 'test/e2e/journeys/written.spec.ts' }],
  },
  {
    id: 'firefox-window-blind',
    file: 'entrypoints/window/view-here.ts',
    find: '      host.watch(listener, signal);\n',
    replace: '',
    sentence: 'The conversation window shows nothing of the conversation that it holds.',
    tests: [{ firefox: 'test/e2e/journeys/written.spec.ts' }],
  },
  {
    id: 'firefox-no-loudspeaker-untold',
    file: 'entrypoints/shared/conversation/audio.ts',
    find: "throw patience.aborted ? new Refusal(failure('sound_missing')) : error;",
    replace: "throw signal.aborted ? new Refusal(failure('sound_missing')) : error;",
    sentence: 'Where a computer has no loudspeaker, Firefox blames the agent.',
    tests: [{ firefox: 'test/e2e/firefox/silent.spec.ts' }],
  },
  {
    id: 'firefox-data-undeclared',
    file: 'wxt.config.ts',
    find: "required: ['personallyIdentifyingInfo', 'personalCommunications', 'websiteContent'],",
    replace: "required: ['personalCommunications', 'websiteContent'],",
    sentence: 'Firefox does not tell at installation that a voice leaves the computer.',
    tests: [{ built: 'test/extension/build.test.ts' }],
  },
  {
    id: 'firefox-sidebar-opens-itself',
    file: 'wxt.config.ts',
    find: 'open_at_install: false,',
    replace: 'open_at_install: true,',
    sentence: 'A sidebar comes up that nobody asked for, as soon as the extension is installed.',
    tests: [{ built: 'test/extension/build.test.ts' }],
  },
];
