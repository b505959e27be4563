import type { Breakage } from './breakage.ts';

/** Breakages of how the background judges whether a conversation may start. */
export const STARTS: readonly Breakage[] = [
  {
    id: 'start-sandbox-unasked',
    file: 'entrypoints/background/consent.ts',
    find: 'const isApproved = !isOpaque && approvals.some(',
    replace: 'const isApproved = approvals.some(',
    sentence: 'A sandboxed document, whose author is unknown, starts calls without a question.',
    tests: [
      { unit: 'test/extension/background/prepare.test.ts' },
      { chromium: 'test/e2e/journeys/spoken.spec.ts', title: 'in documents without an origin' },
    ],
  },
  {
    id: 'start-doubt-ignored',
    file: 'entrypoints/background/consent.ts',
    find: 'if (!isDoubtful) return null;',
    replace: 'if (!isDoubtful || approvals.length > 0) return null;',
    sentence: 'A click on a button that the page had covered starts a conversation unasked.',
    tests: [
      {
        chromium: 'test/e2e/consent.spec.ts',
        title:
          'a click on something that is covered is asked about, once for each load of the page',
      },
    ],
  },
  {
    id: 'start-confirmed-for-ever',
    file: 'entrypoints/background/consent.ts',
    find: 'await confirmedFrames.setValue(confirmed.filter((other) => other !== key));',
    replace: 'await confirmedFrames.setValue([...confirmed]);',
    sentence:
      'A doubtful click that was confirmed once is confirmed on every page loaded there later.',
    tests: [
      {
        chromium: 'test/e2e/consent.spec.ts',
        title:
          'a click on something that is covered is asked about, once for each load of the page',
      },
    ],
  },
  {
    id: 'start-answer-to-another',
    file: 'entrypoints/background/consent.ts',
    find: 'if (question?.id !== given.id) return',
    replace: 'if (question === null) return',
    sentence:
      'A yes to one site’s question starts the conversation that another site asked for since.',
    tests: [{ unit: 'test/extension/background/consent.test.ts' }],
  },
  {
    id: 'start-sandbox-allowed-for-good',
    file: 'entrypoints/background/consent.ts',
    find: "given.answer === 'always' && question.canBeLasting",
    replace: "given.answer === 'always' && question.because !== 'doubtful click'",
    sentence:
      'A sandboxed document can be allowed for good, and so can every later document in that sandbox.',
    tests: [{ unit: 'test/extension/background/consent.test.ts' }],
  },
  {
    id: 'start-approval-for-any-page',
    file: 'entrypoints/background/consent.ts',
    find: 'const where = { site, ...(within !== undefined && { within }) };',
    replace: 'const where = { site, ...(within === site && { within }) };',
    sentence: 'A frame that is allowed in one page is allowed as a page of its own instead.',
    tests: [
      {
        chromium: 'test/e2e/frames.spec.ts',
        title: 'is asked about with the page around it, and an approval holds for that pair alone',
      },
    ],
  },
  {
    id: 'start-starts-where-off',
    file: 'entrypoints/background/broker.ts',
    find: "if (!isOnIn(settings, sender)) return failed(failure('site_disabled'));",
    replace: "if (!isOnIn(settings, sender) && replace) return failed(failure('site_disabled'));",
    sentence:
      'A script that was left in a page starts a conversation where voice has been switched off.',
    tests: [{ unit: 'test/extension/background/broker.test.ts' }],
  },
  {
    id: 'start-no-pause-between-starts',
    file: 'entrypoints/background/broker.ts',
    find: 'if (wait > 0) {',
    replace: 'if (wait > 60_000) {',
    sentence: 'A page starts one conversation after the other without a pause, and each costs.',
    tests: [
      {
        chromium: 'test/e2e/consent.spec.ts',
        title: 'a site starts one conversation in ten seconds, and is told how long to wait',
      },
    ],
  },
  {
    id: 'start-any-page-mutes',
    file: 'entrypoints/background/broker.ts',
    find: 'if (!isLive(conversation) || !isIn(conversation, sender)) return;',
    replace: 'if (!isLive(conversation)) return;',
    sentence: 'Any page on which voice is on can unmute the conversation of another tab.',
    tests: [{ unit: 'test/extension/background/broker.test.ts' }],
  },
  {
    id: 'start-ended-call-comes-back',
    file: 'entrypoints/background/broker.ts',
    find: 'if (before?.id === conversation.id && !isLive(before)) return false;',
    replace: 'if (before?.id === conversation.id && before.lostAt === 0) return false;',
    sentence: 'Late news brings a conversation back that is over, and its card stays red for ever.',
    tests: [{ unit: 'test/extension/background/broker.test.ts' }],
  },
  {
    id: 'start-no-way-to-microphone',
    file: 'entrypoints/background/broker.ts',
    find: "if (code === 'microphone_prompt') await askForMicrophone();",
    replace: "if (code === 'microphone_denied') await askForMicrophone();",
    sentence: 'The first click of a person who was never asked for the microphone leads nowhere.',
    tests: [
      {
        chromium: 'test/e2e/pages.spec.ts',
        title:
          'a click that finds no microphone leads there and, once it is granted, back into the conversation',
      },
    ],
  },
  {
    id: 'start-question-outlives-tab',
    file: 'entrypoints/background/broker.ts',
    find: '  await dropQuestion(tabId);\n',
    replace: '  if (because !== undefined) void dropQuestion;\n',
    sentence:
      'The question of a tab that was closed stays, and its yes starts a conversation nowhere.',
    tests: [
      {
        chromium: 'test/e2e/consent.spec.ts',
        title: 'can be given up on the card, and goes with its page and with its tab',
      },
    ],
  },
  {
    id: 'start-unused-address-kept',
    file: 'entrypoints/background/kept-line.ts',
    find: "await tellUnused(wanted.backendUrl, unused.value.lease.id, 'is over');",
    replace:
      "if (!wanted.site) await tellUnused(wanted.backendUrl, unused.value.lease.id, 'is over');",
    sentence: 'Each card that a person only points at costs them one of today’s conversations.',
    tests: [{ unit: 'test/extension/background/prepare.test.ts' }],
  },
  {
    id: 'start-microphone-goes-anywhere',
    file: 'entrypoints/background/mint.ts',
    find: 'return safe ? good(answer.value)',
    replace: 'return safe || answer.ok ? good(answer.value)',
    sentence: 'A backend sends the person’s microphone to whatever address it likes.',
    tests: [{ unit: 'test/extension/background/mint.test.ts' }],
  },
  {
    id: 'start-unallowed-prefetch',
    file: 'entrypoints/background/prepare.ts',
    find: 'return doubt === null && allowsAgent(',
    replace: "return doubt !== 'doubtful click' && allowsAgent(",
    sentence: 'Pointing at a card of an agent that nobody allowed costs a conversation.',
    tests: [{ unit: 'test/extension/background/prepare.test.ts' }],
  },
  {
    id: 'start-forbidden-agent-called',
    file: 'entrypoints/background/start.ts',
    find: 'if (!allowsAgent(policy, wish.agentId)) return',
    replace: 'if (!allowsAgent(policy, wish.agentId) && replace) return',
    sentence: 'An agent that the organisation does not allow is called all the same.',
    tests: [
      {
        chromium: 'test/e2e/policy.spec.ts',
        title:
          'what an organisation has locked is shown locked, with who did so; an agent that it does not allow is refused, and said so',
      },
    ],
  },
  {
    id: 'start-given-up-start-goes-on',
    file: 'entrypoints/background/start.ts',
    find: 'const isGivenUp = givenUp.signal.aborted;',
    replace: 'const isGivenUp = givenUp.signal.aborted && replace;',
    sentence: 'A start that the person cancelled opens the microphone a moment later.',
    tests: [
      { unit: 'test/extension/background/start.test.ts' },
      {
        chromium: 'test/e2e/faults/start.spec.ts',
        title: 'given up while the agent is called',
      },
    ],
  },
  {
    id: 'start-silence-lasts-long',
    file: 'entrypoints/background/start.ts',
    find: 'silence: 1000 * settings.silenceSeconds',
    replace: 'silence: 1000 * settings.maxLengthSeconds',
    sentence: 'A conversation in which nobody speaks costs half an hour instead of three minutes.',
    tests: [{ chromium: 'test/e2e/faults/line.spec.ts', title: 'mid-call' }],
  },
];
