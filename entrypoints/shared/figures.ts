import { t } from './text.ts';

/** A number, in whole digits. */
export function number(value: number, leastDigits = 1): string {
  const shape = { minimumIntegerDigits: leastDigits, maximumFractionDigits: 0 };
  return new Intl.NumberFormat(language(), shape).format(value);
}

/** A share of one, `80%`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(share);
}

/** An amount of time, `5 min`. */
export function amount(value: number, unit: 'minute' | 'second' | 'millisecond'): string {
  const shape = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language(), shape).format(value);
}

/** A span of time in minutes and seconds, `03:07`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  return `${number(Math.floor(seconds / 60), 2)}:${number(seconds % 60, 2)}`;
}

/** Days and times of day, each as `options` say. */
export function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language(), options);
}

/** The language of the words around a figure, as it is written where the person is: `en-GB` beside English ones. */
function language(): string {
  const words = t('locale_language');
  return navigator.languages.find((own) => own.split('-')[0] === words) ?? words;
}
