import { t } from '../shared/text.ts';
import { State } from '../shared/ui/state.tsx';
import type { ListedCard } from './cards.ts';
import type { PopupModel } from './popup-model.ts';

interface Props {
  readonly model: PopupModel;
}

/** The cards on the page, with what each of them is doing, or why it cannot. */
export function CardList({ model }: Props) {
  const cards = model.cards.value;
  if (cards === null) return null;
  if (cards.length === 0) return <NoCards model={model} />;
  return (
    <ul class="plain-list ruled cards" aria-labelledby="cards-title" tabIndex={0}>
      {cards.map((card) => (
        <Card card={card} />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly card: ListedCard;
}

function Card({ card: { name, state, ailment } }: CardProps) {
  return (
    <li>
      <div class="row apart">
        <span class="card-name">
          {/* The page chose these words; they must not turn ours around. */}
          <bdi>{name}</bdi>
        </span>
        {ailment === null ? (
          <State state={state}>{t(`card_state_${state}`)}</State>
        ) : (
          <State state="error">{t('popup_card_ill')}</State>
        )}
      </div>
      {ailment && <p class="hint">{t(`popup_card_${ailment}`)}</p>}
    </li>
  );
}

function NoCards({ model }: Props) {
  const found = model.findings.value;
  if (!model.voice.isOn.value) return <p class="muted">{t('popup_cards_off')}</p>;
  if (found?.isOpen === false) return <p class="muted">{t('popup_cards_closed')}</p>;
  return (
    <>
      <p class="muted">{t('popup_cards_none')}</p>
      {found !== null && found.foreignFrames > 0 && (
        <p class="hint">{t('popup_cards_frames', found.foreignFrames)}</p>
      )}
    </>
  );
}
