import type { Frame } from '../../../core/frame.ts';

/**
 * "Stop speaking": the protocol has no message for it, so what the agent goes on sending of this
 * turn is not played. The next turn, whoever begins it, is heard again.
 */
export class Hush {
  #isOn = false;
  /** The event id of the newest piece of audio, and of that at which the agent was hushed. */
  #newest = 0;
  #since = 0;

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Plays no more of this turn. */
  begin(): void {
    this.#isOn = true;
    this.#since = this.#newest;
  }

  /** A turn of the person begins. */
  end(): void {
    this.#isOn = false;
  }

  /** Sees every frame before it has an effect. */
  see({ type, eventId = 0 }: Frame): void {
    if (type === 'audio') this.#newest = Math.max(this.#newest, eventId);
    const isNextTurn = type === 'agent_response' && eventId > this.#since;
    if (isNextTurn || type === 'user_transcript' || type === 'interruption') this.end();
  }
}
