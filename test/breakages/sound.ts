import type { Breakage } from './breakage.ts';

const ROOM = 'entrypoints/shared/conversation';

/** Breakages of microphone and loudspeaker. */
export const SOUND: readonly Breakage[] = [
  {
    id: 'sound-microphone-outlives-call',
    file: `${ROOM}/microphone.ts`,
    find: "signal.addEventListener('abort', stop, { once: true });",
    replace: "signal.addEventListener('abort', () => void stop, { once: true });",
    sentence: 'The microphone stays on after the conversation has ended.',
    tests: [
      { chromium: 'test/e2e/cards.spec.ts', title: 'the whole way goes by keyboard' },
      { unit: 'test/extension/faults/agent.test.ts' },
    ],
  },
  {
    id: 'sound-mute-is-heard',
    file: `${ROOM}/microphone.ts`,
    find: '    this.#muted = muted;\n    this.#enable();',
    replace: '    this.#muted = muted;',
    sentence: 'A person who is shown as muted is heard by the agent.',
    tests: [
      {
        chromium: 'test/e2e/panel-voice.spec.ts',
        title:
          'one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way',
      },
    ],
  },
  {
    id: 'sound-muted-microphone-held',
    file: `${ROOM}/microphone.ts`,
    find: 'const RELEASE_MS = 30_000;',
    replace: 'const RELEASE_MS = 30_000_000;',
    sentence: 'The browser shows a recording light for hours while the person is muted.',
    tests: [
      {
        chromium: 'test/e2e/panel-voice.spec.ts',
        title:
          'one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way',
      },
    ],
  },
  {
    id: 'sound-second-unplugging-unnoticed',
    file: `${ROOM}/microphone.ts`,
    find: "if (this.#wasReplaced) throw new DOMException('It went away again.', 'NotFoundError');",
    replace: "if (this.#muted) throw new DOMException('It went away again.', 'NotFoundError');",
    sentence:
      'A loose microphone is opened over and over, and the person never learns why nobody answers.',
    tests: [{ unit: 'test/extension/faults/mid-call.test.ts' }],
  },
  {
    id: 'sound-nodes-outlive-abort',
    file: 'entrypoints/shared/conversation/audio.ts',
    find: '  signal.throwIfAborted();\n  microphone.takeIn();',
    replace: '  microphone.takeIn();',
    sentence: 'A call that is given up while its worklets load keeps its audio nodes for ever.',
    tests: [{ unit: 'test/extension/faults/start.test.ts' }],
  },
  {
    id: 'sound-volume-forgotten',
    file: `${ROOM}/audio.ts`,
    find: '  speaker.setVolume(volume);\n',
    replace: '  speaker.setVolume(Math.max(volume, 1));\n',
    sentence: 'Each call begins at full volume, whatever the person has chosen.',
    tests: [
      {
        chromium: 'test/e2e/panel-voice.spec.ts',
        title:
          'one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way',
      },
    ],
  },
  {
    id: 'sound-sound-never-closed',
    file: `${ROOM}/audio.ts`,
    find: 'setTimeout(() => void context.close(), LAST_MS)',
    replace: 'setTimeout(() => void context.suspend(), LAST_MS)',
    sentence: 'Each conversation leaves an audio context behind, until the browser gives no more.',
    tests: [{ chromium: 'test/e2e/faults/soak.spec.ts' }],
  },
  {
    id: 'sound-worklet-never-ends',
    file: `${ROOM}/worklet-node.ts`,
    find: 'node.port.postMessage(null)',
    replace: "node.port.postMessage('interrupt')",
    sentence: 'Each conversation leaves its worklets running, and the memory grows all day.',
    tests: [{ chromium: 'test/e2e/faults/soak.spec.ts' }],
  },
  {
    id: 'sound-denied-microphone-costs',
    file: `${ROOM}/permission.ts`,
    find: "if (state === 'denied') throw new Refusal(failure('microphone_denied'));",
    replace:
      "if (state === 'denied' && whenPrompt === 'ask') throw new Refusal(failure('microphone_denied'));",
    sentence: 'A conversation is asked for, and counted, that could never have been heard.',
    tests: [{ chromium: 'test/e2e/faults/failures.spec.ts' }],
  },
  {
    id: 'sound-busy-microphone-misnamed',
    file: `${ROOM}/refusal.ts`,
    find: "['NotReadableError', 'microphone_busy'],",
    replace: "['NotReadableError', 'microphone_missing'],",
    sentence: 'A person whose microphone another program holds is told that there is none.',
    tests: [
      {
        chromium: 'test/e2e/panel-failures.spec.ts',
        title:
          'a backend that is down loses nothing written; an agent that breaks off is called again; a microphone that is busy gives way to another',
      },
    ],
  },
  {
    id: 'sound-hushed-agent-is-heard',
    file: `${ROOM}/strategy.ts`,
    find: 'if (hush.isOn) speaker.skip();\n      else play',
    replace: 'if (hush.isOn) speaker.skip();\n      play',
    sentence: 'An agent that was told to stop speaking talks on.',
    tests: [
      {
        chromium: 'test/e2e/shortcuts.spec.ts',
        title:
          'a selection is talked about with an agent that was allowed; keys start, mute, hush and end a conversation, and panic lets go of everything',
      },
    ],
  },
  {
    id: 'sound-interruption-ignored',
    file: `${ROOM}/speaker.ts`,
    find: "this.#order('interrupt');",
    replace: "if (this.#listeners.size === 0) this.#order('interrupt');",
    sentence: 'An agent that the person interrupts finishes all that it has sent.',
    tests: [
      {
        chromium: 'test/e2e/shortcuts.spec.ts',
        title:
          'a selection is talked about with an agent that was allowed; keys start, mute, hush and end a conversation, and panic lets go of everything',
      },
      {
        chromium: 'test/e2e/panel-voice.spec.ts',
        title:
          'one sees how it stands, mutes for real, stops the agent, and speaks while holding a button; volume and devices change at once, devices for this site alone; an unplugged one gives way',
      },
    ],
  },
  {
    id: 'sound-hushed-for-good',
    file: `${ROOM}/hush.ts`,
    find: "const isNextTurn = type === 'agent_response' && eventId > this.#since;",
    replace: "const isNextTurn = type === 'agent_response' && eventId < this.#since;",
    sentence: 'An agent that was stopped once is silent in its next turns, too.',
    tests: [{ unit: 'test/extension/shared/conversation/hush.test.ts' }],
  },
];
