import { type ReadonlySignal, computed } from '@preact/signals';
import type { Place } from '../../core/enabled.ts';
import type { Policy } from '../../core/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import type { SettingsTrouble } from '../shared/settings-store.ts';
import { t } from '../shared/text.ts';
import type { LiveDevices } from '../shared/ui/devices.ts';
import { Brand } from '../shared/ui/page.tsx';
import { AboutSection } from './about-section.tsx';
import { type AccessDoors, createAccessForm } from './access-form.ts';
import { createApprovalsList } from './approvals-list.ts';
import { type BackendDoors, createBackendForm } from './backend-form.ts';
import { BackendSection } from './backend-section.tsx';
import { CardsSection } from './cards-section.tsx';
import { MarksSection } from './marks-section.tsx';
import type { MarksParts } from './marks-parts.ts';
import { Navigation } from './navigation.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { createReset } from './reset.ts';
import type { SectionId } from './sections.ts';
import { createSelectorDraft } from './selector-draft.ts';
import type { Shortcut } from './shortcuts.ts';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { type SitesDoors, createSitesList } from './sites-list.ts';
import { SitesSection } from './sites-section.tsx';
import { SoundSection } from './sound-section.tsx';
import type { Transcripts } from './transcripts.ts';
import { type TransferDoors, createTransfer } from './transfer.ts';
import { Trouble } from './trouble.tsx';

/** What the options page needs from the outside. */
export interface OptionsDoors
  extends SitesDoors, TransferDoors, AccessDoors, Omit<BackendDoors, 'store'> {
  readonly policy: ReadonlySignal<Policy>;
  readonly marks: MarksParts;
  readonly query: (selector: string) => unknown;
  /** What was wrong with the stored settings when the page was opened. */
  readonly trouble: SettingsTrouble;
  /** The section that the address names. */
  readonly current: ReadonlySignal<SectionId | null>;
  readonly devices: LiveDevices;
  readonly shortcuts: ReadonlySignal<readonly Shortcut[]>;
  readonly transcripts: Transcripts;
  /** Where the browser's own settings switched voice off. */
  readonly revoked: ReadonlySignal<readonly Place[]>;
  readonly version: string;
  readonly diagnostics: ReadonlySignal<string>;
}

/** Everything the person can set. */
export function createOptionsPage(settings: ReadonlySignal<Settings>, doors: OptionsDoors) {
  const setting = <K extends keyof Settings>(key: K) => computed(() => settings.value[key]);
  const { change, policy } = doors;
  const store = (backendUrl: string) => change({ backendUrl });
  const backend = createBackendForm(setting('backendUrl'), { ...doors, store });
  const access = createAccessForm(setting('backendUrl'), doors);
  const sites = createSitesList(setting('sites'), doors);
  const approvals = createApprovalsList(setting('approvals'), change);
  const cards = createCardsForm(settings, doors);
  const reset = createReset(settings, change);
  const transfer = createTransfer(settings, doors);
  return (
    <div class="page options">
      <header class="stack">
        <Brand />
        <h1>{t('options')}</h1>
      </header>
      <Navigation current={doors.current} />
      <main class="sections">
        <Trouble {...doors.trouble} />
        <BackendSection form={backend} access={access} policy={policy} />
        <SitesSection
          list={sites}
          left={setting('sitesOff')}
          revoked={doors.revoked}
          approvals={approvals}
          policy={policy}
        />
        <CardsSection {...cards} policy={policy} />
        <MarksSection {...doors.marks} />
        <SoundSection
          settings={settings}
          devices={doors.devices}
          policy={policy}
          onChange={(changed) => void change(changed)}
        />
        <PrivacySection reset={reset} transcripts={doors.transcripts} transfer={transfer} />
        <ShortcutsSection shortcuts={doors.shortcuts} />
        <AboutSection version={doors.version} diagnostics={doors.diagnostics} />
      </main>
    </div>
  );
}

function createCardsForm(
  settings: ReadonlySignal<Settings>,
  { change, query }: Pick<OptionsDoors, 'change' | 'query'>,
) {
  const { cardSelector, buttonSelector } = DEFAULT_SETTINGS;
  const draft = (key: 'cardSelector' | 'buttonSelector') =>
    createSelectorDraft(
      computed(() => settings.value[key]),
      { query, store: (selector) => change({ [key]: selector }) },
    );
  return {
    card: draft('cardSelector'),
    button: draft('buttonSelector'),
    allowPublicAgents: computed(() => settings.value.allowPublicAgents),
    onReset: () => void change({ cardSelector, buttonSelector }),
    onAllow: (allowPublicAgents: boolean) => void change({ allowPublicAgents }),
  };
}
