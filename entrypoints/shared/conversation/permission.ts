import { failure } from '../../../core/failure.ts';
import { Refusal } from './refusal.ts';

/** What a call does where the person has not said yet whether the microphone may be used. */
export type WhenPrompt = 'ask' | 'refuse';

/** Stops a call that could not be heard before it costs anything; false where the person has yet to answer. */
export async function checkMicrophone(whenPrompt: WhenPrompt): Promise<boolean> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  if (state === 'denied') throw new Refusal(failure('microphone_denied'));
  if (state === 'prompt' && whenPrompt === 'refuse')
    throw new Refusal(failure('microphone_prompt'));
  return state === 'granted';
}

/** Has the person answer now where that is still to come, so that what follows need not fail by it. */
export async function settleMicrophone(whenPrompt: WhenPrompt): Promise<void> {
  if (await checkMicrophone(whenPrompt)) return;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  for (const track of stream.getTracks()) track.stop();
}
