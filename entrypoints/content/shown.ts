import type { CardState, CardView } from '../../core/card.ts';
import type { PageButton } from './page-button.ts';

/** What is to show on a card. */
export type Shows = Pick<CardView, 'state' | 'failure'>;

/** What a card was last given to show. */
export interface Shown {
  readonly agentId: string;
  readonly state: CardState;
  /** The page's own button; null on a bare card. */
  readonly button: PageButton | null;
}
