import type { VoiceConversation } from '@11labs/client';
import {
  type Effect,
  type Event,
  type Happening,
  type State,
  type Summary,
  isLive,
  step,
  summary,
} from '../../../core/conversation.ts';
import { failure } from '../../../core/failure.ts';
import type { Line, StartOrder } from '../../../core/messages.ts';
import { type Result, failed, good } from '../../../core/result.ts';
import { type WhenPrompt, call } from './call.ts';
import { happeningOf } from './refusal.ts';

/** What the host asks of the rest of the extension. */
export interface HostLinks {
  readonly mint: (order: { id: string; agentId: string }) => Promise<Result<Line>>;
  readonly changed: (conversation: Summary) => void;
  /** Whether the host's page can ask for the microphone itself. */
  readonly whenPrompt: WhenPrompt;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Holds the one conversation there is: microphone, SDK and speaker. What happens is decided by
 * core/conversation.ts; this carries it out.
 */
export class Host {
  readonly #links: HostLinks;
  #state: State = null;
  #revision = 0;
  /** Aborting it lets go of everything the call holds. */
  #line = new AbortController();
  #session: Promise<VoiceConversation | null> = Promise.resolve(null);
  #over = Promise.withResolvers<void>();

  constructor(links: HostLinks) {
    this.#links = links;
  }

  /** Begins a conversation; answers `busy` when there is one and it is not to be replaced. */
  async start({ replace, ...start }: StartOrder): Promise<Result> {
    if (isLive(this.#state)) {
      if (!replace) return failed(failure('busy'));
      await this.end();
    }
    this.#happen({ type: 'start', ...start, at: this.#links.now() });
    return good(null);
  }

  /** Ends the conversation, at any stage; resolves when everything is let go. */
  async end(): Promise<void> {
    if (!isLive(this.#state)) return;
    this.#happen({ type: 'end asked', id: this.#state.id });
    await this.#over.promise;
  }

  /** The conversation there is, or the last there was, words included. */
  look(): State {
    return this.#state;
  }

  #happen(event: Event): void {
    const [state, effects] = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: Effect): void {
    if (this.#state === null) return;
    const { id, agentId } = this.#state;
    if (effect === 'open') this.#open(id, agentId);
    if (effect === 'release') void this.#release(id);
    if (effect === 'publish') this.#links.changed(summary(this.#state, ++this.#revision));
  }

  #open(id: string, agentId: string): void {
    this.#line = new AbortController();
    this.#over = Promise.withResolvers();
    const tell = (happening: Happening) => this.#happen({ id, ...happening });
    const { now, whenPrompt } = this.#links;
    const { signal } = this.#line;
    const mint = () => this.#links.mint({ id, agentId });
    this.#session = call({ mint, tell, whenPrompt, signal, now }).catch((error) => {
      tell(happeningOf(error));
      return null;
    });
  }

  async #release(id: string): Promise<void> {
    const line = this.#line;
    // A call still being opened is given up at once; one that is open says goodbye first.
    if (!this.#connected()) line.abort();
    const session = await this.#session;
    await session?.endSession();
    line.abort();
    this.#happen({ type: 'released', id });
    this.#over.resolve();
  }

  #connected(): boolean {
    return this.#state?.connectedAt !== undefined;
  }
}
