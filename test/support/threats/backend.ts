import type { Threat } from './threat.ts';

/** What is done to the backend, what it does, and what happens on the way there. */
export const BACKEND_THREATS: Readonly<Record<string, Threat>> = {
  T18: {
    attack: 'a backend answers with an address elsewhere, with nonsense, or without an end',
    stops:
      "A microphone goes to ElevenLabs' own addresses, or to this computer, for the agent that was asked for; answers are short, in time, and lead nowhere else.",
    tests: {
      'core/signed-url.test.ts': ['not to %s', 'to no address that anybody could make up'],
      'e2e/faults/failures.spec.ts': [
        'what the backend or the agent does wrong is said on the card, nothing stays open, and the next click works',
      ],
      'extension/faults/backend.test.ts': [
        '`when ${done}, the card says so, nothing stays open, and the next click works`',
        'a body of 400 MB is read no further than an answer can be long',
        'a small body that unpacks to 256 MB is not unpacked',
      ],
      'extension/background/mint.test.ts': [
        'an address elsewhere is refused, and nobody tries the agent as a public one',
      ],
    },
  },
  T19: {
    attack: 'a token or a voice goes over the network in clear',
    stops: 'A backend is https, or this computer.',
    tests: {
      'core/backend-url.test.ts': [
        'whatever is accepted is https or this computer, and nothing is added to it',
      ],
      'e2e/journeys/options.spec.ts': [
        'another backend is refused where it is not safe, else asked, and kept',
      ],
      'extension/shared/backend.test.ts': [
        'is asked for by the path of the guide, without cookies and from no cache',
      ],
    },
  },
  T22: {
    attack: "somebody has conversations at the owner's expense",
    stops:
      'Where others reach it, a backend wants a token, and counts conversations and minutes, over restarts and processes.',
    tests: {
      'server/access.test.ts': [
        'is always needed where others reach the backend',
        'is no %s',
        'that has expired, or was revoked, lets nobody in',
      ],
      'server/limits.test.ts': [
        'are limited: %j',
        'are never one too many, however many are asked for at once',
        'that are used up end the conversation, and begin no other: %j %j',
      ],
      'server/processes.test.ts': [
        'does not start without a token',
        'is not forgotten by a kill between two requests, or by an end',
      ],
    },
  },
  T23: {
    attack: 'a page has the browser ask the backend on this computer',
    stops: 'What web pages ask is refused by their Origin, and a body is JSON or nothing.',
    tests: {
      'server/guard.test.ts': [
        'answers %j with %i',
        'refuses an upgrade for a web page, and hangs up',
        'guards what does not exist, too',
      ],
      'server/pairing.test.ts': ['takes JSON and nothing else'],
    },
  },
  T24: {
    attack: 'a name that leads here for once (DNS rebinding)',
    stops:
      'A backend answers to its own names alone, and listens on this computer unless told otherwise.',
    tests: {
      'server/guard.test.ts': [
        'refuses %s',
        'answers to %s',
        'refuses an upgrade under another name, and hangs up',
      ],
    },
  },
  T25: {
    attack: 'another origin reads what a backend answers',
    stops: 'The extension may, letter by letter, without credentials; nobody else.',
    tests: {
      'server/guard.test.ts': [
        'is allowed to the extension, by name, without credentials',
        'is allowed to nobody else',
      ],
      'server/hardening.test.ts': [
        'is allowed to the listed extensions letter by letter, whatever is asked from',
      ],
    },
  },
  T26: {
    attack: 'a backend is told to send its key elsewhere',
    stops: "The key goes to ElevenLabs' own hosts, or to this computer for tests.",
    tests: {
      'server/config.test.ts': [
        'sends the key nowhere but to ElevenLabs or loopback: not to %s',
        'names every mistake at once, and never the key',
      ],
    },
  },
  T27: {
    attack: 'an id that breaks a header or a line of the log',
    stops:
      'Ids are checked before anything else is done with them; the log is one JSON object a line.',
    tests: {
      'server/signed-url.test.ts': ['is refused for an id %s'],
      'server/access.test.ts': [
        'has one line for each request, with who, whom, where and how it ended',
      ],
    },
  },
  T28: {
    attack: 'the key gets out by an error, a log or a reason to close',
    stops: 'Errors are in our own words, and the log takes out what is secret.',
    tests: {
      'server/access.test.ts': [
        'and the rest of the log never have the key, a secret, or an address of a conversation',
      ],
      'server/routes.test.ts': ['of our own tell nothing, and are logged'],
      'server/signed-url.test.ts': ['with %i is passed on in our own words'],
      'server/config.test.ts': ['names every mistake at once, and never the key'],
    },
  },
  T29: {
    attack: 'a token is found by the time that a comparison takes',
    stops: 'A token is looked up by its hash, and hashes are compared in constant time.',
    tests: {
      'server/access.test.ts': ['is kept as a hash alone'],
      'server/store/tokens.test.ts': ['are found by their hash, and listed'],
    },
  },
  T30: {
    attack: 'somebody says that they come from another address',
    stops: 'What is said of forwarding counts from a proxy that was named, and from nobody else.',
    tests: {
      'server/hardening.test.ts': [
        'is the same one, whatever it says it was forwarded for',
        'is believed to be another one where a named proxy says so',
        'of IPv6 is its network',
      ],
    },
  },
  T31: {
    attack: 'sockets without end, bodies that drip, bodies too large',
    stops: 'Each has its deadline and its size.',
    tests: {
      'server/sockets.test.ts': [
        'that never finish asking keep nobody else waiting',
        'that never finish asking are hung up on',
        'on which a body drips are hung up on by its deadline',
      ],
      'server/hardening.test.ts': ['of more than 8 kB is refused'],
    },
  },
  T33: {
    attack: 'the address of a conversation is used again by somebody else',
    stops: 'It is good once and for fifteen minutes, and stands in no log and no store.',
    tests: {
      'server/signatures.test.ts': [
        'open one conversation',
        'open it with their own agent alone',
        'live for fifteen minutes',
      ],
      'e2e/hostile/secrets.spec.ts': [
        'a page learns the state of a card and nothing else: no word, no address, no file of the extension',
      ],
      'extension/faults/elevenlabs.test.ts': [
        'when the address was used before, the card says so, and the next click works',
      ],
      'server/access.test.ts': [
        'and the rest of the log never have the key, a secret, or an address of a conversation',
      ],
    },
  },
};
