import { fileURLToPath } from 'node:url';

/** One line of the speed table. */
export interface Row {
  /** What was measured, with its unit. */
  readonly what: string;
  readonly against: string;
  readonly ours: number;
  /** In the same unit; null where there is nobody to compare with. */
  readonly theirs: number | null;
  /** Ours, of theirs. */
  readonly ratio: number | null;
  readonly toReach: string;
  readonly reached: boolean;
  /** What stands in the way where it is not reached. */
  readonly why?: string;
}

/** What is to be reached: so much at most, in the row's unit, or as a part of theirs. */
interface Target {
  readonly most?: number;
  readonly times?: number;
}

/** A row from what was measured. */
export function row(
  what: string,
  against: string,
  [ours, theirs]: readonly [ours: number, theirs: number | null],
  { most = Infinity, times = Infinity }: Target,
  why?: string,
): Row {
  const ratio = theirs ? ours / theirs : null;
  const reached = ours <= most && (times === Infinity || (ratio ?? Infinity) <= times);
  return {
    what,
    against,
    ours,
    theirs,
    ratio,
    toReach: inWords({ most, times }),
    reached,
    ...(why !== undefined && !reached && { why }),
  };
}

function inWords({ most = Infinity, times = Infinity }: Target): string {
  const parts = [
    ...(times === Infinity ? [] : [`≤ ${times < 0.05 ? `1/${Math.round(1 / times)}` : times} ×`]),
    ...(most === Infinity ? [] : [`≤ ${figure(most)}`]),
  ];
  return parts.join(', ');
}

/** A row as it is read, cell by cell. */
export function cells({ what, against, ours, theirs, ratio, toReach, reached }: Row): string[] {
  const part = ratio === null ? '–' : ratioInWords(ratio);
  const other = theirs === null ? '–' : figure(theirs);
  return [what, against, figure(ours), other, part, toReach || '–', reached ? 'yes' : 'no'];
}

function ratioInWords(ratio: number): string {
  return ratio > 0 && ratio < 0.05 ? `1/${Math.round(1 / ratio)}` : ratio.toFixed(2);
}

function figure(value: number): string {
  if (value === 0) return '0';
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).replace(/\.0+$/, '');
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}

/** Measures and prints these rows where their file was started by itself; a figure that is not reached makes that fail. */
export async function alone(url: string, measure: () => Promise<Row[]>): Promise<void> {
  if (process.argv[1] !== fileURLToPath(url)) return;
  const rows = await measure();
  for (const each of rows) print(each);
  if (rows.some(({ reached }) => !reached)) process.exitCode = 1;
}

/** Prints a row. */
export function print(each: Row): void {
  const [what, against, ours, theirs, ratio, toReach, reached] = cells(each);
  process.stdout.write(
    `${reached === 'yes' ? 'reached' : 'MISSED '}  ${what}: ${ours} · ${against}: ${theirs} · ratio ${ratio} (${toReach})\n`,
  );
}
