import { t } from '../shared/text.ts';
import { Field } from '../shared/ui/field.tsx';
import type { SelectorDraft } from './selector-draft.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly draft: SelectorDraft;
}

/** A selector that is stored as soon as the person is done with it. */
export function SelectorField({ label, hint, draft }: Props) {
  const fault = draft.fault.value;
  return (
    <Field
      label={label}
      hint={hint}
      value={draft.value.value}
      error={fault && t(`options_selector_${fault}`)}
      code
      onInput={(value) => draft.type(value)}
      onCommit={() => void draft.commit()}
    />
  );
}
