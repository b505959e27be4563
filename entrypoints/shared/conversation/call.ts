import { Conversation, type VoiceConversation } from '@11labs/client';
import { setSetupStrategy } from '@11labs/client/internal';
import { failure } from '../../../core/failure.ts';
import type { Line } from '../../../core/messages.ts';
import type { Result } from '../../../core/result.ts';
import { unlessAborted } from './abort.ts';
import { openAudio } from './audio.ts';
import { type Listeners, callbacks } from './callbacks.ts';
import { Refusal } from './refusal.ts';
import { ourAudio } from './strategy.ts';

/** What a call does where the person has not said yet whether the microphone may be used. */
export type WhenPrompt = 'ask' | 'refuse';

/** What a call needs from outside. */
export interface CallPlan extends Listeners {
  /** Asks where to talk to the agent; only done once the microphone is known to be granted. */
  readonly mint: () => Promise<Result<Line>>;
  /** What to do where the microphone is neither granted nor blocked; only a page that a person sees can ask. */
  readonly whenPrompt: WhenPrompt;
  /** Gives the call up at any stage, and lets everything go. */
  readonly signal: AbortSignal;
}

/** Opens a voice conversation; what it rejects with is read by `happeningOf`. */
export async function call(plan: CallPlan): Promise<VoiceConversation> {
  const { mint, tell, whenPrompt, signal } = plan;
  const isGranted = await unlessAborted(checkMicrophone(whenPrompt), signal);
  const audio = openAudio(signal, () => {
    tell({ type: 'failed', failure: failure('microphone_lost') });
  });
  audio.catch(() => {}); // met in the strategy; minting may fail before it gets there
  // Nothing that costs is asked for before the person has answered.
  if (!isGranted) await unlessAborted(audio, signal);
  const line = await unlessAborted(mint(), signal);
  if (!line.ok) throw new Refusal(line.failure);
  setSetupStrategy(ourAudio(audio, signal));
  const session = await Conversation.startSession({
    ...address(line.value),
    ...callbacks(plan),
  });
  if (session.type === 'voice') return session;
  throw new TypeError('the SDK opened a text conversation');
}

/** Stops a call that could not be heard before it costs anything; false where the person has yet to answer. */
async function checkMicrophone(whenPrompt: WhenPrompt): Promise<boolean> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  if (state === 'denied') throw new Refusal(failure('microphone_denied'));
  if (state === 'prompt' && whenPrompt === 'refuse')
    throw new Refusal(failure('microphone_prompt'));
  return state === 'granted';
}

/** Exactly one of the two goes to the SDK, and always over WebSocket. */
function address(line: Line) {
  return 'signedUrl' in line
    ? ({ signedUrl: line.signedUrl, connectionType: 'websocket' } as const)
    : ({ agentId: line.publicAgentId, connectionType: 'websocket' } as const);
}
