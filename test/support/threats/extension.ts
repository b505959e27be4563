import type { Threat } from './threat.ts';

/** What is done to the extension itself: its messages, its stores, its conversations. */
export const EXTENSION_THREATS: Readonly<Record<string, Threat>> = {
  T04: {
    attack: 'a renderer that was taken over says that a card was clicked',
    stops:
      'What a content script says proves nothing: voice must be on at the address that the browser names, the agent allowed there, and the last start long enough ago.',
    tests: {
      'e2e/hostile/clicks.spec.ts': [
        'starts nothing that a person has not allowed, and of that one conversation',
      ],
      'extension/background/broker.test.ts': [
        'a click that a page says twenty times at once is one; a later one is another',
      ],
      'core/sender.test.ts': ['%s'],
      'core/whereabouts.test.ts': ['%s'],
      'core/start-limit.test.ts': [
        'the first start waits for nothing, the next for ten seconds',
        'the twenty-first start waits until the first of twenty is an hour ago',
      ],
      'e2e/journeys/consent.spec.ts': [
        'an agent that is new on a site is asked about by name: no, this time, and always',
      ],
      'core/card-attributes.test.ts': [
        'whatever is read passes the check at the other end',
        'nothing but attributes gets through the check',
      ],
    },
  },
  T06: {
    attack: "an agent's id that means something else in an address",
    stops: 'One check at every border: 1 to 64 letters, digits, `_` or `-`.',
    tests: {
      'core/agent-id.test.ts': ['%o is none', 'what is one is the same in any part of an address'],
      'server/signed-url.test.ts': [
        'is asked for exactly the id in the path, or refused',
        'is refused for an id %s',
      ],
      'e2e/cards.spec.ts': [
        'what a page changes of its cards is noticed, wherever and whenever, and a malformed agent id is said on the card and asks nobody',
      ],
    },
  },
  T12: {
    attack: 'another extension, or a page, sends messages of ours',
    stops:
      'Nobody else can connect (no `externally_connectable`), and each message names who may send it, judged by what the browser says of the sender.',
    tests: {
      'core/sender.test.ts': ['%s'],
      'extension/shared/receive.test.ts': ['%s is heard exactly where that is declared'],
      'e2e/senders.spec.ts': [
        'every message is heard from those who may send it, and from nobody else',
      ],
      'e2e/firefox/senders.spec.ts': [
        'every message is heard from those who may send it, and from nobody else',
      ],
      'structure.test.ts': ['message %s has exactly one receiver'],
      'extension/build.test.ts': [
        'asks for no site at installation, and for nothing it could do without',
      ],
    },
  },
  T13: {
    attack: "another document takes over a conversation, or a question that is not its own's",
    stops:
      'A conversation belongs to its tab, and shows on a card of the same agent where voice is on; what was asked goes with the document that asked.',
    tests: {
      'e2e/hostile/elsewhere.spec.ts': [
        'nothing of the extension is there, be it in a frame or in the place of a page that connects',
      ],
      'e2e/faults/mid-call.spec.ts': [
        'another page in the tab: the conversation goes on, and its card shows it and ends it',
      ],
      'e2e/consent.spec.ts': [
        'can be given up on the card, and goes with its page and with its tab',
      ],
      'e2e/journeys/one-conversation.spec.ts': [
        'a second tab is told that a conversation runs, and takes over',
      ],
    },
  },
  T16: {
    attack: 'the microphone stays on',
    stops:
      'One host owns it and lets go of it on every way out; the badge shows it; the longest conversation and the longest silence end by themselves.',
    tests: {
      'e2e/faults/mid-call.spec.ts': [
        'what happens mid-call is said on the card, nothing stays open, and the next call works',
      ],
      'e2e/faults/line.spec.ts': [
        'mid-call, nobody speaks: it is said 15 s before, and then it ends',
      ],
      'extension/faults/mid-call.test.ts': [
        '`mid-call, ${done}: it is said 15 s before, and then it ends`',
      ],
      'e2e/faults/gone.spec.ts': [
        'mid-call, a tab goes: the conversation ends',
        'mid-call, the site is switched off, or its permission taken away: the conversation ends',
      ],
      'e2e/one-conversation.spec.ts': [
        'a click while connecting gives the call up, closing the tab ends the conversation, and no socket stays',
        'clicks within half a second count once; a second card of the page is told, and takes over; the toolbar badge shows that the microphone is live',
      ],
      'e2e/firefox/window.spec.ts': [
        'closed mid-call, the window takes the conversation with it, and the next call works',
      ],
      'core/conversation.test.ts': [
        'opens, releases and ends exactly once for each start, with a reason',
      ],
    },
  },
  T17: {
    attack: 'any site uses the one permission for the microphone',
    stops:
      'A page has to be on a site where a person switched voice on; elsewhere nothing of ours runs.',
    tests: {
      'e2e/hostile/elsewhere.spec.ts': [
        'nothing of the extension is there, be it in a frame or in the place of a page that connects',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'on a site where voice is off nothing of the extension is there',
      ],
      'e2e/sites.spec.ts': [
        'voice that is switched off goes at once, with the conversation that runs there; a part of a site is switched on by a pattern, and every site but one',
      ],
      'core/enabled.test.ts': [
        'a site is enabled by its own scheme and host, not by one that looks alike',
      ],
    },
  },
  T20: {
    attack: 'a content script reads the token, or it leaves by synchronisation',
    stops:
      'In Chrome, content scripts cannot read what is stored; nothing is synchronised. In Firefox they can, so a token has limits of its own and can be revoked.',
    tests: {
      'e2e/access.spec.ts': [
        'a token that is typed is kept, never shown, and is of no use once it is revoked',
      ],
      'e2e/hostile/secrets.spec.ts': [
        'a page learns the state of a card and nothing else: no word, no address, no file of the extension',
      ],
    },
  },
  T21: {
    attack: 'a file of settings, or a pack of marks, that means ill',
    stops:
      'It is read part by part, shown with what it would change, and taken once a person says so.',
    tests: {
      'core/settings-file.test.ts': [
        'of any kind is read without a throw, without delay, and leaves prototypes alone',
        'with another backend all agents have to ask again; without it the one there is stays',
      ],
      'core/mark-pack.test.ts': ['no text throws, takes long, or leaves anything behind'],
      'core/settings.test.ts': [
        'anything at all reads as settings, and reading them again changes nothing',
      ],
      'e2e/sites.spec.ts': [
        'settings leave as a file and come back, once the person has seen what they change',
      ],
    },
  },
  T36: {
    attack: 'private windows and others are mixed up',
    stops: 'The extension is not allowed in private windows at all.',
    tests: {
      'extension/build.test.ts': [
        'asks for no site at installation, and for nothing it could do without',
      ],
    },
  },
  T38: {
    attack: 'a frame of another site, an advertisement, has cards on a site where voice is on',
    stops:
      "Voice must be on for the frame's own site by name and for the page around it; what is allowed holds for that pair alone.",
    tests: {
      'e2e/frames.spec.ts': [
        'is asked about with the page around it, and an approval holds for that pair alone',
        'a frame has it only where its own site is named, and an advertisement is never touched',
      ],
      'core/enabled.test.ts': [
        'needs its own site and that of the page around it',
        'is not meant by "everywhere", which does for the page around it',
      ],
    },
  },
  T39: {
    attack: 'a page that nobody sees starts something: prerendered, or kept by the browser',
    stops: 'Only documents that a person can see are heard.',
    tests: {
      'e2e/prerender.spec.ts': [
        'a page that is prerendered shows and starts nothing before a person sees it, and goes on with the conversation then',
      ],
      'core/sender.test.ts': ['%s'],
      'e2e/routing.spec.ts': [
        'comes back from the cache with the conversation and the marks there are by then',
      ],
    },
  },
};
