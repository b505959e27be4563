import { browser } from 'wxt/browser';
import type { AimStart } from '../../core/aim.ts';
import { failure } from '../../core/failure.ts';
import type { AimView, PickerView, PickOrder } from '../../core/messages.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { SenderFacts } from '../../core/sender.ts';
import { record } from './events.ts';
import { type Picking, picking } from './journal.ts';

const AIM_FILE = '/aim.js';

/**
 * Has a person pick an element of a page. What they asked for, a click or a key, lets us into the
 * page; a frame of another site may still be closed, and then it is the page around it that is picked in.
 */
export async function startPicking(
  { tabId, frameId = 0, markId }: PickOrder,
  start: AimStart = 'focus',
): Promise<Result> {
  record('picking');
  const frames = frameId === 0 ? [0] : [frameId, 0];
  for (const frame of frames) {
    await picking.setValue({ tabId, frameId: frame, start, markId: markId ?? null, began: null });
    if (await bringAim(tabId, frame)) return good(null);
  }
  await picking.removeValue();
  return failed(failure('page_closed'));
}

/** A page is ready to be picked in: it is told how, once, and only where a person asked for it. */
export async function showPicker(sender: SenderFacts): Promise<AimView> {
  const wanted = await picking.getValue();
  if (wanted === null || wanted.began !== null || !isIn(wanted, sender)) {
    throw new Error('nobody is picking');
  }
  const token = crypto.randomUUID();
  const { url = '', tab } = sender;
  await picking.setValue({ ...wanted, began: { token, address: url, around: tab?.url ?? url } });
  return { token, start: wanted.start };
}

/**
 * A picker has opened. A page may frame that page of ours by itself, and would have a person click in
 * it without their knowing: so only the one whose secret this is gets to work, and only once.
 */
export async function beginPicking(token: string, { tab }: SenderFacts): Promise<PickerView> {
  const wanted = await picking.getValue();
  if (wanted?.began?.token !== token || wanted.tabId !== tab?.id) {
    throw new Error('nobody is picking');
  }
  await picking.removeValue();
  const { tabId, frameId, markId, began } = wanted;
  return { tabId, frameId, markId, address: began.address, around: began.around };
}

function isIn({ tabId, frameId }: Picking, { tab, frameId: frame }: SenderFacts): boolean {
  return tabId === tab?.id && frameId === frame;
}

async function bringAim(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  return browser.scripting.executeScript({ target, files: [AIM_FILE] }).then(
    () => true,
    () => false,
  );
}
