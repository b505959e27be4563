import type { Breakage } from './breakage.ts';

const ROOM = 'entrypoints/shared/conversation';

/** Breakages of what holds the conversation: its line, its microphone and its loudspeaker. */
export const HOST: readonly Breakage[] = [
  {
    id: 'host-waits-for-silent-agent',
    file: `${ROOM}/connect.ts`,
    find: 'const DEADLINE_MS = 10_000;',
    replace: 'const DEADLINE_MS = 10_000_000;',
    sentence: 'Where the agent never takes the call, the card connects for ever.',
    tests: [
      {
        chromium: 'test/e2e/faults/failures.spec.ts',
      },
    ],
  },
  {
    id: 'host-late-line-stays-open',
    file: `${ROOM}/connect.ts`,
    find: '    close();\n    throw error;',
    replace: '    if (signal.aborted) close();\n    throw error;',
    sentence:
      'A line that took too long is given up and stays open, and costs when it is answered.',
    tests: [
      {
        chromium: 'test/e2e/faults/failures.spec.ts',
      },
    ],
  },
  {
    id: 'host-early-frame-hangs',
    file: `${ROOM}/connect.ts`,
    find: '} else event.stopImmediatePropagation();',
    replace: '} else event.preventDefault();',
    sentence: 'An agent that sends a ping before its greeting is never connected.',
    tests: [{ chromium: 'test/e2e/faults/line.spec.ts', title: 'odd frames are passed over' }],
  },
  {
    id: 'host-odd-frame-unhandled',
    file: `${ROOM}/connect.ts`,
    find: 'void Promise.resolve(hear(frame)).catch(() => {})',
    replace: 'void Promise.resolve(hear(frame))',
    sentence:
      'A frame that the SDK stumbles over fills the browser’s list of the extension’s errors.',
    tests: [{ chromium: 'test/e2e/faults/line.spec.ts', title: 'odd frames are passed over' }],
  },
  {
    id: 'host-own-goodbye-is-failure',
    file: `${ROOM}/callbacks.ts`,
    find: "if (details.reason === 'user') return;",
    replace: "if (details.reason === 'agent') return;",
    sentence: 'An agent that hangs up leaves the person in a conversation with nobody.',
    tests: [{ unit: 'test/extension/shared/conversation/callbacks.test.ts' }],
  },
  {
    id: 'host-line-outlives-goodbye',
    file: `${ROOM}/host.ts`,
    find: 'await call?.end().catch(() => {});\n    line.abort();',
    replace: 'await call?.end().catch(() => line.abort());',
    sentence: 'After a goodbye that went well, microphone and loudspeaker stay open.',
    tests: [{ chromium: 'test/e2e/cards.spec.ts', title: 'the whole way goes by keyboard' }],
  },
  {
    id: 'host-second-start-is-lost',
    file: `${ROOM}/host.ts`,
    find: "if (isLive(this.#state)) return failed(failure('busy'));",
    replace: "if (isLive(this.#state) && order.replace) return failed(failure('busy'));",
    sentence: 'A second tab shows that it connects, for ever, while the first one talks.',
    tests: [
      {
        chromium: 'test/e2e/faults/start.spec.ts',
        title: 'two tabs at once: one talks, the other is told',
      },
    ],
  },
  {
    id: 'host-any-tab-ends-it',
    file: `${ROOM}/host.ts`,
    find: '(tabId !== undefined && state.tabId !== tabId)) return;',
    replace: '(tabId !== undefined && tabId < 0)) return;',
    sentence: 'Closing any tab ends the conversation of another one.',
    tests: [{ chromium: 'test/e2e/routing.spec.ts' }],
  },
  {
    id: 'host-first-words-said-twice',
    file: `${ROOM}/host.ts`,
    find: 'if (isNew && order.text)',
    replace: 'if ((isNew || conversation.mode) && order.text)',
    sentence: 'Going on by voice, the person’s first words are sent to the agent once more.',
    tests: [
      {
        chromium: 'test/e2e/journeys/written.spec.ts',
        title:
          'a card in writing asks for no microphone, and one goes on by voice with what was written',
      },
    ],
  },
  {
    id: 'host-muted-call-opens-loud',
    file: `${ROOM}/introduce.ts`,
    find: "if (muted) await call.obey({ do: 'mute', muted });",
    replace: "if (!muted) await call.obey({ do: 'mute', muted });",
    sentence: 'A conversation that was muted goes on by voice with an open microphone.',
    tests: [{ unit: 'test/extension/shared/conversation/introduce.test.ts' }],
  },
  {
    id: 'host-page-reads-all-words',
    file: `${ROOM}/lines.ts`,
    find: 'kindOf(port.sender) !== line.from) return;',
    replace: 'kindOf(port.sender) === null) return;',
    sentence: 'A page that took over a content script reads every word of every conversation.',
    tests: [{ chromium: 'test/e2e/senders.spec.ts' }],
  },
  {
    id: 'host-lease-never-ends',
    file: `${ROOM}/lease-keeper.ts`,
    find: '    clearInterval(timer);\n    report(true);',
    replace: '    clearInterval(timer);\n    report(false);',
    sentence:
      'The backend counts a conversation as running after it has ended, and refuses the next.',
    tests: [{ unit: 'test/extension/shared/conversation/lease-keeper.test.ts' }],
  },
  {
    id: 'host-silence-warning-stays',
    file: `${ROOM}/vigil.ts`,
    find: "if (this.#warned) this.#tell({ type: 'limit far' });",
    replace: "if (this.#warned && this.#silence.length === 0) this.#tell({ type: 'limit far' });",
    sentence: 'The warning that the conversation ends soon stays though the person speaks again.',
    tests: [{ unit: 'test/extension/shared/conversation/vigil.test.ts' }],
  },
  {
    id: 'host-idle-clock-runs-on',
    file: 'entrypoints/offscreen/idle.ts',
    find: '    clearTimeout(timer);\n    if (!isLive',
    replace: '    if (!isLive',
    sentence: 'A minute after the host came to be, it closes in the middle of a conversation.',
    tests: [{ unit: 'test/extension/offscreen/idle.test.ts' }],
  },
  {
    id: 'host-goes-unnoticed',
    file: 'entrypoints/offscreen/index.ts',
    find: 'lifeline.hold(true);',
    replace: 'lifeline.hold(conversation.phase === undefined);',
    sentence: 'When the host crashes, cards and badge go on showing a conversation.',
    tests: [
      {
        chromium: 'test/e2e/faults/mid-call.spec.ts',
      },
    ],
  },
];
