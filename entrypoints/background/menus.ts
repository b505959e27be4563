import { type Browser, browser } from 'wxt/browser';
import { failure } from '../../core/failure.ts';
import type { FoundCard } from '../../core/messages.ts';
import { type Result, failed } from '../../core/result.ts';
import type { Approval, Settings } from '../../core/settings.ts';
import { placePattern } from '../../core/enabled.ts';
import { type Site, siteOf } from '../../core/site.ts';
import { isFor } from '../../core/whereabouts.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { inTurn } from '../shared/in-turn.ts';
import { t } from '../shared/text.ts';
import { record } from './events.ts';
import { knownSettings } from './known-settings.ts';
import { startPicking } from './picking.ts';
import { startWish } from './start.ts';
import { tellInPopup } from './tell-in-popup.ts';

const TALK = 'talk-about-selection';
const MARK = 'mark';
/** On a page, wherever one clicks; on the toolbar's icon there is nothing to mark. */
const ANYTHING = [
  'page',
  'frame',
  'selection',
  'link',
  'editable',
  'image',
  'video',
  'audio',
] as const;
/** How much of a selection an agent is told, in characters. */
const MOST = 4_000;

/** Changes of the menu follow each other. */
const offering = inTurn();

/** Offers to mark an element on any page, and to talk about a selection on the sites where voice is on. */
export function offerMenu({ sites }: Pick<Settings, 'sites'>): Promise<void> {
  return offering(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: MARK,
      title: t('menu_mark'),
      contexts: [...ANYTHING],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    });
    // Without a pattern it would stand on every page.
    if (sites.length === 0) return;
    browser.contextMenus.create({
      id: TALK,
      title: t('menu_talk_about'),
      contexts: ['selection'],
      documentUrlPatterns: sites.map(placePattern),
    });
  });
}

/**
 * Listens to the context menu.
 * @param openPanel opens the panel beside a tab; called in the very task of the click
 */
export function listenToMenu(openPanel: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '', frameId }, tab) => {
    if (tab?.id === undefined) return;
    record('menu');
    if (menuItemId === MARK) void mark(tab.id, frameId);
    if (menuItemId !== TALK) return;
    if (knownSettings()?.opensPanel) openPanel(tab.id);
    void tellInPopup(startAbout(selectionText, tab));
  });
}

function mark(tabId: number, frameId: number | undefined): Promise<void> {
  const frame = frameId === undefined ? {} : { frameId };
  return tellInPopup(startPicking({ tabId, ...frame }, 'pointer'));
}

type Tab = Pick<Browser.tabs.Tab, 'id' | 'url'>;

async function startAbout(selection: string, { id, url }: Tab): Promise<Result> {
  const site = siteOf(URL.parse(url ?? ''));
  if (id === undefined || site === null) return failed(failure('site_disabled'));
  const cards = await sendMessage('cards', undefined, { tabId: id, frameId: 0 }).catch(() => []);
  const { approvals } = await loadSettings();
  const agentId = firstApproved(cards, approvals, site);
  if (agentId === null) return failed(failure('none_approved'));
  const context = selection.trim().slice(0, MOST);
  const place = { tabId: id, frameId: 0, site };
  return startWish({ agentId, ...place, mode: 'voice', attributes: {}, context }, false);
}

/** The agent of the first card that may start here without asking, or null. */
function firstApproved(
  cards: readonly FoundCard[],
  approvals: readonly Approval[],
  site: Site,
): string | null {
  const isApproved = (agentId: string) =>
    approvals.some((approval) => isFor(approval, { site }) && approval.agentId === agentId);
  return cards.find(({ agentId }) => isApproved(agentId))?.agentId ?? null;
}
