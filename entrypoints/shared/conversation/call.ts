import type { TextConversation, VoiceConversation } from '@11labs/client';
import type { Command } from '../../../core/command.ts';
import type { Audio } from './audio.ts';
import type { Hush } from './hush.ts';

/** How many levels each side's sound is drawn with. */
const BANDS = 16;

/** A call under way: the SDK's session, and our sound where it is spoken. */
export class Call {
  readonly #session: VoiceConversation | TextConversation;
  readonly #sound: (Audio & { readonly hush: Hush }) | undefined;

  constructor(
    session: VoiceConversation | TextConversation,
    sound?: Audio & { readonly hush: Hush },
  ) {
    this.#session = session;
    this.#sound = sound;
  }

  /** Says goodbye and lets the line go. */
  end(): Promise<void> {
    return this.#session.endSession();
  }

  /** The conversation, as ElevenLabs calls it. */
  conversation(): string {
    return this.#session.getId();
  }

  /** Tells the agent something that nobody said. */
  tell(context: string): void {
    this.#session.sendContextualUpdate(context);
  }

  /** Does what the person asks; rejects as the browser does where a device cannot be had. */
  async obey(command: Exclude<Command, { do: 'continue by voice' }>): Promise<void> {
    switch (command.do) {
      case 'write':
        this.#sound?.hush.end();
        return this.#session.sendUserMessage(command.text);
      case 'typing':
        return this.#session.sendUserActivity();
      case 'like':
        return this.#session.sendFeedback(command.liked, command.eventId);
      default:
        if (this.#sound) await this.#obeyBySound(command, this.#sound);
    }
  }

  /** Levels from 0 to 255 of what the person and the agent say, low to high; null in writing. */
  levels(): { readonly input: number[]; readonly output: number[] } | null {
    if (!this.#sound) return null;
    const { microphone, speaker } = this.#sound;
    return { input: bands(microphone), output: bands(speaker) };
  }

  async #obeyBySound(
    command: Extract<Command, { do: 'mute' | 'volume' | 'use' | 'stop speaking' }>,
    { microphone, speaker, hush }: Audio & { readonly hush: Hush },
  ): Promise<void> {
    switch (command.do) {
      case 'mute':
        return microphone.setMuted(command.muted);
      case 'volume':
        return speaker.setVolume(command.volume);
      case 'use':
        return command.device === 'input'
          ? microphone.setDevice({ inputDeviceId: command.id })
          : speaker.setDevice({ outputDeviceId: command.id });
      case 'stop speaking':
        hush.begin();
        speaker.interrupt();
        return this.#session.sendUserActivity();
    }
  }
}

function bands(side: { getByteFrequencyData(buffer: Uint8Array<ArrayBuffer>): void }): number[] {
  const buffer = new Uint8Array(BANDS);
  side.getByteFrequencyData(buffer);
  return [...buffer];
}
