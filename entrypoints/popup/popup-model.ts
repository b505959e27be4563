import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { State } from '../../core/conversation.ts';
import type { Failure } from '../../core/failure.ts';
import { isEnabledAt } from '../../core/enabled.ts';
import type { Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings.ts';
import type { Site } from '../../core/site.ts';
import type { Agent, BackendAnswer } from '../shared/backend.ts';
import { liveCatalogue } from '../shared/ui/catalogue.ts';
import type { Enabling } from '../shared/ui/enable-site.ts';
import { seen } from '../shared/ui/talk.ts';
import { listCards } from './cards.ts';
import { type DoctorDoors, type Findings, NOTHING, examine } from './doctor.ts';
import { type LostMarksDoors, createLostMarks } from './lost-marks.ts';
import type { Subject } from './subject.ts';

/** What the popup needs from the outside. */
export interface PopupDoors extends DoctorDoors, LostMarksDoors {
  /** Which page the popup is about, and on which site it is by now. */
  readonly findSubject: () => Promise<Subject>;
  /** Must be called in a click's own task. */
  readonly enable: (site: Site) => Promise<Enabling>;
  readonly switchOff: (address: string) => Promise<boolean>;
  /** Rejects where there is no conversation host. */
  readonly look: () => Promise<State>;
  /** What is known of a conversation that was lost with its host. */
  readonly lookBack: () => Promise<State>;
  readonly end: () => Promise<void>;
  /** Must be called in a click's own task; rejects where the browser would not. */
  readonly openPanel: (windowId: number) => Promise<void>;
  /** Has the person pick an element of a page, and makes way for that. */
  readonly pick: (tabId: number) => Promise<Result>;
  /** Whether that works where voice is off: else it is switched on first. */
  readonly picksWhereOff: boolean;
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
  const findings = signal<Findings | null>(null);
  const conversation = signal<State>(null);
  const now = signal(doors.now());
  const catalogue = liveCatalogue(settings, doors.fetchAgents);
  const voice = voiceSwitch(subject, settings, doors);
  const seenMarks = computed(() => findings.value?.marks ?? []);
  const lostMarks = createLostMarks(seenMarks, doors);

  /** Looks again at the page and at the host; neither tells us of its own accord. */
  async function refresh(): Promise<void> {
    now.value = doors.now();
    // Where voice is off nobody is to look.
    const tabId = voice.isOn.value ? subject.value.tabId : null;
    const [next, found, state] = await Promise.all([
      doors.findSubject(),
      tabId === null ? NOTHING : examine(tabId, settings.value, doors),
      doors.look().catch(doors.lookBack),
      lostMarks.refresh(),
    ]);
    subject.value = next;
    findings.value = found;
    conversation.value = seen(conversation.value, state);
  }

  return {
    subject,
    conversation,
    now,
    catalogue,
    /** What was found on the page; null until it has been looked into. */
    findings,
    cards: computed(() => {
      const { allowPublicAgents } = settings.value;
      const found = findings.value;
      return found && listCards(found.cards, catalogue.names.value, allowPublicAgents);
    }),
    voice,
    lostMarks,
    refresh,
    panel: panelButton(subject, doors),
    picking: markButton(subject, voice, doors),
    endConversation: () => doors.end().then(refresh, refresh),
  };
}

function panelButton(subject: ReadonlySignal<Subject>, { openPanel }: PopupDoors) {
  const isRefused = signal(false);
  return {
    isRefused,
    /** Must be called in a click's own task. */
    async open(): Promise<void> {
      const { windowId } = subject.value;
      if (windowId === null) return;
      isRefused.value = await openPanel(windowId).then(
        () => false,
        () => true,
      );
    },
  };
}

function markButton(
  subject: ReadonlySignal<Subject>,
  voice: ReturnType<typeof voiceSwitch>,
  { pick, picksWhereOff }: PopupDoors,
) {
  const failure = signal<Failure | null>(null);
  return {
    /** Why nothing can be marked; null while there is nothing to say. */
    failure,
    /** Must be called in a click's own task. */
    async start(): Promise<void> {
      const { tabId } = subject.value;
      if (tabId === null) return;
      if (!picksWhereOff && !voice.isOn.value) {
        await voice.turn(true);
        if (voice.outcome.value !== 'enabled') return;
      }
      const answer = await pick(tabId);
      failure.value = answer.ok ? null : answer.failure;
    },
  };
}

/** Why nothing on this page, or on any, can start; null where nothing is in the way. */
export function obstacle(
  { catalogue, voice }: Pick<PopupModel, 'catalogue' | 'voice'>,
  microphone: PermissionState,
): Failure | null {
  if (!voice.isOn.value) return null;
  if (catalogue.trouble.value) return catalogue.trouble.value;
  if (microphone === 'denied') return { code: 'microphone_denied' };
  return microphone === 'prompt' ? { code: 'microphone_prompt' } : null;
}

function voiceSwitch(
  subject: ReadonlySignal<Subject>,
  settings: ReadonlySignal<Settings>,
  { enable, switchOff }: PopupDoors,
) {
  const isBusy = signal(false);
  const outcome = signal<Enabling | null>(null);
  return {
    isOn: computed(() => isEnabledAt(settings.value, URL.parse(subject.value.address ?? ''))),
    isBusy,
    /** How the last change came out; null while there is nothing to say. */
    outcome,
    async turn(on: boolean): Promise<void> {
      const { site, address } = subject.value;
      if (site === null || address === null) return;
      isBusy.value = true;
      outcome.value = null;
      const off = () => switchOff(address).then((done) => (done ? null : ('failed' as const)));
      outcome.value = await (on ? enable(site) : off());
      isBusy.value = false;
    },
  };
}
