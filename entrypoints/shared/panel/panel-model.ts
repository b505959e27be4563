import { type ReadonlySignal, computed, effect } from '@preact/signals';
import type { Conversation } from '../../../core/conversation.ts';
import { remedy } from '../../../core/remedy.ts';
import { type Agents, createAgents } from './agents.ts';
import { type Asking, createAsking } from './asking.ts';
import { type Composer, createComposer } from './composer.ts';
import type { PanelDoors } from './doors.ts';
import { type News, createNews } from './news.ts';
import { type Showing, showConversation } from './showing.ts';
import { type Sound, createSound } from './sound.ts';
import { type Attempts, createAttempts } from './trouble.ts';

/** What the panel knows and can do. */
export interface PanelModel extends Showing {
  readonly agents: Agents;
  readonly composer: Composer;
  readonly sound: Sound;
  readonly asking: Asking;
  readonly news: News;
  /** Whether answers can be judged now. */
  readonly takesFeedback: ReadonlySignal<boolean>;
  readonly attempts: Attempts;
  /** Conversations from earlier in this browser session, without the one that is shown. */
  readonly earlier: ReadonlySignal<readonly Conversation[]>;
  readonly doors: PanelDoors;
  /** How an agent is called. */
  nameOf(agentId: string): string;
  stopSpeaking(): void;
  continueByVoice(): void;
  like(eventId: number, liked: boolean | null): void;
  callAgain(): void;
  end(): Promise<void>;
}

/** @param signal ends with the page */
export function createPanelModel(doors: PanelDoors, signal: AbortSignal): PanelModel {
  const attempts = createAttempts();
  const showing = showConversation(doors.view, signal);
  const { conversation } = showing;
  const agents = createAgents(
    doors,
    computed(() => conversation.value?.agentId ?? null),
  );
  const ask = (...command: Parameters<PanelDoors['command']>) =>
    void attempts.attempt(() => doors.command(...command));
  const sound = createSound(doors, showing, attempts);
  goOnOnceGranted(doors, attempts);
  return {
    ...showing,
    doors,
    agents,
    attempts,
    composer: createComposer({ doors, showing, agents, attempts }),
    sound,
    news: createNews(showing, sound.volume),
    takesFeedback: computed(() => showing.live.value?.takesFeedback === true),
    asking: createAsking(doors, attempts),
    earlier: computed(() => doors.kept.value.filter(({ id }) => id !== conversation.value?.id)),
    nameOf: (agentId) => agents.names.value.get(agentId) ?? agentId,
    stopSpeaking: () => ask({ do: 'stop speaking' }),
    continueByVoice: () => ask({ do: 'continue by voice' }),
    like: (eventId, liked) => ask({ do: 'like', eventId, liked }),
    callAgain() {
      const mode = conversation.peek()?.mode ?? 'voice';
      void attempts.attempt(() => doors.callAgain(mode));
    },
    end: () => doors.end().catch(() => undefined),
  };
}

/** What failed for want of the microphone is done when it has been granted, wherever that was. */
function goOnOnceGranted({ microphone }: PanelDoors, { trouble }: Attempts): void {
  effect(() => {
    const failed = microphone.value === 'granted' ? trouble.peek() : null;
    if (failed && remedy(failed.failure.code) === 'microphone') void failed.again();
  });
}
