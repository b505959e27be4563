import type { Candidate } from '../../core/aim.ts';
import type { Corner } from '../../core/mark.ts';

/** As the real one: how far it stays from the corner, and how large it is, in pixels. */
const INSET = 8;
const SIZE = 36;

interface Props {
  readonly candidate: Candidate;
  readonly corner: Corner;
  /** How the card is called. */
  readonly label: string;
}

/** The button that the card will have, where it will be. */
export function Preview({ candidate, corner, label }: Props) {
  const { x, y, width, height } = candidate.box;
  const isLeft = corner.endsWith('start') !== candidate.isRightToLeft;
  const inset = Math.min(INSET, (height - SIZE) / 2);
  const left = isLeft ? x + INSET : x + width - INSET - SIZE;
  const top = corner.startsWith('top') ? y + inset : y + height - inset - SIZE;
  return (
    <div class="preview" style={{ translate: `${left}px ${top}px` }} aria-hidden="true">
      <span class="own">
        <svg viewBox="0 0 24 24">
          <path d="M12 15a4 4 0 0 0 4-4V6a4 4 0 0 0-8 0v5a4 4 0 0 0 4 4ZM19 11a1 1 0 1 0-2 0 5 5 0 0 1-10 0 1 1 0 1 0-2 0 7 7 0 0 0 6 6.9V21a1 1 0 1 0 2 0v-3.1A7 7 0 0 0 19 11Z" />
        </svg>
      </span>
      {label !== '' && <bdi class="tooltip">{label}</bdi>}
    </div>
  );
}
