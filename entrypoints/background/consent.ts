import type { CardView } from '../../core/card.ts';
import { failure } from '../../core/failure.ts';
import type { Answer, Question } from '../../core/question.ts';
import { type Result, failed, good } from '../../core/result.ts';
import type { SenderFacts } from '../../core/sender.ts';
import type { Approval, Settings } from '../../core/settings.ts';
import { isFor } from '../../core/whereabouts.ts';
import type { Wish } from '../../core/wish.ts';
import { fetchAgents } from '../shared/backend.ts';
import { sendMessage } from '../shared/messaging.ts';
import { openQuestion } from '../shared/question-store.ts';
import { changeSettings, loadSettings } from '../shared/settings-store.ts';
import { record } from './events.ts';
import { confirmedFrames } from './journal.ts';
import { startWish } from './start.ts';
import { showQuestion } from './this-browser.ts';

/** How long the question waits for the agent's name, in milliseconds. */
const NAME_MS = 1_500;
/** How many confirmed frames are remembered. */
const FRAMES = 100;

/** Whom a click is to reach, and where it is made. */
export type ClickPlace = Pick<Wish, 'agentId' | 'tabId' | 'frameId' | 'site' | 'within'>;

/** What stands between a click and its conversation, or null where the person has said yes before. */
export async function doubtAbout(
  wish: ClickPlace,
  { isDoubtful, isOpaque }: { readonly isDoubtful: boolean; readonly isOpaque: boolean },
  { approvals }: Settings,
): Promise<Question['because'] | null> {
  const isApproved = !isOpaque && approvals.some((approval) => covers(approval, wish));
  if (!isApproved) return 'new agent';
  if (!isDoubtful) return null;
  const isConfirmed = (await confirmedFrames.getValue()).includes(frameKey(wish));
  return isConfirmed ? null : 'doubtful click';
}

/** Puts a question to the person, in the place of another one that is still open. */
export async function ask(
  question: Omit<Question, 'id' | 'name' | 'isUnlisted'>,
  windowId: number | undefined,
): Promise<void> {
  const before = await openQuestion.getValue();
  if (before !== null) await showCard(before.wish, null);
  const { wish } = question;
  const [, known] = await Promise.all([
    showCard(wish, { agentId: wish.agentId, state: 'asking' }),
    nameOf(wish.agentId),
  ]);
  record('question');
  await openQuestion.setValue({ ...question, ...known, id: crypto.randomUUID() });
  await showQuestion(windowId);
}

/** The person has answered. */
export async function takeAnswer(given: { id: string; answer: Answer }): Promise<Result> {
  const question = await openQuestion.getValue();
  if (question?.id !== given.id) return failed(failure('not_running'));
  await openQuestion.removeValue();
  record('answered');
  const { wish, replace } = question;
  if (given.answer === 'no') {
    await showCard(wish, null);
    return good(null);
  }
  if (given.answer === 'always' && question.canBeLasting) await approve(question);
  const confirmed = await confirmedFrames.getValue();
  await confirmedFrames.setValue([...confirmed, frameKey(wish)].slice(-FRAMES));
  const result = await startWish(wish, replace);
  if (!result.ok) {
    const { code } = result.failure;
    await showCard(wish, { agentId: wish.agentId, state: 'error', failure: code });
  }
  return result;
}

/** Takes a question back that nobody will answer: all of them, or those of one tab. */
export async function dropQuestion(tabId?: number): Promise<void> {
  const question = await openQuestion.getValue();
  if (question === null || (tabId !== undefined && question.wish.tabId !== tabId)) return;
  await openQuestion.removeValue();
  await showCard(question.wish, null);
}

/** A page has loaded anew: the one before it asks nothing more, and what was confirmed there does not count. */
export async function forgetPageBefore({ tab, frameId }: SenderFacts): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  const asked = (await openQuestion.getValue())?.wish;
  // With a page, its frames have gone.
  const isGone = asked?.tabId === tab.id && [0, asked.frameId].includes(frameId);
  if (isGone) await dropQuestion(tab.id);
  const key = frameKey({ tabId: tab.id, frameId });
  const confirmed = await confirmedFrames.getValue();
  if (!confirmed.includes(key)) return;
  await confirmedFrames.setValue(confirmed.filter((other) => other !== key));
}

async function approve({ wish, name }: Question): Promise<void> {
  const { site, within, agentId } = wish;
  if (site === null) return;
  const { approvals } = await loadSettings();
  const others = approvals.filter((approval) => !covers(approval, wish));
  const where = { site, ...(within !== undefined && { within }) };
  await changeSettings({ approvals: [...others, { ...where, agentId, name, at: Date.now() }] });
}

async function nameOf(agentId: string): Promise<Pick<Question, 'name' | 'isUnlisted'>> {
  const { backendUrl } = await loadSettings();
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), NAME_MS));
  const answer = await Promise.race([fetchAgents(backendUrl), late]);
  const catalogue = answer?.ok ? answer.value : null;
  const name = catalogue?.find(({ id }) => id === agentId)?.name ?? null;
  return { name, isUnlisted: catalogue !== null && name === null };
}

async function showCard({ tabId, frameId }: Wish, view: CardView | null): Promise<void> {
  // A page that was closed or has left the site has nobody to listen.
  await sendMessage('show', view, { tabId, frameId }).catch(() => {});
}

function covers(approval: Approval, wish: Pick<Wish, 'site' | 'within' | 'agentId'>): boolean {
  return isFor(approval, wish) && approval.agentId === wish.agentId;
}

function frameKey({ tabId, frameId }: { tabId: number; frameId: number }): string {
  return `${tabId}/${frameId}`;
}
