import { type Site, siteName } from '../../core/site.ts';
import { t } from '../shared/text.ts';
import { Button, focusWhenShown } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Approvals } from './approvals.tsx';
import type { ApprovalsList } from './approvals-list.ts';
import { Section } from './section.tsx';
import { type SitesList, siteLabel } from './sites-list.ts';

interface Props {
  readonly list: SitesList;
  readonly approvals: ApprovalsList;
}

/** The sites on which voice is on, and what they may do without asking. */
export function SitesSection({ list, approvals }: Props) {
  const removed = list.removed.value;
  return (
    <Section id="sites" about={t('options_sites_about')}>
      <Sites sites={list.sites.value} onRemove={(site) => void list.remove(site)} />
      <Notice kind="plain">
        {removed && (
          <div class="row" key={removed}>
            <p>{t('options_site_removed', [siteName(removed)])}</p>
            <Button kind="quiet" buttonRef={focusWhenShown} onClick={() => void list.undo(removed)}>
              {t('options_undo')}
            </Button>
          </div>
        )}
      </Notice>
      {list.failed.value && <Notice kind="problem">{t('change_failed')}</Notice>}
      <hr />
      <Approvals list={approvals} />
    </Section>
  );
}

interface SitesProps {
  readonly sites: readonly Site[];
  readonly onRemove: (site: Site) => void;
}

function Sites({ sites, onRemove }: SitesProps) {
  if (sites.length === 0) return <p class="muted">{t('options_sites_none')}</p>;
  return (
    <ul class="plain-list ruled">
      {sites.map((site) => (
        <li class="row apart whole" key={site}>
          <span>{siteLabel(site, sites)}</span>
          <Button
            label={t('options_remove', [siteLabel(site, sites)])}
            onClick={() => onRemove(site)}
          >
            {t('options_remove_short')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
