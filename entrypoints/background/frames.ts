import { type Enabled, isEnabledAt, isEnabledInFrame } from '../../core/enabled.ts';
import type { SenderFacts } from '../../core/sender.ts';
import { type Whereabouts, whereabouts } from '../../core/whereabouts.ts';
import { inTurn } from '../shared/in-turn.ts';
import { type KnownFrame, knownFrames } from '../shared/known-frames.ts';

/** How many are remembered. */
const MOST = 500;

/** Changes follow each other, so that none is lost between reading and writing. */
const changing = inTurn();

/** Remembers a document in which our script works. */
export function rememberFrame({ tab, frameId, url, origin, documentId }: SenderFacts) {
  if (tab?.id === undefined || frameId === undefined || url === undefined) return Promise.resolve();
  const frame: KnownFrame = {
    tabId: tab.id,
    frameId,
    url,
    ...(origin !== undefined && { origin }),
    ...(documentId !== undefined && { documentId }),
  };
  return change((frames) => [...frames.filter((other) => !isSame(other, frame)), frame]);
}

/** Forgets a document that is gone, or may show nothing any more. */
export function forgetFrame({ tabId, frameId }: Pick<KnownFrame, 'tabId' | 'frameId'>) {
  return change((frames) => frames.filter((other) => !isSame(other, { tabId, frameId })));
}

/** Forgets those of a tab that was closed. */
export function forgetFramesOf(tabId: number) {
  return change((frames) => frames.filter((other) => other.tabId !== tabId));
}

/** Does something in each document that is known; where nobody answers, it is gone. */
export async function inKnownFrames(act: (frame: KnownFrame) => Promise<unknown>): Promise<void> {
  const frames = await knownFrames.getValue();
  await Promise.all(frames.map((frame) => act(frame).catch(() => forgetFrame(frame))));
}

/** Where a document is. */
export function whereIs({ url = '', origin, frameId, tab }: SenderFacts): Whereabouts {
  const page = frameId === 0 ? null : URL.parse(tab?.url ?? '');
  return whereabouts(URL.parse(url), page, origin === 'null');
}

/** Whether voice is on in a document; a frame needs its own site and that of the page around it. */
export function isOnIn(enabled: Enabled, { url = '', frameId, tab }: SenderFacts): boolean {
  const address = URL.parse(url);
  if (frameId === 0) return isEnabledAt(enabled, address);
  return isEnabledInFrame(enabled, address, URL.parse(tab?.url ?? ''));
}

function change(to: (frames: KnownFrame[]) => KnownFrame[]): Promise<void> {
  return changing(async () => {
    const frames = await knownFrames.getValue();
    await knownFrames.setValue(to(frames).slice(-MOST));
  });
}

type Place = Pick<KnownFrame, 'tabId' | 'frameId'>;

function isSame(one: Place, other: Place): boolean {
  return one.tabId === other.tabId && one.frameId === other.frameId;
}
