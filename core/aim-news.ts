import * as v from 'valibot';
import type { AimNews } from './aim.ts';
import { MARK_LIMITS } from './mark.ts';
import { MARK } from './mark-schema.ts';

const words = v.pipe(v.string(), v.maxLength(MARK_LIMITS.name));
const length = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const BOX = v.object({ x: length, y: length, width: length, height: length });

const CANDIDATE = v.object({
  tag: words,
  role: words,
  name: words,
  box: BOX,
  isRightToLeft: v.boolean(),
  rung: count,
  rungs: count,
});

const NEWS = v.variant('is', [
  v.object({ is: v.literal('candidate'), candidate: CANDIDATE }),
  v.object({ is: v.literal('moved'), box: BOX }),
  v.object({ is: v.literal('taken'), anchor: v.nullable(MARK.entries.anchor) }),
]) satisfies v.GenericSchema<unknown, AimNews>;

/** Reads what our script in a page says. A hostile page may speak in its place; null where what is said makes no sense. */
export function readAimNews(said: unknown): AimNews | null {
  const read = v.safeParse(NEWS, said);
  return read.success ? read.output : null;
}
