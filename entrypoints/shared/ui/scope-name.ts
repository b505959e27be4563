import type { Scope } from '../../../core/mark.ts';
import { siteName } from '../../../core/site.ts';
import { t } from '../text.ts';

/** Where a mark holds, as a person would say it. */
export function scopeName(scope: Scope): string {
  const site = siteName(scope.site);
  if (scope.kind === 'site') return t('mark_scope_site', [site]);
  return site + (scope.kind === 'page' ? scope.path : scope.pattern);
}
