import type { Threat } from './threat.ts';

/** What a page does to the person before it. */
export const PAGE_THREATS: Readonly<Record<string, Threat>> = {
  T01: {
    attack: 'a page makes up clicks and keys',
    stops: "Only the browser's own events count (`isTrusted`); our buttons stand in a closed root.",
    tests: {
      'e2e/hostile/clicks.spec.ts': [
        'no click, message or key that a page makes up starts anything, nor does a script of the guide beside ours',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'nothing that a page makes up or says starts anything, and a key that it leads to a button is asked about',
      ],
      'extension/content/click.test.ts': [
        'what a page makes up counts for nothing, nor does it use up the half second',
      ],
      'e2e/cards.spec.ts': [
        'a card without a button gets one of ours, which the page can neither reach nor click, and a button in a form does not submit it',
      ],
    },
  },
  T02: {
    attack: 'a page has a person click what they do not see',
    stops:
      'A button counts as meant once it could be seen for half a second: by IntersectionObserver v2 where there is one, else by styles and hit tests. On doubt the extension asks, where no page can reach.',
    tests: {
      'e2e/hostile/covered.spec.ts': [
        'a click on what a person cannot see leads to a question, by whatever trick, and to no call',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'a click on what a person cannot see leads to a question, by whatever trick, and to no call',
      ],
      'e2e/doubt.spec.ts': [
        'no trick goes undoubted',
        'what a person has not seen is doubted, and what they have seen is believed',
      ],
      'e2e/consent.spec.ts': [
        'a click on something that is covered is asked about, once for each load of the page',
      ],
      'extension/shared/panel/asking.test.ts': [
        'a click that was under way when the question appeared answers nothing',
      ],
    },
  },
  T03: {
    attack: 'a page leads the keys that a person types to a button',
    stops:
      'A key counts as meant once the button had the focus for half a second; else the extension asks. A new agent is asked about in any case.',
    tests: {
      'e2e/hostile/clicks.spec.ts': [
        'no click, message or key that a page makes up starts anything, nor does a script of the guide beside ours',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'nothing that a page makes up or says starts anything, and a key that it leads to a button is asked about',
      ],
      'e2e/doubt.spec.ts': [
        'what a person has not seen is doubted, and what they have seen is believed',
      ],
      'e2e/cards.spec.ts': [
        'what a page changes of its cards is noticed, wherever and whenever, and a malformed agent id is said on the card and asks nobody',
      ],
    },
  },
  T05: {
    attack: 'a page plants cards of any agent, or thousands of them, to use up minutes',
    stops:
      'A person allows each agent for each site; a site starts one conversation in ten seconds and twenty in an hour; fifty buttons of ours at once, at most; the backend has its own list and limits.',
    tests: {
      'e2e/hostile/wreck.spec.ts': [
        'ten thousand cards get few buttons of ours, ask nobody, and leave the others as they were, and taking ours away again and again gains nothing',
      ],
      'e2e/consent.spec.ts': [
        'can be given up on the card, and goes with its page and with its tab',
        'a site starts one conversation in ten seconds, and is told how long to wait',
      ],
      'e2e/journeys/consent.spec.ts': [
        'an agent that is new on a site is asked about by name: no, this time, and always',
      ],
      'core/start-limit.test.ts': [
        'the twenty-first start waits until the first of twenty is an hour ago',
      ],
    },
  },
  T07: {
    attack: 'a page shadows what an element could be asked (DOM clobbering)',
    stops:
      'Elements are asked through the prototypes alone, and nothing is kept on them. A page that shadows the document itself may be left without us, and gains nothing.',
    tests: {
      'e2e/hostile/wreck.spec.ts': [
        'no style that a page gives to ours changes how it looks, and nothing that it shadows misleads us',
      ],
    },
  },
  T08: {
    attack: 'a page or a frame says that it is the extension',
    stops:
      'Nothing that is said on the window is an order to us: those come by the extension alone.',
    tests: {
      'e2e/hostile/clicks.spec.ts': [
        'no click, message or key that a page makes up starts anything, nor does a script of the guide beside ours',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'nothing that a page makes up or says starts anything, and a key that it leads to a button is asked about',
      ],
      'core/aim-news.test.ts': ['whatever a page says is news as it should be, or none'],
    },
  },
  T09: {
    attack: 'a page reads what is said',
    stops:
      'Words stand in extension pages alone. In the page there are a state, a button and fixed sentences, in a closed root that takes no style from it.',
    tests: {
      'e2e/hostile/secrets.spec.ts': [
        'a page learns the state of a card and nothing else: no word, no address, no file of the extension',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'what an agent says is words in the window, and found by nothing that a page can do',
      ],
      'e2e/faults/failures.spec.ts': [
        'why the agent closed is told in the popup, and not on the page',
      ],
      'e2e/cards-attributes.spec.ts': [
        'a site hears of states and errors, from whichever card it inserts, and of nothing else',
      ],
    },
  },
  T10: {
    attack: 'a page takes ours away, moves it, or gives it other styles',
    stops:
      'It comes back with the next frame and no sooner; `all: initial` has the last word on its styles; a conversation is ended in the popup, in the panel, or by a key, too.',
    tests: {
      'e2e/hostile/wreck.spec.ts': [
        'ten thousand cards get few buttons of ours, ask nobody, and leave the others as they were, and taking ours away again and again gains nothing',
        'no style that a page gives to ours changes how it looks, and nothing that it shadows misleads us',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'a page can have no file of the extension but the picker, and give no style to what is ours',
      ],
      'e2e/cards.spec.ts': [
        'a card that is inserted later shows its state and talks; one that is replaced or removed mid-call loses nothing',
      ],
      'e2e/picker.spec.ts': [
        'a page can neither reach the picker nor have one of its own; it can take it away; elements are picked by pointer and by keyboard alone, and the page sees none of it',
      ],
    },
  },
  T11: {
    attack: 'a page finds out that the extension is here',
    stops:
      'Only the picker can be had by pages, in Chrome at an address that does not last. On a site where voice is on, the state of its cards is there to be seen.',
    tests: {
      'e2e/hostile/secrets.spec.ts': [
        'a page learns the state of a card and nothing else: no word, no address, no file of the extension',
      ],
      'e2e/hostile/elsewhere.spec.ts': [
        'nothing of the extension is there, be it in a frame or in the place of a page that connects',
      ],
      'e2e/firefox/hostile.spec.ts': [
        'a page can have no file of the extension but the picker, and give no style to what is ours',
        'on a site where voice is off nothing of the extension is there',
      ],
      'extension/build.test.ts': [
        'lets pages frame the picker alone, and in Chrome at an address that does not last',
      ],
    },
  },
  T37: {
    attack:
      "what a person marked is described in the page's words: a selector that hangs, or is none",
    stops: 'Selectors are short and tried; no expression of anybody else is ever run.',
    tests: {
      'e2e/anchors.spec.ts': [
        'no anchor, whoever wrote it, throws, hangs, or leads anywhere by a selector that is none',
      ],
      'core/selector-text.test.ts': ['%j is none', 'nothing takes long to look at'],
      'core/mark-scope.test.ts': ['no scope takes long at any address'],
      'core/match-pattern.test.ts': ['of any kind is read without a throw and without delay'],
      'core/mark-score.test.ts': [
        'whatever there is, the answer is one of the candidates, or some',
      ],
    },
  },
};
