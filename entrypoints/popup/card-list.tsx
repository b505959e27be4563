import { t } from '../shared/text.ts';
import { State } from '../shared/ui/state.tsx';
import type { ListedCard } from './cards.ts';
import type { PopupModel } from './popup-model.ts';

interface Props {
  readonly model: PopupModel;
}

/** The cards on the page, with what each of them is doing. */
export function CardList({ model }: Props) {
  const cards = model.cards.value;
  if (cards === null) return null;
  if (cards.length > 0) {
    return (
      <ul class="plain-list ruled" aria-labelledby="cards-title">
        {cards.map((card) => (
          <Card card={card} />
        ))}
      </ul>
    );
  }
  const isOn = model.voice.isOn.value;
  return <p class="muted">{isOn ? t('popup_cards_none') : t('popup_cards_off')}</p>;
}

interface CardProps {
  readonly card: ListedCard;
}

function Card({ card }: CardProps) {
  return (
    <li class="row apart">
      {/* The page chose these words; they must not turn ours around. */}
      <bdi class="card-name">{card.name}</bdi>
      {card.isValid ? (
        <State state={card.state}>{t(`card_state_${card.state}`)}</State>
      ) : (
        <State state="error">{t('popup_card_invalid')}</State>
      )}
    </li>
  );
}
