import type { State } from '../../core/conversation.ts';
import { lastConversation } from '../shared/last-conversation.ts';
import { loadTranscripts } from '../shared/transcript-store.ts';

/** For how long it is told that a conversation was lost, in milliseconds. */
const TOLD_MS = 60_000;

/** The conversation that was lost with its host a moment ago, as far as its words were kept; null if there is none. */
export async function lookBack(): Promise<State> {
  const [lost, transcripts] = await Promise.all([lastConversation.getValue(), loadTranscripts()]);
  if (lost?.lostAt === undefined || Date.now() - lost.lostAt > TOLD_MS) return null;
  const { entries = [] } = transcripts.find(({ id }) => id === lost.id) ?? {};
  return { ...lost, entries };
}
