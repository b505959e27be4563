import { type Browser, browser } from 'wxt/browser';
import type { AimStart } from '../../core/aim.ts';
import { isEnabledAt } from '../../core/enabled.ts';
import { failure } from '../../core/failure.ts';
import type { AimView, OpenTab, PickerView, PickOrder } from '../../core/picking.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { SenderFacts } from '../../core/sender.ts';
import { siteOf } from '../../core/site.ts';
import { PICKER_ASKS } from '../shared/browser/this-browser.ts';
import { loadSettings } from '../shared/settings-store.ts';
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
  const obstacle = PICKER_ASKS ? null : await obstacleIn(tabId);
  if (obstacle !== null) return failed(failure(obstacle));
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
  const { frameId, markId, began } = wanted;
  const tabs = frameId === 0 ? (await browser.tabs.query({})).flatMap(seenOf) : null;
  return { markId, address: began.address, around: began.around, tabs };
}

function seenOf({ title = '', url }: Pick<Browser.tabs.Tab, 'title' | 'url'>): OpenTab[] {
  return url === undefined ? [] : [{ title, url }];
}

/** Why nothing can be picked in a tab where the picker could not ask for its site. */
async function obstacleIn(tabId: number): Promise<'page_closed' | 'site_disabled' | null> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const address = URL.parse(tab?.url ?? '');
  if (siteOf(address) === null) return 'page_closed';
  return isEnabledAt(await loadSettings(), address) ? null : 'site_disabled';
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
