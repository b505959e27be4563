import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly on: boolean;
  /** Whether the last change is still on its way. */
  readonly busy?: boolean;
  readonly hint?: string;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, and changes at once. */
export function Switch({ label, on, busy = false, hint, onChange }: Props) {
  const id = useId();
  return (
    <div class="stack">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-busy={busy}
        aria-describedby={hint ? id : undefined}
        onClick={() => onChange(!on)}
      >
        <span dir="auto">{label}</span>
        <span class="track" aria-hidden="true">
          <span class="thumb" />
        </span>
      </button>
      {hint && (
        <p class="hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
