import type { VoiceConversation } from '@11labs/client';
import {
  type Effect,
  type Conversation,
  type Event,
  type Happening,
  type State,
  type Summary,
  isLive,
  step,
  summary,
} from '../../../core/conversation.ts';
import type { Command } from '../../../core/command.ts';
import { failure } from '../../../core/failure.ts';
import type { Ending, Limits, Line, StartOrder } from '../../../core/messages.ts';
import { type Result, failed, good } from '../../../core/result.ts';
import { type WhenPrompt, call } from './call.ts';
import { happeningOf } from './refusal.ts';
import { Vigil } from './vigil.ts';

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
  #limits: Limits = { maxLength: 0, silence: 0 };
  #vigil: Vigil | null = null;

  constructor(links: HostLinks) {
    this.#links = links;
  }

  /** Begins a conversation; answers `busy` when there is one and it is not to be replaced. */
  async start({ replace, limits, ...start }: StartOrder): Promise<Result> {
    if (replace) await this.end({});
    if (isLive(this.#state)) return failed(failure('busy'));
    this.#limits = limits;
    this.#happen({ type: 'start', ...start, at: this.#links.now() });
    return good(null);
  }

  /** Ends the conversation, at any stage; resolves when everything is let go. */
  async end({ tabId, because }: Ending): Promise<void> {
    const state = this.#state;
    if (!isLive(state) || (tabId !== undefined && state.tabId !== tabId)) return;
    const { id } = state;
    if (because) this.#happen({ type: 'failed', id, failure: failure(because) });
    else this.#happen({ type: 'end asked', id });
    await this.#over.promise;
  }

  /** The conversation there is, or the last there was, words included. */
  look(): State {
    return this.#state;
  }

  command(what: Command): Result {
    if (what.do === 'mute' && isLive(this.#state)) {
      this.#happen({ type: 'muted', id: this.#state.id, muted: what.muted });
    }
    return good(null);
  }

  #happen(event: Event): void {
    const [state, effects] = step(this.#state, event);
    this.#state = state;
    if (event.type === 'said' || event.type === 'mode') this.#vigil?.spoken();
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: Effect): void {
    if (this.#state === null) return;
    const { id } = this.#state;
    if (effect === 'open') {
      this.#over = Promise.withResolvers();
      this.#open(this.#state);
    }
    if (effect === 'reopen') void this.#letGo().then(() => this.#openAgain(id));
    if (effect === 'release') void this.#release(id);
    if (effect === 'publish') this.#links.changed(summary(this.#state, ++this.#revision));
  }

  #open({ id, agentId }: Conversation): void {
    this.#line = new AbortController();
    const { signal } = this.#line;
    const { now, mint, whenPrompt } = this.#links;
    const tell = (happening: Happening) => {
      if (signal.aborted) return;
      if (happening.type === 'connected') this.#vigil = new Vigil(this.#limits, tell, signal);
      this.#happen({ id, ...happening });
    };
    const heard = () => this.#vigil?.lineAlive();
    const ask = () => mint({ id, agentId });
    const plan = { mint: ask, tell, heard, whenPrompt, signal, now };
    this.#session = call(plan).catch((error) => {
      tell(happeningOf(error, now()));
      return null;
    });
  }

  /** Unless it was ended while the first line was let go. */
  #openAgain(id: string): void {
    if (this.#state?.id === id && this.#state.phase === 'connecting') this.#open(this.#state);
  }

  async #release(id: string): Promise<void> {
    await this.#letGo();
    this.#happen({ type: 'released', id });
    this.#over.resolve();
  }

  async #letGo(): Promise<void> {
    const line = this.#line;
    // A call still being opened is given up at once; one that is open says goodbye first.
    if (this.#state?.connectedAt === undefined) line.abort();
    const session = await this.#session;
    // Whatever the SDK makes of its goodbye, everything goes with the line.
    await session?.endSession().catch(() => {});
    line.abort();
    this.#vigil = null;
  }
}
