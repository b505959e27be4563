import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { State } from '../../core/conversation.ts';
import type { FoundCard } from '../../core/messages.ts';
import type { Settings } from '../../core/settings.ts';
import type { Site } from '../../core/site.ts';
import type { Agent, BackendAnswer } from '../shared/backend.ts';
import type { Enabling } from '../shared/ui/enable-site.ts';
import { seen } from '../shared/ui/talk.ts';
import { listCards, readCards } from './cards.ts';
import type { Subject } from './subject.ts';

/** What the popup needs from the outside. */
export interface PopupDoors {
  /** Which page the popup is about, and on which site it is by now. */
  readonly findSubject: () => Promise<Subject>;
  /** Must be called in a click's own task. */
  readonly enable: (site: Site) => Promise<Enabling>;
  readonly disable: (site: Site) => Promise<boolean>;
  /** Rejects where the page has no content script. */
  readonly cards: (tabId: number) => Promise<FoundCard[]>;
  /** Rejects where there is no conversation host. */
  readonly look: () => Promise<State>;
  readonly end: () => Promise<void>;
  readonly fetchAgents: (backendUrl: string) => Promise<BackendAnswer<Agent[] | null>>;
  readonly now: () => number;
}

/** What the popup knows and can do. */
export type PopupModel = ReturnType<typeof createPopupModel>;

/** What the popup knows of one page and of the conversation there is. */
export function createPopupModel(
  about: Subject,
  settings: ReadonlySignal<Settings>,
  doors: PopupDoors,
) {
  const subject = signal(about);
  const found = signal<readonly FoundCard[] | null>(null);
  const conversation = signal<State>(null);
  const now = signal(doors.now());
  const names = agentNames(settings, doors);
  const voice = voiceSwitch(subject, settings, doors);

  /** Looks again at the page and at the host; neither tells us of its own accord. */
  async function refresh(): Promise<void> {
    now.value = doors.now();
    // Where voice is off nobody listens; asking in vain would fill the browser's list of errors.
    const tabId = voice.isOn.value ? subject.value.tabId : null;
    const [next, cards, state] = await Promise.all([
      doors.findSubject(),
      tabId === null ? [] : doors.cards(tabId).catch(() => []),
      doors.look().catch(() => null),
    ]);
    subject.value = next;
    found.value = readCards(cards);
    conversation.value = seen(conversation.value, state);
  }

  return {
    subject,
    conversation,
    now,
    names,
    /** Null until the page has been asked. */
    cards: computed(() => found.value && listCards(found.value, names.value)),
    voice,
    refresh,
    endConversation: () => doors.end().then(refresh, refresh),
  };
}

/** The agents' names by their ids; none while the backend does not tell. */
function agentNames(settings: ReadonlySignal<Settings>, { fetchAgents }: PopupDoors) {
  const names = signal<ReadonlyMap<string, string>>(new Map());
  const backendUrl = computed(() => settings.value.backendUrl);
  const load = async (asked: string) => {
    const answer = await fetchAgents(asked);
    if (asked !== backendUrl.peek()) return;
    const agents = (answer.ok && answer.value) || [];
    names.value = new Map(agents.map(({ id, name }) => [id, name]));
  };
  effect(() => void load(backendUrl.value));
  return names;
}

function voiceSwitch(
  subject: ReadonlySignal<Subject>,
  settings: ReadonlySignal<Settings>,
  { enable, disable }: PopupDoors,
) {
  const isBusy = signal(false);
  const outcome = signal<Enabling | null>(null);
  return {
    isOn: computed(() => settings.value.sites.some((site) => site === subject.value.site)),
    isBusy,
    /** How the last change came out; null while there is nothing to say. */
    outcome,
    async turn(on: boolean): Promise<void> {
      const { site } = subject.value;
      if (site === null) return;
      isBusy.value = true;
      outcome.value = null;
      const changing = on ? enable(site) : disable(site).then((done) => (done ? null : 'failed'));
      outcome.value = await changing;
      isBusy.value = false;
    },
  };
}
