import type { ReadonlySignal } from '@preact/signals';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Switch } from '../shared/ui/switch.tsx';
import { Saved } from './saved.tsx';
import { Section } from './section.tsx';
import type { SelectorDraft } from './selector-draft.ts';
import { SelectorField } from './selector-field.tsx';

interface Props {
  readonly card: SelectorDraft;
  readonly button: SelectorDraft;
  readonly allowPublicAgents: ReadonlySignal<boolean>;
  readonly onReset: () => void;
  readonly onAllow: (allow: boolean) => void;
}

/** What a card is, and which agents it may talk to. */
export function CardsSection({ card, button, allowPublicAgents, onReset, onAllow }: Props) {
  const reset = () => {
    card.discard();
    button.discard();
    onReset();
  };
  return (
    <Section id="cards" about={t('options_cards_about')}>
      <SelectorField
        label={t('options_card_selector')}
        hint={t('options_card_selector_hint')}
        draft={card}
      />
      <SelectorField
        label={t('options_button_selector')}
        hint={t('options_button_selector_hint')}
        draft={button}
      />
      <div class="row">
        <Button onClick={reset}>{t('options_reset')}</Button>
        <Saved when={card.hasSaved.value || button.hasSaved.value} />
      </div>
      <hr />
      <Switch
        label={t('options_public_agents')}
        hint={t('options_public_agents_hint')}
        on={allowPublicAgents.value}
        onChange={onAllow}
      />
    </Section>
  );
}
