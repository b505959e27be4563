import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly icon: IconName;
  /** What it is called, and what stands beside the pointer. */
  readonly label: string;
  readonly onClick: () => void;
  /** Whether it is on, for a button that stays so. */
  readonly pressed?: boolean;
  /** Whether it shows what it controls, for a button that opens something. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly kind?: 'plain' | 'danger' | 'small';
}

/** A round button with an icon and a name. */
export function IconButton(props: Props) {
  const { icon, label, onClick, pressed, expanded, disabled = false, kind = 'plain' } = props;
  return (
    <button
      type="button"
      class={`icon-button ${kind}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      // It keeps the keyboard's place while it has nothing to do.
      aria-disabled={disabled}
      onClick={() => disabled || onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
