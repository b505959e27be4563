import { USUAL_FORMAT } from '../../../core/audio/pcm.ts';
import { Player } from '../../../core/audio/player.ts';

/** What the speaker tells its worklet: at which rate speech comes, in samples a second; play this; stop at once; or end. */
export type PlaybackOrder = number | Float32Array | 'interrupt' | null;

/** Plays the agent's speech; tells whenever an utterance begins or is over. */
class Playback extends AudioWorkletProcessor {
  /** Made ahead: it takes its time, and nothing must wait for it once the agent answers. */
  #rate = USUAL_FORMAT.sampleRate;
  #player = new Player(this.#rate, sampleRate);
  #speaking = false;
  #isOver = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<PlaybackOrder>) => {
      if (typeof data === 'number') this.#playAt(data);
      else if (data === null) this.#isOver = true;
      else if (data === 'interrupt') this.#player.interrupt();
      else this.#player.push(data);
    };
  }

  override process(_inputs: Float32Array[][], [output]: Float32Array[][]): boolean {
    if (this.#isOver) return false;
    const [block] = output ?? [];
    if (block) this.#player.render(block);
    const { speaking } = this.#player;
    if (speaking !== this.#speaking) {
      this.#speaking = speaking;
      this.port.postMessage({ type: 'process', finished: !speaking });
    }
    return true;
  }

  #playAt(rate: number): void {
    if (rate === this.#rate) return;
    this.#rate = rate;
    this.#player = new Player(rate, sampleRate);
  }
}

registerProcessor('playback', Playback);
