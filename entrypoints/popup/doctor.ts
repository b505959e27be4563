import type { FoundCard } from '../../core/messages.ts';
import { type Enabled, isNamedAt } from '../../core/enabled.ts';
import { siteOf } from '../../core/site.ts';
import { type SeenCard, readCards } from './cards.ts';
import type { FrameFacts } from './page-facts.ts';

/** What the doctor needs from the outside. */
export interface DoctorDoors {
  /** Rejects where the page cannot be looked into. */
  readonly lookIntoPage: (tabId: number, selector: string) => Promise<readonly FrameFacts[]>;
  /** What the content script in a frame found; rejects where there is none. */
  readonly cards: (tabId: number, frameId: number) => Promise<FoundCard[]>;
}

/** What was found on a page. */
export interface Findings {
  /** Whether the page could be looked into at all. */
  readonly isOpen: boolean;
  readonly cards: readonly SeenCard[];
  /** How many frames of other sites there are, in which voice is not on. */
  readonly foreignFrames: number;
}

/** Where there is nothing to look into. */
export const NOTHING: Findings = { isOpen: true, cards: [], foreignFrames: 0 };

/** Examines a page on which voice is on: its cards, those in its frames, and who works them. */
export async function examine(
  tabId: number,
  settings: Enabled & { readonly cardSelector: string },
  doors: DoctorDoors,
): Promise<Findings> {
  const frames = await doors.lookIntoPage(tabId, settings.cardSelector).catch(() => null);
  if (frames === null) return { ...NOTHING, isOpen: false };
  const ask = (frame: FrameFacts) => cardsIn(frame, tabId, doors);
  const cards = await Promise.all(frames.map(ask));
  const top = frames.find(({ frameId }) => frameId === 0);
  const isForeign = (address: string) => isOff(settings, address);
  return {
    isOpen: true,
    cards: cards.flat(),
    foreignFrames: (top?.frames ?? []).filter(isForeign).length,
  };
}

/** Asks a frame's content script, where there is one: a question in vain would fill the browser's list of errors. */
async function cardsIn(
  { frameId, agentIds, isReached }: FrameFacts,
  tabId: number,
  { cards }: DoctorDoors,
): Promise<SeenCard[]> {
  if (agentIds.length === 0) return [];
  const answer = isReached ? await cards(tabId, frameId).catch(() => null) : null;
  if (answer !== null) return readCards(answer).map((card) => ({ ...card, isReached: true }));
  return agentIds.map((agentId) => ({ agentId, state: 'idle', isShown: true, isReached: false }));
}

/** The page around it is one on which voice is on, or nobody would look. */
function isOff(enabled: Enabled, address: string): boolean {
  const url = URL.parse(address);
  return siteOf(url) !== null && !isNamedAt(enabled, url);
}
