import { t } from '../text.ts';
import { Icon } from './icon.tsx';
import type { Sound } from './sound.ts';

interface Props {
  readonly sound: Pick<Sound, 'hold' | 'isHeld'>;
}

/** Opens the microphone for as long as it is held, by pointer or by key. */
export function HoldButton({ sound: { hold, isHeld } }: Props) {
  const isKey = (key: string) => key === ' ' || key === 'Enter';
  return (
    <button
      type="button"
      class={`button hold${isHeld.value ? ' held' : ''}`}
      aria-pressed={isHeld.value}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Wherever the pointer is let go, this button hears of it.
        event.currentTarget.setPointerCapture(event.pointerId);
        hold(true);
      }}
      onPointerUp={() => hold(false)}
      onPointerCancel={() => hold(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isKey(event.key)) return;
        event.preventDefault();
        hold(true);
      }}
      onKeyUp={(event) => isKey(event.key) && hold(false)}
      onBlur={() => hold(false)}
    >
      <Icon name="microphone" /> {t('controls_hold')}
    </button>
  );
}
