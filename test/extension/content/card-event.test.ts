import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellPage } from '../../../entrypoints/content/card-event.ts';

const { told } = vi.hoisted(() => ({ told: vi.fn<(card: unknown, event: CustomEvent) => void>() }));
vi.mock('../../../entrypoints/shared/page/dom.ts', () => ({ dispatch: told }));

const PAGE = {};

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('window', PAGE);
});
afterEach(() => void vi.unstubAllGlobals());

/** What is told of a card that fails, by the names of the events. */
function events() {
  // A card as far as it is looked at here; there is no document to make one in.
  const card: unknown = {};
  if (isCard(card)) tellPage(card, { agentId: 'echo', state: 'error' }, 'network');
  return told.mock.calls.map(([, { type, detail, bubbles }]) => ({ type, detail, bubbles }));
}

function isCard(value: unknown): value is Element {
  return typeof value === 'object';
}

const STATE = {
  type: 'voicecard:statechange',
  bubbles: true,
  detail: { agentId: 'echo', state: 'error' },
};
const ERROR = {
  type: 'voicecard:error',
  bubbles: true,
  detail: { agentId: 'echo', code: 'network' },
};

test('a page is told of a state, and of why it is an error', () => {
  expect(events()).toEqual([STATE, ERROR]);
});

test('in Firefox, what it is told is made for the page, which could not read it otherwise', () => {
  const made = new Map<unknown, unknown>();
  vi.stubGlobal('cloneInto', (value: object, world: unknown) => {
    const copy = { ...value };
    made.set(copy, world);
    return copy;
  });
  const all = events();
  expect(all).toEqual([STATE, ERROR]);
  expect(all.map(({ detail }) => made.get(detail))).toEqual([PAGE, PAGE]);
});
