import { CORNERS, type Corner } from '../../../core/mark.ts';
import { t } from '../text.ts';
import { SelectField } from './select-field.tsx';

interface Props {
  readonly corner: Corner;
  /** Whether the page runs from right to left, where that is known. */
  readonly isRightToLeft?: boolean;
  readonly onChange: (corner: Corner) => void;
}

/** In which corner of its card a button sits. */
export function CornerField({ corner, isRightToLeft = false, onChange }: Props) {
  const options = CORNERS.map((value) => ({ value, label: cornerName(value, isRightToLeft) }));
  return (
    <SelectField label={t('mark_corner')} options={options} value={corner} onChange={onChange} />
  );
}

/** A corner as a person sees it. */
export function cornerName(corner: Corner, isRightToLeft = false): string {
  const edge = corner.startsWith('top') ? 'top' : 'bottom';
  const isLeft = corner.endsWith('start') !== isRightToLeft;
  return t(`mark_corner_${edge}_${isLeft ? 'left' : 'right'}`);
}
