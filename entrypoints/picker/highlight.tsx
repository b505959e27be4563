import type { Candidate } from '../../core/aim.ts';
import { nameOf, sizeOf } from './naming.ts';

interface Props {
  readonly candidate: Candidate;
}

/** Where the element is, with its name and its size, for the eye. */
export function Highlight({ candidate }: Props) {
  const { x, y, width, height } = candidate.box;
  const place = { translate: `${x}px ${y}px`, width: `${width}px`, height: `${height}px` };
  // Where there is no room above, within it; and never out of the window.
  const label = {
    insetBlockStart: `${Math.max(y - 32, 4)}px`,
    left: `clamp(4px, ${x}px, 100vw - 12rem)`,
  };
  return (
    <div class="highlight" aria-hidden="true">
      <div class="frame" style={place} />
      <p class="tag" style={label}>
        <bdi>{nameOf(candidate)}</bdi> <span dir="ltr">{sizeOf(candidate)}</span>
      </p>
    </div>
  );
}
