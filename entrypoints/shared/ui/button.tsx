import type { ComponentChildren, Ref } from 'preact';

interface Props {
  readonly children: ComponentChildren;
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly large?: boolean;
  /** What it does, where the words on it alone would not say. */
  readonly label?: string;
  readonly type?: 'button' | 'submit';
  /** It does nothing for now, and keeps the keyboard's place. */
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button. */
export function Button(props: Props) {
  const { children, kind = 'plain', large = false, label, type = 'button', onClick } = props;
  return (
    <button
      type={type}
      class={`button ${kind}${large ? ' large' : ''}`}
      aria-label={label}
      aria-disabled={props.disabled}
      onClick={onClick && (() => props.disabled || onClick())}
      ref={props.buttonRef ?? null}
    >
      {children}
    </button>
  );
}

/** As a ref: the keyboard goes on here, since what it was on has just gone. */
export function focusWhenShown(element: HTMLElement | null): void {
  element?.focus();
}
