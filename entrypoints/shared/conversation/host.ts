import type { Command } from '../../../core/command.ts';
import {
  type Conversation,
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
import { type Glimpse, type Vitals, changeBetween } from '../../../core/feed.ts';
import type { LeaseReport, Line } from '../../../core/line.ts';
import type { Ending, Limits, StartOrder } from '../../../core/messages.ts';
import { type Result, failed, good } from '../../../core/result.ts';
import type { Call } from './call.ts';
import { dial } from './dial.ts';
import { introduce } from './introduce.ts';
import { keepLease } from './lease-keeper.ts';
import { type WhenPrompt, settleMicrophone } from './permission.ts';
import { happeningOf, whyNot } from './refusal.ts';
import { Vigil } from './vigil.ts';

/** What the host asks of the rest of the extension. */
export interface HostLinks {
  readonly mint: (order: { id: string; agentId: string }) => Promise<Result<Line>>;
  readonly reportLease: (report: LeaseReport) => Promise<number | null>;
  readonly changed: (conversation: Summary) => void;
  /** Whether the host's page can ask for the microphone itself. */
  readonly whenPrompt: WhenPrompt;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type Watcher = (change: Glimpse) => void;

/**
 * Holds the one conversation there is: microphone, SDK and speaker. What happens is decided by
 * core/conversation.ts; this carries it out.
 */
export class Host {
  readonly #links: HostLinks;
  readonly #watchers = new Set<Watcher>();
  #state: State = null;
  #revision = 0;
  #order: StartOrder | null = null;
  /** Where to, if the order said so: good for one call. */
  #given: Line | null = null;
  /** Aborting it lets go of everything the call holds. */
  #line = new AbortController();
  #call: Promise<Call | null> = Promise.resolve(null);
  #now: Call | null = null;
  #roundTrip: number | undefined;
  #over = Promise.withResolvers<void>();
  #vigil: Vigil | null = null;
  /** To be called once the conversation is connected, where a backend wants to hear of that. */
  #reportOn: (() => void) | null = null;

  constructor(links: HostLinks) {
    this.#links = links;
  }

  /** Begins a conversation; answers `busy` when there is one and it is not to be replaced. */
  async start(order: StartOrder): Promise<Result> {
    if (order.replace) await this.end({});
    if (isLive(this.#state)) return failed(failure('busy'));
    this.#order = order;
    this.#given = order.line ?? null;
    const { id, agentId, tabId, frameId, site, mode } = order;
    const at = this.#links.now();
    this.#happen({ type: 'start', id, agentId, tabId, frameId, site, mode, at });
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

  /** Does what the person asks; what cannot be done is answered, and the conversation goes on. */
  async command(what: Command): Promise<Result> {
    const call = isLive(this.#state) ? await this.#call : null;
    if (call === null || !isLive(this.#state)) return failed(failure('not_running'));
    const { id } = this.#state;
    try {
      if (what.do === 'continue by voice') await settleMicrophone(this.#links.whenPrompt);
      else await call.obey(what);
    } catch (error) {
      return failed(whyNot(error));
    }
    this.#note(what, id);
    return good(null);
  }

  /** Tells everything at once, and from then on what changes. */
  watch(watcher: Watcher, signal: AbortSignal): void {
    watcher(changeBetween(null, this.#state));
    this.#watchers.add(watcher);
    signal.addEventListener('abort', () => this.#watchers.delete(watcher));
  }

  /** How its sound stands now; null where there is none. */
  vitals(): Vitals | null {
    const levels = this.#now?.levels();
    if (!levels) return null;
    const roundTrip = this.#roundTrip;
    return { type: 'vitals', ...levels, ...(roundTrip !== undefined && { roundTrip }) };
  }

  /** What a command makes of the conversation itself. */
  #note(what: Command, id: string): void {
    const at = this.#links.now();
    this.#vigil?.spoken();
    if (what.do === 'mute') this.#happen({ type: 'muted', id, muted: what.muted });
    if (what.do === 'like') {
      this.#happen({ type: 'liked', id, eventId: what.eventId, liked: what.liked });
    }
    if (what.do === 'continue by voice') this.#happen({ type: 'voice asked', id, at });
    if (what.do === 'write') {
      this.#happen({ type: 'said', id, turn: { kind: 'turn', role: 'user', text: what.text, at } });
    }
  }

  #happen(event: Event): void {
    const before = this.#state;
    const [state, effects] = step(before, event);
    this.#state = state;
    if (['said', 'part', 'mode'].includes(event.type)) this.#vigil?.spoken();
    if (state !== before) {
      for (const watcher of this.#watchers) watcher(changeBetween(before, state));
    }
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

  #open(conversation: Conversation): void {
    const order = this.#order;
    if (order === null) return;
    this.#line = new AbortController();
    const { now } = this.#links;
    const listeners = this.#listeners(conversation.id, order.limits);
    const plan = this.#plan(conversation, order);
    this.#call = dial({ ...plan, ...listeners, signal: this.#line.signal }).then(
      (call) => this.#begin(call, order, conversation),
      (error) => {
        listeners.tell(happeningOf(error, now()));
        return null;
      },
    );
  }

  #plan(conversation: Conversation, { attributes, sound }: StartOrder) {
    const { whenPrompt } = this.#links;
    const { mode } = conversation;
    return { mode, attributes, sound, whenPrompt, mint: () => this.#mint(conversation) };
  }

  async #mint({ id, agentId }: Conversation): Promise<Result<Line>> {
    const { signal } = this.#line;
    const given = this.#given;
    this.#given = null;
    const line = given ? good(given) : await this.#links.mint({ id, agentId });
    const lease = line.ok && line.value.lease;
    this.#reportOn = lease
      ? keepLease(lease, (isOver) => void this.#report(lease.id, isOver), signal)
      : null;
    return line;
  }

  async #report(leaseId: string, isOver: boolean): Promise<void> {
    const conversation = this.#now?.conversation() ?? null;
    const left = await this.#links.reportLease({ leaseId, conversation, isOver });
    if (left !== null) this.#vigil?.budgetLeft(left);
  }

  #listeners(id: string, limits: Limits) {
    const { signal } = this.#line;
    const tell = (happening: Happening) => {
      if (signal.aborted) return;
      if (happening.type === 'connected') this.#vigil = new Vigil(limits, tell, signal);
      this.#happen({ id, ...happening });
    };
    return {
      tell,
      heard: () => this.#vigil?.lineAlive(),
      measured: (roundTrip: number) => (this.#roundTrip = roundTrip),
      now: this.#links.now,
    };
  }

  async #begin(call: Call, order: StartOrder, conversation: Conversation): Promise<Call> {
    this.#now = call;
    this.#reportOn?.();
    await introduce(call, order, conversation);
    const isNew = conversation.entries.length === 0;
    if (isNew && order.text) void this.command({ do: 'write', text: order.text });
    return call;
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
    const call = await this.#call;
    // Whatever the SDK makes of its goodbye, everything goes with the line.
    await call?.end().catch(() => {});
    line.abort();
    this.#now = null;
    this.#vigil = null;
  }
}
