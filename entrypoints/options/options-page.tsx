import { type ReadonlySignal, computed } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import type { SettingsTrouble } from '../shared/settings-store.ts';
import { t } from '../shared/text.ts';
import { Brand } from '../shared/ui/page.tsx';
import { type BackendDoors, createBackendForm } from './backend-form.ts';
import { BackendSection } from './backend-section.tsx';
import { CardsSection } from './cards-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { createSelectorDraft } from './selector-draft.ts';
import { type SitesDoors, createSitesList } from './sites-list.ts';
import { SitesSection } from './sites-section.tsx';
import { Trouble } from './trouble.tsx';

/** What the options page needs from the outside. */
export interface OptionsDoors extends SitesDoors, Omit<BackendDoors, 'store'> {
  readonly change: (change: Partial<Settings>) => Promise<void>;
  readonly query: (selector: string) => unknown;
  /** What was wrong with the stored settings when the page was opened. */
  readonly trouble: SettingsTrouble;
}

/** Everything the person can set. */
export function createOptionsPage(settings: ReadonlySignal<Settings>, doors: OptionsDoors) {
  const setting = <K extends keyof Settings>(key: K) => computed(() => settings.value[key]);
  const { change, query, trouble } = doors;
  const store = (backendUrl: string) => change({ backendUrl });
  const backend = createBackendForm(setting('backendUrl'), { ...doors, store });
  const sites = createSitesList(setting('sites'), doors);
  const card = createSelectorDraft(setting('cardSelector'), {
    query,
    store: (cardSelector) => change({ cardSelector }),
  });
  const button = createSelectorDraft(setting('buttonSelector'), {
    query,
    store: (buttonSelector) => change({ buttonSelector }),
  });
  const { cardSelector, buttonSelector } = DEFAULT_SETTINGS;
  return (
    <main class="page">
      <Brand />
      <h1>{t('options')}</h1>
      <Trouble {...trouble} />
      <BackendSection form={backend} />
      <SitesSection list={sites} />
      <CardsSection
        card={card}
        button={button}
        allowPublicAgents={setting('allowPublicAgents')}
        onReset={() => void change({ cardSelector, buttonSelector })}
        onAllow={(allowPublicAgents) => void change({ allowPublicAgents })}
      />
      <LimitsSection
        maxLength={setting('maxLengthSeconds')}
        silence={setting('silenceSeconds')}
        onChange={(limits) => void change(limits)}
      />
    </main>
  );
}
