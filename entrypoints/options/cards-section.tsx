import type { ReadonlySignal } from '@preact/signals';
import type { Policy } from '../../core/policy.ts';
import { t } from '../shared/text.ts';
import { Button } from '../shared/ui/button.tsx';
import { Switch } from '../shared/ui/switch.tsx';
import { Locked } from './locked.tsx';
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
  readonly policy: ReadonlySignal<Policy>;
}

/** What a card is, and which agents it may talk to. */
export function CardsSection(props: Props) {
  const { card, button, allowPublicAgents, onReset, onAllow, policy } = props;
  const reset = () => {
    card.discard();
    button.discard();
    onReset();
  };
  return (
    <Section id="cards" about={t('options_cards_about')}>
      <Locked policy={policy.value} names={['cardSelector', 'buttonSelector']}>
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
      </Locked>
      <hr />
      <Locked policy={policy.value} names={['allowPublicAgents']}>
        <Switch
          label={t('options_public_agents')}
          hint={t('options_public_agents_hint')}
          on={allowPublicAgents.value}
          onChange={onAllow}
        />
      </Locked>
    </Section>
  );
}
