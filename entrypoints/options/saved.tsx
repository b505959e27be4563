import { t } from '../shared/text.ts';

interface Props {
  readonly when: boolean;
}

/** Says that what was typed has been stored. */
export function Saved({ when }: Props) {
  return (
    <span class="saved" role="status">
      {when && t('options_saved')}
    </span>
  );
}
