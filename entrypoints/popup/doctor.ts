import type { FoundCard, MarkState } from '../../core/messages.ts';
import { type Enabled, isNamedAt } from '../../core/enabled.ts';
import { siteOf } from '../../core/site.ts';
import { type SeenCard, readCards } from './cards.ts';
import { readMarkStates } from './mark-states.ts';
import type { Examined, FrameFacts } from './page-facts.ts';

/** What the doctor needs from the outside. */
export interface DoctorDoors {
  /** Looks into the frames of a page that may be; rejects where not even the page itself may. */
  readonly lookIntoPage: (tabId: number, settings: Examined) => Promise<readonly FrameFacts[]>;
  /** What the content script in a frame found; rejects where there is none. */
  readonly cards: (tabId: number, frameId: number) => Promise<FoundCard[]>;
  /** How the marks stand that hold in a frame; rejects where nobody looks for any. */
  readonly marks: (tabId: number, frameId: number) => Promise<MarkState[]>;
}

/** A mark that holds in a frame of the page, and how it stands. */
export interface SeenMark extends MarkState {
  readonly tabId: number;
  readonly frameId: number;
}

/** What was found on a page. */
export interface Findings {
  /** Whether the page could be looked into at all. */
  readonly isOpen: boolean;
  readonly cards: readonly SeenCard[];
  readonly marks: readonly SeenMark[];
  /** How many frames of other sites there are, in which voice is not on. */
  readonly foreignFrames: number;
}

/** Where there is nothing to look into. */
export const NOTHING: Findings = { isOpen: true, cards: [], marks: [], foreignFrames: 0 };

/** Examines a page on which voice is on: its cards, those in its frames, and who works them. */
export async function examine(
  tabId: number,
  settings: Examined,
  doors: DoctorDoors,
): Promise<Findings> {
  const frames = await doors.lookIntoPage(tabId, settings).catch(() => null);
  if (frames === null) return { ...NOTHING, isOpen: false };
  const [cards, marks] = await Promise.all([
    Promise.all(frames.map((frame) => cardsIn(frame, tabId, doors))),
    Promise.all(frames.map((frame) => marksIn(frame, tabId, doors))),
  ]);
  const top = frames.find(({ frameId }) => frameId === 0);
  const isForeign = (address: string) => isOff(settings, address);
  return {
    isOpen: true,
    cards: cards.flat(),
    marks: marks.flat(),
    foreignFrames: (top?.frames ?? []).filter(isForeign).length,
  };
}

/** Asks a frame's content script, where there is one: a question in vain would fill the browser's list of errors. */
async function cardsIn(
  { frameId, agentIds, isReached }: FrameFacts,
  tabId: number,
  { cards }: DoctorDoors,
): Promise<SeenCard[]> {
  const answer = isReached ? await cards(tabId, frameId).catch(() => null) : null;
  if (answer !== null) return readCards(answer).map((card) => ({ ...card, isReached: true }));
  return agentIds.map((agentId) => ({ agentId, state: 'idle', isShown: true, isReached: false }));
}

async function marksIn(
  { frameId, hasMarks }: FrameFacts,
  tabId: number,
  { marks }: DoctorDoors,
): Promise<SeenMark[]> {
  const answer = hasMarks ? await marks(tabId, frameId).catch(() => null) : null;
  return readMarkStates(answer).map((mark) => ({ ...mark, tabId, frameId }));
}

/** The page around it is one on which voice is on, or nobody would look. */
function isOff(enabled: Enabled, address: string): boolean {
  const url = URL.parse(address);
  return siteOf(url) !== null && !isNamedAt(enabled, url);
}
