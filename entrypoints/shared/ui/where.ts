import { siteName } from '../../../core/site.ts';
import type { Whereabouts } from '../../../core/whereabouts.ts';
import { t } from '../text.ts';

/** Where a card is, as a person would say it: its site, and for a frame that of the page around it. */
export function whereName({ site, within }: Pick<Whereabouts, 'site' | 'within'>): string {
  const own = site === null ? t('question_this_page') : siteName(site);
  return within === undefined ? own : t('site_within', [own, siteName(within)]);
}
