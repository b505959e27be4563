/** How much of the way to its new height a bar goes within one frame. */
const EASE = 0.35;
/** Differences that nobody sees. */
const STILL = 0.5;

/** Bars on their way to what was measured. */
export function eased(shown: readonly number[], target: readonly number[]): readonly number[] {
  return target.map((level, i) => {
    const from = shown[i] ?? 0;
    const next = from + (level - from) * EASE;
    return Math.abs(level - next) < STILL ? level : next;
  });
}

/** Whether bars have arrived where they were going. */
export function isStill(shown: readonly number[], target: readonly number[]): boolean {
  return shown.length === target.length && shown.every((level, i) => level === target[i]);
}

/** As many bars as fit, each with the greatest level of its share; levels from 0 to 255. */
export function barsOf(levels: readonly number[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((i + 1) * levels.length) / count));
    return Math.max(0, ...levels.slice(from, to));
  });
}

/** How loud it is as a whole, from 0 to 1. */
export function loudness(levels: readonly number[]): number {
  return levels.length === 0
    ? 0
    : levels.reduce((sum, level) => sum + level, 0) / levels.length / 255;
}
