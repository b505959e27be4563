import type { Threat } from './threat.ts';

/** What an agent does, by itself or because somebody told it to. */
export const AGENT_THREATS: Readonly<Record<string, Threat>> = {
  T14: {
    attack: 'an agent says HTML, or Markdown that loads, runs or leads away',
    stops:
      'No HTML is ever set, pictures are words, and a link is https with its host beside it; the policy of our pages would stop the rest.',
    tests: {
      'e2e/hostile/agent.spec.ts': [
        'nothing that an agent says or asks for runs, loads or leads anywhere, in the panel or in the popup',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'what an agent says is words in the window, and found by nothing that a page can do',
      ],
      'e2e/panel-transcript.spec.ts': [
        'what an agent writes comes in parts, is corrected, formatted and judged; it becomes no HTML, no picture, and no link but https with its host',
      ],
      'extension/shared/panel/markdown-tree.test.ts': [
        'is never HTML: %s',
        'is not looked for in what has none, or would take too long',
        '%s may not be followed',
      ],
      'core/transcript-markdown.test.ts': [
        'lets nothing that an agent says stand outside of its quotation',
      ],
    },
  },
  T15: {
    attack: 'an agent that was talked into it asks for tools',
    stops: 'There are none: each call is answered with an error, and told in the panel.',
    tests: {
      'e2e/hostile/agent.spec.ts': [
        'nothing that an agent says or asks for runs, loads or leads anywhere, in the panel or in the popup',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'what an agent says is words in the window, and found by nothing that a page can do',
      ],
      'core/transcript.test.ts': ['a tool is one line from its request to its answer'],
    },
  },
  T40: {
    attack: 'a page plays commands that the microphone hears',
    stops:
      'The browser takes out what its own loudspeaker plays, and no word leads to any deed: there are no tools. What another loudspeaker plays is heard like a voice.',
    tests: {
      'e2e/hostile/agent.spec.ts': [
        'nothing that an agent says or asks for runs, loads or leads anywhere, in the panel or in the popup',
      ],
    },
  },
};
