import { createI18n } from '@wxt-dev/i18n';
import type { FailureCode } from '../../core/failure.ts';
import type { GeneratedI18nStructure } from '../../.wxt/i18n/structure';

/** Every visible string, by its key in locales/. */
export const { t } = createI18n<GeneratedI18nStructure>();

/** The sentence for a failure. */
export function failureText(code: FailureCode): string {
  return t(`failure_${code}`);
}
