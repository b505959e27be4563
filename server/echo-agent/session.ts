import type { Clock } from '../clock.ts';
import { Asides } from './asides.ts';
import { type Step, stepsOf } from './commands.ts';
import * as frames from './frames.ts';
import { type ClientFrame, type Initiation, type ToolResult, readFrame } from './incoming.ts';
import { samplesOf } from './pcm.ts';
import { Speaker } from './speaker.ts';
import { type Utterance, UtteranceDetector } from './utterance.ts';

/** What a session takes from its connection. */
export interface SessionOptions {
  readonly clock: Clock;
  readonly random: () => string;
  /** What is said first, in words and as sound. */
  readonly greeting: { readonly text: string; readonly samples: Int16Array };
  readonly send: (text: string) => void;
  readonly close: (code: number, reason: string) => void;
  /** Ends with the connection. */
  readonly signal: AbortSignal;
}

const PING_MS = 2000;
/** A voice takes a moment; and under Node the SDK misses what comes along with the metadata. */
const GREETING_DELAY_MS = 100;
/** Who speaks this long over the agent wants to be heard; less is a cough or a "yes". */
const INTERRUPT_MS = 250;

/** One conversation with the echo agent, from the client's opening message to the close. */
export class Session {
  readonly #options: SessionOptions;
  readonly #speaker: Speaker;
  readonly #detector = new UtteranceDetector();
  readonly #asides = new Asides();
  readonly #calls = new Map<string, frames.ToolCall>();
  /** Settles when the agent has spoken first; null before the opening message. */
  #greeted: Promise<void> | null = null;
  #textOnly = false;
  #silent = false;
  #eventId = 0;
  #ping = { id: 0, sentAt: 0 };
  #roundTripMs: number | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { clock, signal } = options;
    this.#speaker = new Speaker({ clock, signal, send: (frame) => this.#send(frame) });
  }

  /** Takes in a message of the client. */
  receive(text: string): void {
    const frame = readFrame(text);
    if (frame === 'unreadable') return this.#options.close(1008, 'Invalid message: not JSON.');
    if (frame === 'ignored' || this.#silent) return;
    if (frame.type === 'conversation_initiation_client_data') this.#begin(frame);
    else if (this.#greeted) this.#act(frame, this.#greeted);
  }

  #begin({ conversation_config_override: override }: Initiation): void {
    if (this.#greeted) return;
    this.#textOnly = override?.conversation?.text_only ?? false;
    this.#send(frames.metadata(`conv_${this.#options.random()}`));
    this.#greeted = this.#greet(this.#nextId());
    void this.#greeted.then(() => this.#keepPinging());
  }

  async #greet(id: number): Promise<void> {
    const { clock, greeting, signal } = this.#options;
    await clock.wait(GREETING_DELAY_MS, signal);
    this.#say(greeting.text, id, greeting.samples);
  }

  #act(frame: Exclude<ClientFrame, Initiation>, greeted: Promise<void>): void {
    switch (frame.type) {
      case 'audio':
        return this.#hear(samplesOf(Buffer.from(frame.user_audio_chunk, 'base64')));
      case 'pong':
        return this.#measure(frame.event_id);
      case 'user_message':
        return void greeted.then(() => this.#answer(frame.text));
      case 'client_tool_result':
        return this.#useTool(frame);
      default:
        return this.#asides.add(frame);
    }
  }

  #hear(samples: Int16Array): void {
    const utterances = this.#detector.push(samples);
    if (this.#speaker.speaking && this.#detector.loudMs >= INTERRUPT_MS) this.#interrupt();
    for (const utterance of utterances) {
      // What was too short to interrupt needs no answer either.
      if (!this.#speaker.speaking) this.#echo(utterance);
    }
  }

  #echo({ samples, seconds }: Utterance): void {
    const id = this.#nextId();
    const length = seconds.toFixed(1);
    this.#send(frames.userTranscript(`(${length} s of speech)`, id));
    this.#say(`You spoke for ${length} seconds. You said:`, id, samples);
  }

  #interrupt(): void {
    this.#speaker.stop();
    this.#send(frames.interruption(this.#nextId()));
  }

  #answer(text: string): void {
    const steps = stepsOf(text, () => `tool_${this.#options.random()}`);
    if (steps === null) this.#say(text, this.#nextId());
    else void this.#perform(steps);
  }

  async #perform(steps: readonly Step[]): Promise<void> {
    const id = this.#nextId();
    const { clock, signal } = this.#options;
    for (const step of steps) {
      if (step.do === 'wait') await clock.wait(step.ms, signal);
      else this.#do(step, id);
    }
  }

  #do(step: Exclude<Step, { do: 'wait' }>, id: number): void {
    switch (step.do) {
      case 'send':
        return this.#send(step.frame(id));
      case 'say':
        return this.#say(step.text, id, step.aloud ? this.#options.greeting.samples : undefined);
      case 'call':
        return void this.#calls.set(step.call.id, step.call);
      case 'interrupt':
        return this.#interrupt();
      case 'recall':
        return this.#say(this.#asides.text(), id);
      case 'silence':
        return void (this.#silent = true);
      case 'close':
        return this.#options.close(step.code, step.reason);
    }
  }

  #useTool({ tool_call_id, result, is_error }: ToolResult): void {
    const id = this.#nextId();
    const call = this.#calls.get(tool_call_id);
    if (call) this.#send(frames.toolResponse(call, is_error, id));
    this.#calls.delete(tool_call_id);
    this.#say(result, id);
  }

  async #keepPinging(): Promise<void> {
    const { clock, signal } = this.#options;
    while (!signal.aborted) {
      this.#ping = { id: this.#ping.id + 1, sentAt: clock.now() };
      this.#send(frames.ping(this.#ping.id, this.#roundTripMs));
      await clock.wait(PING_MS, signal);
    }
  }

  #measure(pongId: number): void {
    if (pongId === this.#ping.id) this.#roundTripMs = this.#options.clock.now() - this.#ping.sentAt;
  }

  #say(text: string, id: number, samples?: Int16Array): void {
    this.#send(frames.agentResponse(text, id));
    if (samples && !this.#textOnly) void this.#speaker.speak(samples, id);
  }

  #nextId(): number {
    return ++this.#eventId;
  }

  #send(frame: frames.Frame): void {
    if (!this.#silent) this.#options.send(JSON.stringify(frame));
  }
}
