import { createI18n } from '@wxt-dev/i18n';
import { type FailureCode } from '../../core/failure.ts';
import { passesByItself } from '../../core/remedy.ts';
import type { GeneratedI18nStructure } from '../../.wxt/i18n/structure';

/** Every visible string, by its key in locales/. */
export const { t } = createI18n<GeneratedI18nStructure>();

/**
 * The sentence for a failure, and when to try again where that is all there is to do.
 * @param retryAfter seconds, where the other side said so
 */
export function failureText(code: FailureCode, retryAfter?: number): string {
  const sentence = t(`failure_${code}`);
  return passesByItself(code) ? `${sentence} ${retryText(retryAfter)}` : sentence;
}

function retryText(seconds = 0): string {
  // Nobody waits beside a card for longer than an hour.
  if (seconds <= 0 || seconds > 3_600) return t('retry_moment');
  if (seconds < 100) return t('retry_seconds', Math.ceil(seconds));
  return t('retry_minutes', Math.ceil(seconds / 60));
}
