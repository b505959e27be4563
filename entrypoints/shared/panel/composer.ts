import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { Conversation, Mode, State } from '../../../core/conversation.ts';
import type { Agents } from './agents.ts';
import type { PanelDoors } from './doors.ts';
import type { Showing } from './showing.ts';
import type { Attempts } from './trouble.ts';

/** The agent is told at most this often that something is being typed, in milliseconds. */
const TYPING_MS = 2_000;

/** What the person writes. */
export interface Composer {
  readonly text: ReadonlySignal<string>;
  /** Whether a conversation is being started. */
  readonly isStarting: ReadonlySignal<boolean>;
  type(text: string): void;
  /** Sends what was written: into the conversation there is, or as the first words of a new one. */
  send(): Promise<void>;
  /** Starts a conversation by voice with the agent that is chosen. */
  startByVoice(): Promise<void>;
}

type Doors = Pick<PanelDoors, 'command' | 'start' | 'now'>;

/** What the composer works with. */
interface Around {
  readonly doors: Doors;
  readonly showing: Showing;
  readonly agents: Agents;
  readonly attempts: Attempts;
}

/** The first words of a conversation that has yet to begin. */
interface First {
  readonly words: string;
  /** The conversation that was there before. */
  readonly after: string | undefined;
}

/** Nothing is written yet. */
export function createComposer({ doors, showing, agents, attempts }: Around): Composer {
  const text = signal('');
  const isStarting = signal(false);
  const typing = everySoOften(doors);
  let first: First | null = null;

  const giveBack = (sent: string) => {
    text.value = text.peek() === '' ? sent : `${sent}\n${text.peek()}`;
  };

  async function start(mode: Mode, words?: string): Promise<boolean> {
    isStarting.value = true;
    const wish = { ...(await chosenIn(agents)), mode };
    const ask = () => doors.start(words === undefined ? wish : { ...wish, text: words });
    const started = await attempts.attempt(ask, words === undefined ? undefined : send);
    isStarting.value = false;
    return started;
  }

  async function send(): Promise<void> {
    const sent = text.peek().trim();
    if (sent === '' || isStarting.peek()) return;
    text.value = '';
    const isNew = showing.live.peek() === null;
    first = isNew ? { words: sent, after: showing.conversation.peek()?.id } : null;
    const write = () => doors.command({ do: 'write', text: sent });
    const done = isNew ? await start('text', sent) : await attempts.attempt(write, send);
    if (done) return;
    first = null;
    giveBack(sent);
  }

  effect(() => {
    const outcome = outcomeOf(first, showing.conversation.value);
    if (outcome === 'lost' && first !== null) giveBack(first.words);
    if (outcome !== null) first = null;
  });

  return {
    text,
    isStarting,
    type(typed) {
      text.value = typed;
      if (typed !== '' && showing.live.peek()?.connectedAt !== undefined) typing();
    },
    send,
    startByVoice: async () => void (await start('voice')),
  };
}

/** Whom to talk to, and about which tab; whoever is quick writes before that is known. */
async function chosenIn({ chosen, known, tabId }: Agents) {
  if (chosen.peek() === '') await known();
  return { agentId: chosen.peek(), tabId: tabId.peek() };
}

/** Tells the agent that something is being typed, unless it was told just now. */
function everySoOften({ command, now }: Doors): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - toldAt < TYPING_MS) return;
    toldAt = now();
    // Nothing depends on it.
    void command({ do: 'typing' }).catch(() => undefined);
  };
}

/** What became of the first words of a conversation: said, or lost before that; null is neither yet. */
function outcomeOf(first: First | null, conversation: State): 'said' | 'lost' | null {
  if (first === null || conversation === null || conversation.id === first.after) return null;
  if (isSaid(first.words, conversation)) return 'said';
  const { phase, end } = conversation;
  return phase === 'ended' && end?.by === 'failure' ? 'lost' : null;
}

function isSaid(words: string, { entries }: Conversation): boolean {
  return entries.some(
    (entry) => entry.kind === 'turn' && entry.role === 'user' && entry.text === words,
  );
}
