import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Called when the person leaves the field or presses Enter after a change. */
  readonly onCommit?: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with the value; nothing while it is fine. */
  readonly error?: string | null;
  /** Whether the value is code and not prose. */
  readonly code?: boolean;
  readonly inputMode?: 'text' | 'url';
}

/** A text box with its label, a hint and a place for what is wrong. */
export function Field({ label, value, onInput, onCommit, hint, error, code, inputMode }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class={code ? 'code' : ''}
        type="text"
        dir={code ? 'ltr' : 'auto'}
        inputMode={inputMode}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={value}
        aria-invalid={error ? 'true' : 'false'}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onChange={(event) => onCommit?.(event.currentTarget.value)}
      />
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
