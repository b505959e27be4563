import { useState } from 'preact/hooks';
import { t } from '../text.ts';
import { Button } from './button.tsx';

interface Props {
  readonly text: string;
  /** What the button says. */
  readonly label: string;
}

/** A text that a page can only name, such as an address of the browser's own, with a button that copies it. */
export function Copyable({ text, label }: Props) {
  return (
    <div class="row">
      <code class="copyable">{text}</code>
      <CopyButton text={text} label={label} />
    </div>
  );
}

/** Copies a text and says so. */
export function CopyButton({ text, label }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button>
      <span class="saved" role="status">
        {isCopied && t('copied')}
      </span>
    </>
  );
}
