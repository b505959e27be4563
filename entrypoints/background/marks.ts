import type { Mark } from '../../core/mark.ts';
import type { SenderFacts } from '../../core/sender.ts';
import type { SiteCard } from '../../core/site-cards.ts';
import { loadMarks } from '../shared/mark-store.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { bring } from './bring.ts';
import { inKnownFrames, isOnIn, whereIs } from './frames.ts';
import { siteCards } from './site-cards.ts';

/** The marks that may hold in a document: those of its site. Which of them do, its address says, which may change. */
export async function marksFor(sender: SenderFacts): Promise<Mark[]> {
  if (!isOnIn(await loadSettings(), sender)) return [];
  const { site } = whereIs(sender);
  return (await loadMarks()).filter(({ isOn, scope }) => isOn && scope.site === site);
}

/** Brings what a document needs beside the finder, which has just come or is back: more for one with marks. */
export async function bringFinders(sender: SenderFacts): Promise<void> {
  await bring('roots', sender);
  if ((await marksFor(sender)).length > 0) await bring('marks', sender);
  if ((await siteCardsFor(sender)).length > 0) await bring('siteCards', sender);
}

/** The cards that the site of a document describes. */
export async function siteCardsFor(sender: SenderFacts): Promise<readonly SiteCard[]> {
  const { origin } = URL.parse(sender.url ?? '') ?? {};
  if (origin === undefined || !isOnIn(await loadSettings(), sender)) return [];
  return siteCards(origin);
}

/** Applies changed marks to the pages that are open: brought once more, the script asks for them anew. */
export async function applyMarks(now: readonly Mark[], before: readonly Mark[]): Promise<void> {
  const changed = [...changedFrom(now, before), ...changedFrom(before, now)];
  const sites = new Set(changed.map(({ scope }) => scope.site));
  await inKnownFrames(async (frame) => {
    const sender = { ...frame, tab: { id: frame.tabId } };
    const { site } = whereIs(sender);
    if (site !== null && sites.has(site)) await bring('marks', sender);
  });
}

function changedFrom(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const known = new Map(others.map((mark) => [mark.id, JSON.stringify(mark)]));
  return marks.filter((mark) => known.get(mark.id) !== JSON.stringify(mark));
}
