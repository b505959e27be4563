import { Player } from '../../../core/audio/player.ts';

/** What the speaker tells its worklet: play this, or stop at once. */
export type PlaybackOrder = Float32Array | 'interrupt';

/** Plays the agent's speech; tells whenever an utterance begins or is over. */
class Playback extends AudioWorkletProcessor {
  readonly #player: Player;
  #speaking = false;

  constructor({ processorOptions }: { processorOptions: { sampleRate: number } }) {
    super();
    this.#player = new Player(processorOptions.sampleRate, sampleRate);
    this.port.onmessage = ({ data }: MessageEvent<PlaybackOrder>) => {
      if (data === 'interrupt') this.#player.interrupt();
      else this.#player.push(data);
    };
  }

  override process(_inputs: Float32Array[][], [output]: Float32Array[][]): boolean {
    const [block] = output ?? [];
    if (block) this.#player.render(block);
    if (this.#player.speaking !== this.#speaking) {
      this.#speaking = this.#player.speaking;
      this.port.postMessage({ type: 'process', finished: !this.#speaking });
    }
    return true;
  }
}

registerProcessor('playback', Playback);
