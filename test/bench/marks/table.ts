import type { Found, Outcome } from './in-page.ts';
import { KINDS, type Kind } from './pair.ts';

/** What came of one pair. */
export interface Row extends Found {
  readonly kind: Kind;
}

/** What our marks must reach: percentages, and a count of wrong places. */
export const LEAST = { right: 95, wrong: 0, told: 100 } as const;

const WAYS = { ours: 'ours', finder: '@medv/finder', generator: 'css-selector-generator' } as const;

/** Whether our marks reach it. */
export function isEnough(rows: readonly Row[]): boolean {
  const { right, present, wrong, told, gone } = counts(rows, 'ours');
  const isRight = (100 * right) / present >= LEAST.right;
  return isRight && wrong <= LEAST.wrong && (100 * told) / gone >= LEAST.told;
}

/** A table: for each kind and way, how many are right of those there are, how many wrong, how many told of those gone. */
export function table(title: string, rows: readonly Row[]): string {
  const kinds = KINDS.map((kind) => [kind, rows.filter((row) => row.kind === kind)] as const);
  const head = ['', ...Object.values(WAYS)].map((name, i) => name.padEnd(i === 0 ? 24 : 32));
  const under = ' '.repeat(24) + 'right      wrong  told'.padEnd(32).repeat(3);
  const lines = [...kinds, ['in all', rows] as const].map(([name, of]) => line(name, of));
  return ['', title, head.join(''), under, ...lines].map((text) => text.trimEnd()).join('\n');
}

function line(name: string, rows: readonly Row[]): string {
  const cells = (['ours', 'finder', 'generator'] as const).map((way) => {
    const { right, present, wrong, told, gone } = counts(rows, way);
    const isRight = present === 0 ? '–' : `${right}/${present} ${percent(right, present)}`;
    const isTold = gone === 0 ? '–' : `${told}/${gone} ${percent(told, gone)}`;
    return `${isRight.padEnd(11)}${String(wrong).padEnd(7)}${isTold}`.padEnd(32);
  });
  return name.padEnd(24) + cells.join('');
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

function counts(rows: readonly Row[], way: keyof typeof WAYS) {
  const count = (outcome: Outcome) => rows.filter((row) => row[way] === outcome).length;
  const gone = rows.filter(({ isGone }) => isGone).length;
  return {
    right: count('right'),
    wrong: count('wrong'),
    told: count('told'),
    gone,
    present: rows.length - gone,
  };
}
