import type { ReadonlySignal } from '@preact/signals';
import type { Command } from '../../../core/command.ts';
import type { Conversation, Mode } from '../../../core/conversation.ts';
import type { Glimpse } from '../../../core/feed.ts';
import type { FoundCard, PageWish } from '../../../core/messages.ts';
import type { Answer, Question } from '../../../core/question.ts';
import type { Result } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Agent, BackendAnswer } from '../backend.ts';

/** Where the panel sees the conversation; it is the same whether its host is in this page or not. */
export interface View {
  /** Tells at once how things stand, and then every change. */
  readonly watch: (listener: (glimpse: Glimpse) => void, signal: AbortSignal) => void;
  /** Whether the sound is to be told of too; in vain while nobody sees the panel. */
  readonly wantVitals: (wanted: boolean) => void;
}

/** The page a person looks at beside the panel, with what can be talked to there. */
export interface Beside {
  readonly tabId: number;
  readonly cards: readonly FoundCard[];
}

/** The parts of a device that matter here. */
export type Device = Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>;

/** What the panel needs from the outside. */
export interface PanelDoors {
  readonly view: View;
  readonly settings: ReadonlySignal<Settings>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<void>;
  readonly command: (command: Command) => Promise<Result>;
  readonly start: (wish: PageWish) => Promise<Result>;
  readonly callAgain: (mode: Mode) => Promise<Result>;
  readonly end: () => Promise<void>;
  /** Whether the extension may use the microphone. */
  readonly microphone: ReadonlySignal<PermissionState>;
  /** The question that waits for the person; null is none. */
  readonly question: ReadonlySignal<Question | null>;
  readonly answer: (id: string, answer: Answer) => Promise<Result>;
  readonly fetchAgents: (backendUrl: string) => Promise<BackendAnswer<Agent[] | null>>;
  /** Null where no page is open. */
  readonly findBeside: () => Promise<Beside | null>;
  readonly devices: () => Promise<readonly Device[]>;
  /** Transcripts kept from earlier in this browser session, newest first. */
  readonly kept: ReadonlySignal<readonly Conversation[]>;
  /** Looks again at what each of them has become. */
  readonly refreshKept: () => Promise<void>;
  /** Forgets one of them, or all. */
  readonly forget: (id?: string) => Promise<void>;
  readonly copy: (text: string) => Promise<void>;
  readonly save: (name: string, text: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
