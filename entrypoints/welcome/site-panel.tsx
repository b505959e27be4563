import { type Place, placeName } from '../../core/enabled.ts';
import { t } from '../shared/text.ts';
import { Step } from './step.tsx';

interface Props {
  readonly sites: readonly Place[];
}

/** The fourth step: a site with cards, on which voice is switched on. */
export function SitePanel({ sites }: Props) {
  return (
    <Step state={sites.length > 0 ? 'done' : 'open'} title={t('welcome_site')}>
      {sites.length > 0 && (
        <>
          <p id="welcome-sites">{t('welcome_site_enabled')}</p>
          <ul class="tags" aria-labelledby="welcome-sites">
            {sites.map((site) => (
              <li key={site}>{placeName(site)}</li>
            ))}
          </ul>
        </>
      )}
      <ol class="steps">
        <li>{t('welcome_next_open')}</li>
        <li>{t('welcome_next_switch')}</li>
        <li>{t('welcome_next_click')}</li>
      </ol>
    </Step>
  );
}
