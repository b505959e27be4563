import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LEVEL_LINE, VIEW_LINE } from '../../../../core/feed.ts';
import { Host } from '../../../../entrypoints/shared/conversation/host.ts';
import { serveLines } from '../../../../entrypoints/shared/conversation/lines.ts';
import { PAGE_LINE } from '../../../../entrypoints/shared/lifeline.ts';
import { talk } from '../../../support/conversation.ts';

const ID = 'abcdefgh'.repeat(4);
const ROOT = `chrome-extension://${ID}/`;
const PANEL = { id: ID, url: `${ROOT}panel.html`, origin: ROOT.slice(0, -1) };
const PAGE = { id: ID, url: 'https://site.example/', frameId: 0, tab: { id: 7 } };
const OTHER = { id: 'p'.repeat(32), url: `chrome-extension://${'p'.repeat(32)}/page.html` };

vi.mock('../../../../entrypoints/shared/messaging.ts', () => ({ onMessage: () => {} }));
vi.mock('../../../../entrypoints/shared/conversation/dial.ts', () => ({ dial: async () => null }));

let connect: (port: object) => void = () => {};
const pageGone = vi.fn<(tabId: number) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  const onConnect = { addListener: (listener: typeof connect) => (connect = listener) };
  vi.stubGlobal('chrome', { runtime: { id: ID, getURL: () => ROOT, onConnect } });
  const host = new Host({
    mint: async () => ({ ok: false, failure: { code: 'unexpected' } }),
    reportLease: async () => null,
    changed: () => {},
    whenPrompt: 'refuse',
    now: () => 0,
  });
  vi.spyOn(host, 'look').mockReturnValue(talk({ tabId: 7 }));
  vi.spyOn(host, 'vitals').mockReturnValue({ type: 'vitals', input: [255], output: [0] });
  serveLines(host, pageGone);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Takes a line up, and gives what is said on it. */
function line(name: string, sender: object) {
  const said: unknown[] = [];
  let hangUp = () => {};
  let tell: (message: unknown) => void = () => {};
  connect({
    name,
    sender,
    postMessage: (message: unknown) => said.push(message),
    onDisconnect: { addListener: (listener: () => void) => (hangUp = listener) },
    onMessage: { addListener: (listener: typeof tell) => (tell = listener) },
  });
  return { said, hangUp: () => hangUp(), tell: (message: unknown) => tell(message) };
}

describe('the line on which all words are told', () => {
  test('is for pages of our own', () => {
    expect(line(VIEW_LINE, PANEL).said).toHaveLength(1);
  });

  test.each([
    ['a page', PAGE],
    ['another extension', OTHER],
    ['nobody', undefined],
  ])('is not for %s', (_, sender) => {
    const { said } = line(VIEW_LINE, sender ?? {});
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual([]);
  });

  test('tells of the sound while that is wanted, and no longer than it is held', () => {
    const { said, tell, hangUp } = line(VIEW_LINE, PANEL);
    vi.advanceTimersByTime(1_000);
    expect(said).toHaveLength(1);
    tell({ vitals: true });
    vi.advanceTimersByTime(1_000);
    expect(said.length).toBeGreaterThan(10);
    hangUp();
    const { length } = said;
    vi.advanceTimersByTime(1_000);
    expect(said).toHaveLength(length);
  });
});

test.each([
  ['the page of the conversation is', PAGE, [1, 1]],
  ['another tab is not', { ...PAGE, tab: { id: 8 } }, []],
  ['another frame of the page is not', { ...PAGE, frameId: 3 }, []],
  ['a page of our own is not', PANEL, []],
])('of how loud it is, %s told', (_, sender, levels) => {
  const { said } = line(LEVEL_LINE, sender);
  vi.advanceTimersByTime(250);
  expect(said).toEqual(levels);
});

test('a page that goes is noticed, and no page of ours is taken for one', () => {
  line(PAGE_LINE, PANEL).hangUp();
  expect(pageGone).not.toHaveBeenCalled();
  line(PAGE_LINE, PAGE).hangUp();
  expect(pageGone.mock.calls).toEqual([[7]]);
});
