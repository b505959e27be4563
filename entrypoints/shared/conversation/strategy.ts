import type { VoiceSessionSetupStrategy } from '@11labs/client/internal';
import { unlessAborted } from './abort.ts';
import type { Audio } from './audio.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { connect } from './connect.ts';
import type { Hush } from './hush.ts';

/**
 * How the SDK gets its sound: the protocol stays the SDK's, microphone and speaker are ours.
 * @param audio the two ends, which may still be opening
 * @param hush whether what the agent says is played
 * @param signal gives the connection up, at any stage
 */
export function ourAudio(
  audio: Promise<Audio>,
  hush: Hush,
  signal: AbortSignal,
): VoiceSessionSetupStrategy {
  return async (options) => {
    const [connection, { microphone, speaker }] = await Promise.all([
      connect(options, signal),
      unlessAborted(audio, signal),
    ]);
    const play = speaker.attach(connection.outputFormat);
    // Played from here and not from the connection, which also hands out audio that was interrupted.
    options.onAudio = (base64) => {
      if (hush.isOn) speaker.skip();
      else play(fromBase64(base64));
    };
    // Without a listener the connection keeps all audio for ever.
    connection.addListener(ignore);
    microphone.listen(connection.inputFormat, (chunk) => {
      connection.sendMessage({ user_audio_chunk: toBase64(chunk) });
    });
    return {
      connection,
      input: microphone,
      output: speaker,
      playbackEventTarget: speaker.events,
      detach: async () => connection.removeListener(ignore),
    };
  };
}

function ignore(): void {}
