import { realNow } from './clock.ts';
import { Watched } from './watched.ts';

/** A microphone's track: what a page holds of it. */
class FakeTrack extends EventTarget {
  readonly kind = 'audio';
  readonly label: string;
  enabled = true;
  readyState: 'live' | 'ended' = 'live';
  readonly #ended: () => void;

  constructor(label: string, ended: () => void) {
    super();
    this.label = label;
    this.#ended = ended;
  }

  stop(): void {
    this.readyState = 'ended';
    this.#ended();
  }

  /** The device goes away, or its permission: only then a page is told. */
  goAway(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

/** The microphones of a computer, and whether the person allows them. */
export class Devices {
  /** What the person has said; the browser's own word for it. */
  permission: 'granted' | 'denied' | 'prompt' = 'granted';
  /** The ids of those that are plugged in, the default one first. */
  ids: string[] = ['default'];
  /** What opening one waits for. */
  opens: Promise<unknown> = Promise.resolve();
  /** The name of the error by which the browser refuses each of them, if it does. */
  refusal: string | null = null;
  /** How many tracks are live. */
  readonly live = new Watched(0);
  /** When the last one went off, by `realNow`. */
  offSince = 0;
  /** How many were opened so far. */
  opened = 0;
  #tracks: FakeTrack[] = [];

  /** The names of the microphones that are live. */
  names(): string[] {
    return this.#tracks.map(({ label }) => label);
  }

  /** Unplugs the microphone that is in use. */
  unplug(): void {
    for (const track of this.#tracks) track.goAway();
  }

  /** Takes the permission back, mid-call. */
  revoke(): void {
    this.permission = 'denied';
    this.unplug();
  }

  /** As `navigator.permissions.query`. */
  async query(): Promise<{ state: string }> {
    return { state: this.permission };
  }

  /** As `navigator.mediaDevices.getUserMedia`. */
  async open({ audio }: { audio: true | MediaTrackConstraints }) {
    await this.opens;
    const wanted = audio === true ? undefined : audio.deviceId;
    const id = typeof wanted === 'object' && 'exact' in wanted ? String(wanted.exact) : this.ids[0];
    const refusal = this.#refusalOf(id);
    if (refusal !== null) throw new DOMException('', refusal);
    const track = new FakeTrack(id ?? '', () => this.#count());
    this.#tracks.push(track);
    this.opened += 1;
    this.#count();
    return { getTracks: () => [track], getAudioTracks: () => [track] };
  }

  #refusalOf(id: string | undefined): string | null {
    if (this.permission !== 'granted') return 'NotAllowedError';
    if (this.refusal !== null) return this.refusal;
    if (this.ids.length === 0) return 'NotFoundError';
    return id !== undefined && this.ids.includes(id) ? null : 'OverconstrainedError';
  }

  #count(): void {
    this.#tracks = this.#tracks.filter(({ readyState }) => readyState === 'live');
    const { length } = this.#tracks;
    if (length === 0) this.offSince = realNow();
    this.live.set(length);
  }
}
