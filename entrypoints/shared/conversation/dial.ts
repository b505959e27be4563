import { Conversation } from '@11labs/client';
import { setSetupStrategy } from '@11labs/client/internal';
import type { CardAttributes } from '../../../core/card-attributes.ts';
import type { Mode } from '../../../core/conversation.ts';
import type { Line } from '../../../core/line.ts';
import type { Sound } from '../../../core/messages.ts';
import type { Result } from '../../../core/result.ts';
import { unlessAborted } from './abort.ts';
import { type Audio, openAudio } from './audio.ts';
import { Call } from './call.ts';
import { type Listeners, callbacks } from './callbacks.ts';
import { Hush } from './hush.ts';
import { overridesOf } from './overrides.ts';
import { type WhenPrompt, checkMicrophone } from './permission.ts';
import { Refusal } from './refusal.ts';
import { ourAudio } from './strategy.ts';
import { WrittenConversation } from './written.ts';

/** What a call needs from outside. */
export interface CallPlan extends Listeners {
  readonly mode: Mode;
  readonly attributes: CardAttributes;
  readonly sound: Sound;
  /** Asks where to talk to the agent; only done once the microphone is known to be granted. */
  readonly mint: () => Promise<Result<Line>>;
  /** What to do where the microphone is neither granted nor blocked; only a page that a person sees can ask. */
  readonly whenPrompt: WhenPrompt;
  /** Gives the call up at any stage, and lets everything go. */
  readonly signal: AbortSignal;
}

/** Calls an agent; what it rejects with is read by `happeningOf`. */
export function dial(plan: CallPlan): Promise<Call> {
  return plan.mode === 'text' ? write(plan) : speak(plan);
}

async function write(plan: CallPlan): Promise<Call> {
  const options = await addressed(plan);
  const session = await WrittenConversation.open(
    { ...options, ...callbacks(plan, new Hush()) },
    plan.signal,
  );
  return new Call(session);
}

async function speak(plan: CallPlan): Promise<Call> {
  const { whenPrompt, sound, signal, tell } = plan;
  const isGranted = await unlessAborted(checkMicrophone(whenPrompt), signal);
  // Nothing that costs is asked for before the person has answered; else it is first, for opening sound takes its time.
  const early = isGranted ? addressed(plan) : null;
  const audio = openAudio(sound, signal, {
    lost: (why) => tell({ type: 'failed', failure: why }),
    replaced: () => tell(remarked(plan.now())),
  });
  audio.catch(() => {}); // met in the strategy; minting may fail before it gets there
  if (!early) await unlessAborted(audio, signal);
  return connected(plan, audio, await (early ?? addressed(plan)));
}

async function connected(
  plan: CallPlan,
  audio: Promise<Audio>,
  options: Awaited<ReturnType<typeof addressed>>,
): Promise<Call> {
  const hush = new Hush();
  setSetupStrategy(ourAudio(audio, hush, plan.signal));
  const session = await Conversation.startSession({ ...options, ...callbacks(plan, hush) });
  if (session.type === 'voice') return new Call(session, { ...(await audio), hush });
  throw new TypeError('the SDK opened a text conversation');
}

/** Where to, and what the card asks of its agent; always over WebSocket. */
async function addressed({ mint, attributes, signal }: CallPlan) {
  const line = await unlessAborted(mint(), signal);
  if (!line.ok) throw new Refusal(line.failure);
  const address =
    'signedUrl' in line.value
      ? { signedUrl: line.value.signedUrl }
      : { agentId: line.value.publicAgentId };
  return { ...address, connectionType: 'websocket' as const, ...overridesOf(attributes) };
}

function remarked(at: number) {
  const remark = { kind: 'remark', remark: 'default_microphone', at } as const;
  return { type: 'remarked', remark } as const;
}
